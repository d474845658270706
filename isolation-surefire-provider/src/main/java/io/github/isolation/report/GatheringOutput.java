package io.github.isolation.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream that lets what is flushed wait while more is about to come: Surefire's encoder flushes after every event, and each
 * flush wakes Maven. While nothing is gathered, it is an ordinary stream. Thread-safe.
 */
public final class GatheringOutput extends BufferedOutputStream {
    /** Of a pipe on Linux; what is more goes out at once. */
    private static final int CAPACITY = 64 << 10;

    private boolean gathering;

    /** Over the stream that Maven reads. */
    public GatheringOutput(OutputStream target) {
        super(target, CAPACITY);
    }

    /** From now on, nothing that fits in here goes out before {@link #deliver}. */
    public synchronized void gather() {
        gathering = true;
    }

    /** Everything goes out, and what comes later does so as soon as it is flushed. */
    public synchronized void deliver() {
        gathering = false;
        try {
            flush();
        } catch (IOException e) {
            // Maven is gone, which whoever reads its commands learns at the same moment.
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!gathering) {
            super.flush();
        }
    }
}
