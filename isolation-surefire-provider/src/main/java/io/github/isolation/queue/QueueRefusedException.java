package io.github.isolation.queue;

import java.io.IOException;

/** The queue says no, and will say no again. */
public final class QueueRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public QueueRefusedException(String why) {
        super(why);
    }

    /** For this reason, which somebody else has found. */
    public QueueRefusedException(String why, Throwable cause) {
        super(why, cause);
    }
}
