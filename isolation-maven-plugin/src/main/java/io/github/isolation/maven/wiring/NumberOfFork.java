package io.github.isolation.maven.wiring;

import io.github.isolation.settings.Wiring;

/** Which fork it is, Surefire fills in for its own forks, of which there is one; the supervisor knows the workers'. */
final class NumberOfFork {
    private static final String TODAY = "${surefire.forkNumber}";

    /** Deprecated for ten years, and replaced all the same. */
    private static final String FORMERLY = "${surefire.threadNumber}";

    private NumberOfFork() {}

    /** The text with something in these places that Surefire leaves alone. */
    static String leaveToTheSupervisor(String text) {
        return text.replace(TODAY, Wiring.FORK_NUMBER).replace(FORMERLY, Wiring.FORK_NUMBER);
    }
}
