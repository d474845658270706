package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is in the file can be read, whatever happens to its disk. */
final class FindingsFileTest {
    /** Takes half of what it is given at the third time, and everything else. */
    private static final class FullForAMoment extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int times;

        @Override
        public void write(int b) {
            taken.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            boolean full = ++times == 3;
            taken.write(bytes, from, full ? length / 2 : length);
            if (full) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void halfOfALineIsTheEnd() throws IOException {
        FullForAMoment disk = new FullForAMoment();
        FindingsFile file = new FindingsFile(disk);
        file.incomplete("one");
        file.incomplete("two");
        file.incomplete("three");
        assertEquals("isolation-audit 1\ne\tone\ne\tt", disk.taken.toString(StandardCharsets.UTF_8));
    }
}
