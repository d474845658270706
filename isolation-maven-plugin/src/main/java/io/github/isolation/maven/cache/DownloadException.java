package io.github.isolation.maven.cache;

import java.io.IOException;

/** A download failed. */
final class DownloadException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean worthRetrying;

    DownloadException(String message, Throwable cause, boolean worthRetrying) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    /** Whether the next attempt may go better: not if the server says that there is no such file. */
    boolean isWorthRetrying() {
        return worthRetrying;
    }
}
