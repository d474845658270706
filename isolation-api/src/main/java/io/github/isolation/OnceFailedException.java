package io.github.isolation;

import org.jspecify.annotations.Nullable;

/** An initializer failed, here or in another fork. The message has its whole stack trace where the cause is elsewhere. */
public final class OnceFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OnceFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
