package io.github.isolation.maven.wiring;

import org.apache.maven.model.Plugin;

/** The two plugins that fork tests. */
enum TestPlugin {
    /** Unit tests. */
    SUREFIRE("maven-surefire-plugin", "maven.surefire.debug"),
    /** Integration tests. */
    FAILSAFE("maven-failsafe-plugin", "maven.failsafe.debug");

    private static final String GROUP = "org.apache.maven.plugins";

    private final String artifactId;
    private final String debugProperty;

    TestPlugin(String artifactId, String debugProperty) {
        this.artifactId = artifactId;
        this.debugProperty = debugProperty;
    }

    /** The key under which Maven's model knows it. */
    String key() {
        return Plugin.constructKey(GROUP, artifactId);
    }

    String artifactId() {
        return artifactId;
    }

    /** The property that makes its forks wait for a debugger. */
    String debugProperty() {
        return debugProperty;
    }
}
