package io.github.isolation.maven;

import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.ForkCount;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.settings.Wiring;
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
public final class PrepareForksMojo extends SupervisorMojo {
    /** How many forks will be started: a number, or a multiple of the cores such as {@code 1.5C}. */
    @Parameter(property = "isolation.forkCount", defaultValue = "1")
    private String forkCount = "1";

    /** When fixtures are restored during a run: {@code onReplace}, {@code everyClass} or {@code never}. */
    @Parameter(property = ReseedPolicy.PROPERTY, defaultValue = "onReplace")
    private String reseed = "onReplace";

    /**
     * When it is looked whether tests changed a fixture that they have only links to or share: {@code everyClass}, or
     * {@code afterRun}.
     */
    @Parameter(property = VerifyPolicy.PROPERTY, defaultValue = "everyClass")
    private String verifyFixtures = "everyClass";

    @Override
    void run() throws IOException, ConfigurationException {
        // The extension has looked at them already; where Surefire is wired by hand, nobody has.
        Properties asked = asProperties();
        List<String> problems = Configuration.problems(asked);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        getLog().debug("isolation: " + new TreeMap<>(asked));
        int count = ForkCount.parse(forkCount, Runtime.getRuntime().availableProcessors());
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
        settings().forEach((name, value) -> properties.setProperty("isolation." + name, value));
        properties.setProperty(Wiring.FORK_COUNT, forkCount);
        properties.setProperty(ReseedPolicy.PROPERTY, reseed);
        properties.setProperty(VerifyPolicy.PROPERTY, verifyFixtures);
        return properties;
    }
}
