package io.github.isolation.worker;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What the provider of this worker was told of the execution it is part of. Nothing before it is made, which is before the
 * first test and after the channel was opened. Thread-safe.
 */
final class Execution {
    /** Where Surefire's provider finds what the user has configured JUnit with. */
    private static final String CONFIGURATION = "configurationParameters";

    private volatile Map<String, String> told = Map.of();

    /** With the properties of the provider. */
    void begin(Map<String, String> properties) {
        told = Collections.unmodifiableMap(new HashMap<>(properties));
    }

    /** Whether what is to be said once in an execution may be said here. */
    boolean isInFirstWorker() {
        return flag(IsolationProvider.FIRST);
    }

    /** Whether the supervisor has a use for hearing that this worker can run several classes in one plan. */
    boolean maySharePlans() {
        return flag(IsolationProvider.SHARES_PLANS);
    }

    /** What the user has configured JUnit with, in the POM. */
    Map<String, String> junitConfiguration() {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(told.getOrDefault(CONFIGURATION, "")));
        } catch (IOException | IllegalArgumentException e) {
            return Map.of(); // which Surefire's provider has not understood either
        }
        Map<String, String> configuration = new HashMap<>();
        for (String name : parsed.stringPropertyNames()) {
            configuration.put(name, parsed.getProperty(name));
        }
        return Map.copyOf(configuration);
    }

    private boolean flag(String property) {
        return Boolean.parseBoolean(told.get(property));
    }
}
