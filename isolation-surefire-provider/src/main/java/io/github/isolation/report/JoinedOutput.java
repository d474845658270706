package io.github.isolation.report;

import io.github.isolation.protocol.Event.Printed;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what one test prints in one go. An event for each line is what the output of a chatty suite costs: Maven reads
 * them one by one, and writes down the same text either way. One thread's.
 */
final class JoinedOutput {
    /** Enough to make an event cheap, and little to keep, in characters. */
    private static final int LARGEST = 16 << 10;

    private @Nullable Printed last;
    private int count;
    private final StringBuilder text = new StringBuilder();

    /** Whether this can follow what waits here, as if both had been printed at once. */
    boolean takes(Printed next) {
        Printed before = last;
        return before != null
                && text.length() + next.text().length() < LARGEST
                && before.stdout() == next.stdout()
                && before.rerun() == next.rerun()
                && Objects.equals(before.runId(), next.runId())
                && Objects.equals(before.stack(), next.stack());
    }

    /** Adds what it takes, or the first of all. */
    void add(Printed next) {
        Printed before = last;
        if (before != null && before.newLine()) {
            text.append(System.lineSeparator()); // as Maven ends a line
        }
        text.append(next.text());
        last = next;
        count++;
    }

    /** What waits, in one event, and from now on no more. */
    Optional<Printed> take() {
        Printed end = last;
        if (end == null) {
            return Optional.empty();
        }
        Printed all = count == 1
                ? end
                : new Printed(text.toString(), end.stdout(), end.newLine(), end.rerun(), end.runId(), end.stack());
        last = null;
        count = 0;
        text.setLength(0);
        return Optional.of(all);
    }
}
