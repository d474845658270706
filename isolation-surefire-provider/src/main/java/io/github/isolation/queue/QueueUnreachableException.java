package io.github.isolation.queue;

import io.github.isolation.settings.SettingsException;
import java.util.List;

/** Nobody has answered for as long as a lease: other machines may have reached the queue all the same, and run everything. */
public final class QueueUnreachableException extends SettingsException {
    private static final long serialVersionUID = 1;

    /** With what was said last. */
    public QueueUnreachableException(String problem) {
        super(List.of(problem));
    }
}
