package io.github.isolation.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was in hand is known after the one who had it in hand is gone, however it went. */
class InHandTest {
    private static final List<String> CLASSES = List.of("a.ATest", "a.B$Test", "a.Größe \t\n%Test", "", "");

    @TempDir
    Path directory;

    @Test
    void whereNothingWasWrittenNothingIsKnown() throws IOException {
        assertEquals(List.of(), InHand.read(directory));
        InHand.begin(directory).close();
        assertEquals(List.of(), InHand.read(directory));
    }

    @Test
    void itIsOnDiskAtOnce() throws IOException {
        try (InHand inHand = InHand.begin(directory)) {
            inHand.has(2, "a.BTest");
            assertEquals(List.of("a.BTest"), InHand.read(directory));
            inHand.has(1, "a.ATest");
            assertEquals(List.of("a.ATest", "a.BTest"), InHand.read(directory));
            inHand.has(2, "");
            assertEquals(List.of("a.ATest"), InHand.read(directory));
            inHand.has(1, "a.CTest");
            assertEquals(List.of("a.CTest"), InHand.read(directory));
        }
    }

    @Test
    void workersAreInTheOrderOfTheirStartAndNotOfTheirDigits() throws IOException {
        try (InHand inHand = InHand.begin(directory)) {
            for (int serial = 12; serial > 0; serial--) {
                inHand.has(serial, "a.Test" + serial);
            }
        }
        assertEquals("a.Test2", InHand.read(directory).get(1));
        assertEquals("a.Test12", InHand.read(directory).get(11));
    }

    @Test
    void aRunBeginsWithNothing() throws IOException {
        try (InHand inHand = InHand.begin(directory)) {
            inHand.has(1, "a.ATest");
        }
        try (InHand inHand = InHand.begin(directory)) {
            inHand.has(2, "a.BTest");
        }
        assertEquals(List.of("a.BTest"), InHand.read(directory));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLastWordOfEachWorkerCounts(long seed) throws IOException {
        Random random = new Random(seed);
        Map<Integer, String> model = new TreeMap<>();
        try (InHand inHand = InHand.begin(directory)) {
            for (int i = 0; i < 40; i++) {
                int serial = random.nextInt(15) + 1;
                String name = CLASSES.get(random.nextInt(CLASSES.size()));
                inHand.has(serial, name);
                model.put(serial, name);
                assertEquals(inHand(model), InHand.read(directory));
            }
        }
    }

    /** A disk that is full takes a part of a line: half a name is no class, and the lines before it count. */
    @Test
    void cutOffAnywhereItSaysWhatWasSaidInFull() throws IOException {
        Map<Integer, String> model = new TreeMap<>();
        List<List<String>> after = new ArrayList<>();
        try (InHand inHand = InHand.begin(directory)) {
            for (int i = 0; i < 4; i++) {
                after.add(inHand(model));
                inHand.has(i % 2 + 10, CLASSES.get(i));
                model.put(i % 2 + 10, CLASSES.get(i));
            }
        }
        Path file = directory.resolve(InHand.NAME);
        byte[] whole = Files.readAllBytes(file);
        int lines = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(after.get(lines), InHand.read(directory), "cut to " + length);
            lines += whole[length] == '\n' ? 1 : 0;
        }
        assertEquals(4, lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "1\n", "one\ta.ATest\n", "1\t%\n", "\ta.ATest\n", "1\ta.ATest\n1 a.BTest\n"})
    void aLineThatIsNoneIsRefusedWithTheNameOfTheFile(String lines) throws IOException {
        Path file = Files.writeString(directory.resolve(InHand.NAME), lines);
        IOException refused = assertThrows(IOException.class, () -> InHand.read(directory));
        assertTrue(refused.getMessage().startsWith(file + " cannot be understood: "), refused.getMessage());
    }

    private static List<String> inHand(Map<Integer, String> model) {
        return model.values().stream().filter(name -> !name.isEmpty()).toList();
    }
}
