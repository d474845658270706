package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.fork.ForkProperties;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Where the forks of a module are. */
class ConfigurationTest {
    private static final Path MODULE = Path.of("module").toAbsolutePath();

    private final Properties properties = new Properties();

    @Test
    void aRelativeDirectoryIsBelowTheModule() {
        assertEquals(MODULE.resolve("target/elsewhere"), directory("target/elsewhere"));
    }

    /** A script that gives the value of a variable which is not set must not fill the module itself. */
    @Test
    void aDirectoryWithoutANameIsTheUsualOne() {
        assertEquals(MODULE.resolve("target/isolation"), directory(""));
    }

    private Path directory(String given) {
        properties.setProperty("basedir", MODULE.toString());
        properties.setProperty(ForkProperties.DIRECTORY, given);
        return Configuration.read(properties).directory();
    }
}
