package io.github.isolation.supervisor;

import io.github.isolation.record.Fact;
import io.github.isolation.record.Progress;
import java.time.Duration;
import java.util.Optional;

/** Says every so often how far a run is. The loop's. */
public final class ProgressLines {
    private final Progress progress;
    private final long everyMillis;
    private long nextAt;

    /** Of a run that begins; a zero interval means that it never says so. */
    public ProgressLines(Progress progress, Duration interval) {
        this.progress = progress;
        this.everyMillis = interval.toMillis();
        this.nextAt = everyMillis;
    }

    void take(Fact fact) {
        progress.take(fact);
    }

    /** The line, if it is time for one, so many milliseconds after the beginning of the run. */
    Optional<String> due(long atMillis) {
        if (everyMillis == 0 || atMillis < nextAt) {
            return Optional.empty();
        }
        nextAt = atMillis + everyMillis;
        return Optional.of("isolation: " + progress.line(atMillis));
    }
}
