package io.github.isolation.maven.cache;

import java.time.Duration;

/** Lets time pass; a test lets it pass at once. */
@FunctionalInterface
public interface Sleeper {
    /** Waits so long, in the way that can be interrupted. */
    Sleeper SLEEP = duration -> Thread.sleep(duration.toMillis());

    /** Waits so long. */
    void accept(Duration duration) throws InterruptedException;
}
