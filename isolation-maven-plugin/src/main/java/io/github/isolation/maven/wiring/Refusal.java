package io.github.isolation.maven.wiring;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Reasons to leave an execution as it is: its tests run exactly as without us, and one warning says why. */
final class Refusal {
    /** Since 3.2 there are {@code additionalClasspathDependencies}; 3.2.5 is the oldest version that we test. */
    private static final int[] OLDEST = {3, 2, 5};

    private static final Pattern PROVIDER = Pattern.compile("surefire-(junit3|junit4|junit47|junit-platform|testng)");

    private Refusal() {}

    /** For an execution of this plugin of the project. */
    static Optional<String> find(
            TestPlugin kind,
            Plugin plugin,
            Xpp3Dom configuration,
            EffectiveParameters parameters,
            MavenProject project) {
        return find(kind, plugin, configuration, parameters)
                .or(() -> jvm(plugin.getVersion(), TestJvm.of(configuration, parameters, project)))
                .or(() -> severalProviders(plugin));
    }

    private static Optional<String> jvm(@Nullable String version, TestJvm jvm) {
        if (jvm.isTooOld()) {
            return Optional.of("the tests run on Java " + jvm.version().orElseThrow() + ", and " + TestJvm.OLDEST
                    + " is the oldest that works");
        }
        return "3.6.0".equals(version) && !jvm.isMavens()
                ? Optional.of("Surefire 3.6.0 runs no tests at all in another JDK than Maven's; 3.6.1 does")
                : Optional.empty();
    }

    private static Optional<String> severalProviders(Plugin plugin) {
        List<String> providers = plugin.getDependencies().stream()
                .map(Dependency::getArtifactId)
                .filter(artifact -> PROVIDER.matcher(artifact).matches())
                .sorted()
                .toList();
        return providers.size() < 2
                ? Optional.empty()
                : Optional.of("it has several providers (" + String.join(", ", providers)
                        + "), and each of them runs classes of its own choice");
    }

    static Optional<String> find(
            TestPlugin kind, Plugin plugin, Xpp3Dom configuration, EffectiveParameters parameters) {
        String version = plugin.getVersion();
        if (version != null && isOlder(version)) {
            return Optional.of(VersionPlace.tooOld(plugin, UnnamedVersions.TESTED));
        }
        if ("0".equals(parameters.find(configuration, "forkCount", "forkCount"))) {
            return Optional.of("forkCount is 0, so there is no fork to supervise; set forkCount to 1 or more");
        }
        String debug = parameters.find(configuration, "debugForkedProcess", kind.debugProperty());
        if (parameters.isTrue(debug)) {
            return Optional.of("a debugger is to be attached to the fork (" + kind.debugProperty() + ")");
        }
        return configuration.getChild("suiteXmlFiles") == null && parameters.property(kind.suitesProperty()) == null
                ? Optional.empty()
                : Optional.of("<suiteXmlFiles> are handed to TestNG as a whole");
    }

    private static boolean isOlder(String version) {
        String[] parts = version.split("[.-]", -1);
        for (int i = 0; i < OLDEST.length && i < parts.length; i++) {
            try {
                int part = Integer.parseInt(parts[i]);
                if (part != OLDEST[i]) {
                    return part < OLDEST[i];
                }
            } catch (NumberFormatException e) {
                return false; // not a version we can judge; Surefire will tell
            }
        }
        return false;
    }
}
