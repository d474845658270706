package io.github.isolation.maven;

import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a directory for each fork, with its own copy of every fixture, and sets the property {@code
 * isolation.forkDirectory} for use in the configuration of Surefire and Failsafe.
 */
@Mojo(name = "prepare-forks", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class PrepareForksMojo extends SettingsMojo {
    /** How many forks are made ready. Only where Surefire is configured by hand; its own {@code forkCount} says it otherwise. */
    @Parameter(property = SettingNames.FORK_COUNT, defaultValue = "1")
    private String forkCount;

    @Override
    void run() throws IOException, ConfigurationException {
        // The extension has looked at them already; where Surefire is wired by hand, nobody has.
        Properties asked = asProperties();
        List<String> problems = Configuration.problems(asked);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        getLog().debug("isolation: " + new TreeMap<>(asked));
        int count = forkCount.isBlank()
                ? KnownSettings.FORK_COUNT.otherwise()
                : KnownSettings.FORK_COUNT.form().parse(forkCount);
        SeedPlan plan = SeedPlan.read(forks().seedPlan());
        new ReadOnlyFixtures(plan, forks().changedFixtures()).forget();
        Path classes = Path.of(project().getBuild().getTestOutputDirectory());
        new ForkPreparation(forks(), plan, getLog()).prepare(Math.min(count, TestClasses.atMost(classes, count)));
        Properties properties = project().getProperties();
        if (properties.getProperty(ForkProperties.FORK_DIRECTORY) == null) {
            // Surefire replaces the number when it starts a fork.
            properties.setProperty(
                    ForkProperties.FORK_DIRECTORY,
                    forks().forkDirectory("${surefire.forkNumber}").toString());
        }
    }

    private Properties asProperties() {
        Properties properties = new Properties();
        settings().forEach(properties::setProperty);
        properties.setProperty(SettingNames.FORK_COUNT, forkCount);
        return properties;
    }
}
