package io.github.isolation.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A throwable as Surefire reports it: already text, because the classes of the throwable exist in the worker only.
 *
 * @param message the localized message, if there is one
 * @param summary the one-line form that Surefire prints in its summary ("smart trimmed")
 * @param text the stack trace, trimmed or not as the user configured it
 */
public record Trace(
        @Nullable String message,
        @Nullable String summary,
        @Nullable String text) {}
