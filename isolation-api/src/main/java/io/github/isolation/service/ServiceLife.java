package io.github.isolation.service;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * When a service is ready, how it is ended, and when it is restored.
 *
 * @param startTimeout how long it may take until it is ready; zero for as long as it likes
 * @param stopSignal the name of the signal that asks it to end: {@code TERM}, {@code INT}, {@code QUIT}
 * @param gracePeriod how long it may take to end after that; then it is killed
 */
public record ServiceLife(
        ReadyCheck ready, Duration startTimeout, String stopSignal, Duration gracePeriod, RestorePolicy restore) {
    /** Initialized before the first of us is made. */
    private static final Pattern SIGNAL = Pattern.compile("[A-Z][A-Z0-9]{1,8}");

    /** What a service has whose user says nothing. */
    public static final ServiceLife USUAL = new ServiceLife(
            ReadyCheck.tcp(), Duration.ofSeconds(60), "TERM", Duration.ofSeconds(10), RestorePolicy.ON_REPLACE);

    public ServiceLife {
        if (!isSignal(stopSignal)) {
            throw new IllegalArgumentException("'" + stopSignal + "' is not a signal; write TERM, INT or QUIT");
        }
    }

    /** Whether this can be the name of a signal. */
    public static boolean isSignal(String text) {
        return SIGNAL.matcher(text).matches() && !text.startsWith("SIG");
    }
}
