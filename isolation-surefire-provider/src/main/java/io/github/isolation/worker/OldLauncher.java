package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.junit.platform.engine.Filter;

/**
 * Does what a launcher of the JUnit Platform before 1.7 does not do by itself: it does not look for filters, without which no
 * class can be resumed. So ours is put among those that Surefire's provider has made of the user's wishes. Of one before
 * 1.6 nothing is promised, and one line says so.
 */
final class OldLauncher {
    /** Where Surefire's provider finds what the user has configured JUnit with. */
    private static final String CONFIGURATION = "configurationParameters";

    private static final String BELOW =
            "isolation: these tests run on a JUnit Platform before 1.6 (JUnit 5.6), the oldest that"
                    + " is tested with isolation: what it promises of crashes, retirements and locks may not hold here. Use JUnit 5.6"
                    + " or later, or set isolation.skip.";

    private static volatile Map<String, String> configured = Map.of();

    private OldLauncher() {}

    /** Before any class is run by this provider, which is Surefire's for the JUnit Platform. */
    static void help(SurefireProvider provider, Map<String, String> properties, WorkerChannel channel) {
        configured = parse(properties.getOrDefault(CONFIGURATION, ""));
        if (NewerJUnit.isBelowFloor()) {
            warn(channel, BELOW);
        }
        if (!NewerJUnit.findsFilters()) {
            try {
                addFilter(provider);
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                warn(
                        channel,
                        "isolation: what has run of a class runs again after a crash or a retirement, because this JUnit"
                                + " Platform is older than 1.7 and Surefire's provider takes no filter (" + e
                                + "). Use JUnit 5.7 or later.");
            }
        }
    }

    /** What the user has configured JUnit with, in the POM. */
    static Map<String, String> configured() {
        return configured;
    }

    /** Once in an execution. */
    private static void warn(WorkerChannel channel, String line) {
        if (IsolationProvider.isInFirstWorker()) {
            channel.tell(new Logged(LogLevel.WARNING, line, null));
        }
    }

    private static Map<String, String> parse(String text) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            return Map.of(); // which Surefire's provider has not understood either
        }
        return parsed.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, parsed::getProperty));
    }

    private static void addFilter(SurefireProvider provider) throws ReflectiveOperationException {
        Field field = Arrays.stream(provider.getClass().getDeclaredFields())
                .filter(candidate -> candidate.getType() == Filter[].class)
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException("no field of " + provider.getClass() + " holds filters"));
        field.setAccessible(true);
        Filter<?>[] present = (Filter<?>[]) field.get(provider);
        Filter<?>[] more = Arrays.copyOf(present, present.length + 1);
        more[present.length] = new ResumeFilter();
        field.set(provider, more);
    }
}
