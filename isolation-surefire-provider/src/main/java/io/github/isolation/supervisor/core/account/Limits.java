package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event.TimeLimited;
import org.jspecify.annotations.Nullable;

/**
 * How long things may take, in milliseconds; 0 means for ever.
 *
 * @param testMillis one test
 * @param classMillis one class in one worker
 * @param slowMillis a test before its name is shown, and again after as long
 */
public record Limits(long testMillis, long classMillis, long slowMillis) {
    /** No limits, no notices. */
    public static final Limits NONE = new Limits(0, 0, 0);

    /** These, but where a class has its own. */
    public Limits with(@Nullable TimeLimited own) {
        return own == null
                ? this
                : new Limits(
                        own.testMillis() < 0 ? testMillis : own.testMillis(),
                        own.classMillis() < 0 ? classMillis : own.classMillis(),
                        slowMillis);
    }
}
