package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said is heard once, wherever between the journal and the socket it was when the one who said it died. */
class JournalTest {
    private static final int CAPACITY = 64 << 10;

    @Property
    void whateverOfItHadArrivedTheRestIsInTheJournal(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 6000) Integer> lengths,
            @ForAll @IntRange(max = 40) int sendings,
            @ForAll @IntRange(max = 200_000) int arrivedOfTheLast)
            throws IOException {
        Journal journal = Journal.ofThisProcess();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        int number = 0;
        for (int length : lengths) {
            byte[] frame = frame(length, ++number);
            if (number <= sendings || !journal.add(frame)) {
                send(journal, sent);
                assertTrue(journal.add(frame));
            }
            said.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
            said.writeBytes(frame);
        }
        // It dies while it sends the last of it: some has arrived, and it had no time to note that.
        ByteBuffer last = journal.unsent();
        byte[] arrived = new byte[Math.min(arrivedOfTheLast, last.remaining())];
        last.get(arrived);
        sent.writeBytes(arrived);
        ByteBuffer rest = journal.since(sent.size());
        byte[] left = new byte[rest.remaining()];
        rest.get(left);
        sent.writeBytes(left);
        assertArrayEquals(said.toByteArray(), sent.toByteArray());
        assertEquals(said.size(), journal.end());
    }

    @Test
    void bothSidesSeeTheSame(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("j");
        Journal supervisors = Journal.create(file);
        Journal workers = Journal.open(file);
        assertThrows(FileAlreadyExistsException.class, () -> Journal.create(file));
        assertTrue(workers.add(new byte[] {1, 2}));
        Files.delete(file); // as a test may that tidies up
        assertTrue(workers.add(new byte[] {3}));
        assertEquals(11, supervisors.end());
        byte[] heard = new byte[11];
        supervisors.since(0).get(heard);
        assertArrayEquals(new byte[] {0, 0, 0, 2, 1, 2, 0, 0, 0, 1, 3}, heard);
        workers.sent(0);
        assertEquals(11, supervisors.start());
        assertEquals(0, supervisors.since(11).remaining());
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        Journal journal = Journal.ofThisProcess();
        assertFalse(journal.add(new byte[CAPACITY - 3]));
        assertEquals(0, journal.end());
        assertTrue(journal.add(new byte[CAPACITY - 4]));
        assertFalse(journal.add(new byte[1]));
        assertEquals(CAPACITY, journal.unsent().remaining());
    }

    @Test
    void aFrameThatWasNeverInItCountsAndIsNotRepeated() {
        Journal journal = Journal.ofThisProcess();
        journal.sent(4 + CAPACITY);
        assertTrue(journal.add(new byte[] {7}));
        assertEquals(0, journal.since(CAPACITY).remaining(), "what is before it is not here any more");
        assertEquals(5, journal.since(4 + CAPACITY).remaining());
        assertEquals(0, journal.since(CAPACITY + 100).remaining(), "nobody heard more than was said");
    }

    private static void send(Journal journal, ByteArrayOutputStream sent) {
        ByteBuffer unsent = journal.unsent();
        byte[] bytes = new byte[unsent.remaining()];
        unsent.get(bytes);
        sent.writeBytes(bytes);
        journal.sent(0);
    }

    private static byte[] frame(int length, int number) {
        byte[] frame = new byte[length];
        java.util.Arrays.fill(frame, (byte) number);
        return frame;
    }
}
