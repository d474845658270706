package io.github.isolation.fork;

import java.util.concurrent.TimeUnit;

/** Somebody waits for a lock: says so when it takes long, and again when it takes as long again. */
final class LockWait {
    /** Opening a lock file takes a moment as well, in milliseconds. */
    private static final long WORTH_NOTING_MILLIS = 10;

    private final String who;
    private final String what;
    private final long everyNanos;
    private final long since = System.nanoTime();
    private long said = since;

    /** @param everyMillis 0 means never */
    LockWait(String who, String what, long everyMillis) {
        this.who = who;
        this.what = what;
        this.everyNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis);
    }

    String what() {
        return what;
    }

    boolean isDue() {
        return everyNanos > 0 && System.nanoTime() - said >= everyNanos;
    }

    /** It is over. What took less than {@link #WORTH_NOTING_MILLIS} was no wait for anybody. */
    void over() {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        if (millis >= WORTH_NOTING_MILLIS) {
            Notices.waited(what, millis);
        }
    }

    void say(String holder) {
        said = System.nanoTime();
        Notices.say("isolation: " + who + " has waited " + TimeUnit.NANOSECONDS.toSeconds(said - since) + " s for "
                + what + ", which process " + holder + " took last");
    }
}
