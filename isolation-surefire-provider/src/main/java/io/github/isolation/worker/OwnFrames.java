package io.github.isolation.worker;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our frames in stack traces of tests. JUnit before 5.10, JUnit 4 and TestNG show the whole stack down to {@code main}, in
 * which we stand between Surefire's booter and its provider. A trace is to be the one that stock Surefire reports. What is
 * thrown in a class of ours that a test calls keeps all its frames.
 */
final class OwnFrames {
    private static final String PACKAGE = "io.github.isolation.worker.";

    private static final Pattern CALLERS_OF_THE_PROVIDER = Pattern.compile(
            "\\R\\s+at (?:[^\\s(/]*/+)*io\\.github\\.isolation\\.worker\\.(?:IsolationProvider|Discovery|OldLauncher)\\.[^\\r\\n]*");

    private OwnFrames() {}

    /** The trace without them; null stays null. */
    static @Nullable String removeFrom(@Nullable String trace) {
        return trace == null || !trace.contains(PACKAGE)
                ? trace
                : CALLERS_OF_THE_PROVIDER.matcher(trace).replaceAll("");
    }
}
