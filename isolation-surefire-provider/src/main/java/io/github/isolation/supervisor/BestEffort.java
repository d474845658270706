package io.github.isolation.supervisor;

import java.io.IOException;

/** A call to the queue that spares others a wait: what does not succeed comes about by itself when the lease ends. */
interface BestEffort {
    /** Makes the call. */
    void make() throws IOException;

    /** Makes it, whatever comes of it. */
    static void attempt(BestEffort call) {
        try {
            call.make();
        } catch (IOException | RuntimeException e) {
            // Nobody waits for it.
        }
    }
}
