package io.github.isolation.maven.wiring;

import io.github.isolation.fork.Wiring;
import java.util.Optional;

/**
 * Moves the user's {@code argLine} out of the supervisor's way: it becomes the value of a system property of the
 * supervisor, which gives it to the workers. Surefire still evaluates what is inside, {@code @{…}} included, at the last
 * moment, so agents whose options other plugins compute (JaCoCo) go where the tests are.
 */
final class MovedArgLine {
    private MovedArgLine() {}

    /** The argLine for the supervisor of so many forks; empty if the original cannot be quoted because it has both kinds of quotes. */
    static Optional<String> of(String original, int forks) {
        boolean single = original.indexOf('\'') >= 0;
        if (single && original.indexOf('"') >= 0) {
            return Optional.empty();
        }
        String quote = single ? "\"" : "'";
        return Optional.of(String.join(" ", Wiring.SUPERVISOR_OPTIONS) + " " + Wiring.supervisorHeap(forks) + " "
                + quote + "-D" + Wiring.WORKER_ARG_LINE + "=" + original.strip() + quote);
    }
}
