package io.github.isolation.maven.wiring;

import java.util.Arrays;
import java.util.Optional;
import org.apache.maven.model.Plugin;

/** The two plugins that fork tests. */
enum TestPlugin {
    /** Unit tests. */
    SUREFIRE("maven-surefire-plugin", "maven.surefire.debug", "surefire.suiteXmlFiles"),
    /** Integration tests. */
    FAILSAFE("maven-failsafe-plugin", "maven.failsafe.debug", "failsafe.suiteXmlFiles");

    private static final String GROUP = "org.apache.maven.plugins";

    private final String artifactId;
    private final String debugProperty;
    private final String suitesProperty;

    TestPlugin(String artifactId, String debugProperty, String suitesProperty) {
        this.artifactId = artifactId;
        this.debugProperty = debugProperty;
        this.suitesProperty = suitesProperty;
    }

    /** The key under which Maven's model knows it. */
    String key() {
        return Plugin.constructKey(GROUP, artifactId);
    }

    /** The one with this key, if it is one. */
    static Optional<TestPlugin> ofKey(String key) {
        return Arrays.stream(values())
                .filter(plugin -> plugin.key().equals(key))
                .findFirst();
    }

    String artifactId() {
        return artifactId;
    }

    /** The property that makes its forks wait for a debugger. */
    String debugProperty() {
        return debugProperty;
    }

    /** The property that says how many flaky tests fail a build. */
    String flakesProperty() {
        return (this == SUREFIRE ? "surefire" : "failsafe") + ".failOnFlakeCount";
    }

    /** The property that names suites of TestNG. */
    String suitesProperty() {
        return suitesProperty;
    }
}
