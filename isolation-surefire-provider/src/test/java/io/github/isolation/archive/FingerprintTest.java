package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two things that are made of something else are never taken for each other. */
class FingerprintTest {
    @TempDir
    Path directory;

    private Path one;
    private Path two;

    @BeforeEach
    void makeJars() throws IOException {
        one = Files.writeString(directory.resolve("one.jar"), "jar");
        two = Files.writeString(directory.resolve("two.jar"), "jar");
    }

    @Test
    void theSameFilesMakeTheSame() throws IOException {
        assertEquals(Fingerprint.of(List.of(one, two)), Fingerprint.of(List.of(one, two)));
    }

    @Test
    void filesOrderSizeAndTimeAllCount() throws IOException {
        Fingerprint before = Fingerprint.of(List.of(one, two));
        assertNotEquals(before, Fingerprint.of(List.of(two, one)));
        assertNotEquals(before, Fingerprint.of(List.of(one)));
        FileTime time = Files.getLastModifiedTime(two);
        Files.writeString(two, "a larger jar");
        Files.setLastModifiedTime(two, time);
        assertNotEquals(before, Fingerprint.of(List.of(one, two)));
        Files.writeString(two, "jar");
        Files.setLastModifiedTime(two, FileTime.fromMillis(time.toMillis() + 1));
        assertNotEquals(before, Fingerprint.of(List.of(one, two)));
        Files.setLastModifiedTime(two, time);
        assertEquals(before, Fingerprint.of(List.of(one, two)));
    }

    /** A cache is of use only to a JVM with the modules of the one that made it. */
    @Test
    void modulesCount() throws IOException {
        Fingerprint usual = Fingerprint.of(List.of(one));
        assertEquals(usual, usual.withModules(""));
        assertNotEquals(usual, usual.withModules("java.instrument"));
        assertNotEquals(usual.ownedBy("s"), usual.withModules("java.instrument").ownedBy("s"));
    }

    @Test
    void theJvmIsAPartOfIt() throws IOException {
        String text = Fingerprint.of(List.of()).text();
        for (String property : List.of("java.home", "java.vm.version", "java.vm.vendor", "os.arch")) {
            assertTrue(text.contains(property + "=" + System.getProperty(property) + "\n"), text);
        }
        assertFalse(text.contains("=null"), text);
    }

    @Test
    void aFileThatIsNotThereIsAnErrorThatNamesIt() {
        Path gone = directory.resolve("gone.jar");
        assertEquals(
                gone.toString(),
                assertThrows(NoSuchFileException.class, () -> Fingerprint.of(List.of(one, gone)))
                        .getFile());
    }

    @Test
    void theNameCanBeThatOfAFile() {
        assertTrue(new Fingerprint("a/b:c\n*").name().matches("[0-9a-f]+"));
        assertTrue(new Fingerprint("").name().matches("[0-9a-f]+"));
        assertNotEquals(new Fingerprint("a").name(), new Fingerprint("b").name());
    }

    /** Of the many texts with one hash code, a short name alone would make one thing. */
    @Test
    void namesDifferWhereHashCodesDoNot() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertNotEquals(new Fingerprint("Aa").name(), new Fingerprint("BB").name());
    }

    @Test
    void onlyTheWholeTextIsTheText() throws IOException {
        Fingerprint fingerprint = new Fingerprint("made of this\n");
        Path file = directory.resolve("made-of");
        assertFalse(fingerprint.isIn(file));
        assertFalse(fingerprint.isIn(directory));
        Files.writeString(file, "made of this\n");
        assertTrue(fingerprint.isIn(file));
        Files.writeString(file, "made of this\nand that\n");
        assertFalse(fingerprint.isIn(file));
        Files.writeString(file, "made of");
        assertFalse(fingerprint.isIn(file));
    }
}
