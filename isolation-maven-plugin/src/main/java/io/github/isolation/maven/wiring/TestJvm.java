package io.github.isolation.maven.wiring;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that an execution is going to run its tests in, as far as its configuration tells before the build starts:
 * {@code jvm}, {@code jdkToolchain}, the toolchain of the whole project, or Maven's own.
 *
 * @param isMavens whether nothing else was asked for
 * @param version its Java version; empty where only the toolchain plugin will know
 */
record TestJvm(boolean isMavens, Optional<Integer> version) {
    /** The oldest Java that the classes of the provider are compiled for. */
    static final int OLDEST = 17;

    private static final String TOOLCHAINS = "org.apache.maven.plugins:maven-toolchains-plugin";

    static TestJvm of(Xpp3Dom configuration, EffectiveParameters parameters, MavenProject project) {
        String jvm = parameters.find(configuration, "jvm", "jvm");
        if (jvm != null) {
            return new TestJvm(false, ofExecutable(jvm));
        }
        Xpp3Dom toolchain = configuration.getChild("jdkToolchain");
        if (toolchain == null) {
            toolchain = ofProject(project.getPlugin(TOOLCHAINS));
        }
        return toolchain == null
                ? new TestJvm(true, Optional.empty())
                : new TestJvm(false, number(Dom.text(toolchain, "version")));
    }

    /** Whether it is known to be too old. */
    boolean isTooOld() {
        return version.filter(java -> java < OLDEST).isPresent();
    }

    private static @Nullable Xpp3Dom ofProject(@Nullable Plugin toolchains) {
        Xpp3Dom all = toolchains == null
                ? null
                : Dom.configuration(toolchains.getConfiguration()).getChild("toolchains");
        return all == null ? null : all.getChild("jdk");
    }

    /** Every JDK since 8 says in a file of its own what it is. */
    private static Optional<Integer> ofExecutable(String jvm) {
        try {
            Path bin = Path.of(jvm).toRealPath().getParent();
            Path home = bin == null ? null : bin.getParent();
            if (home == null) {
                return Optional.empty();
            }
            Properties release = new Properties();
            try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
                release.load(reader);
            }
            return number(release.getProperty("JAVA_VERSION", "").replace("\"", ""));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // the fork itself will notice
        }
    }

    /** The first number of 11.0.2, the second of 1.8.0; a range is for the toolchain plugin to decide. */
    private static Optional<Integer> number(@Nullable String version) {
        String plain = version == null ? "" : version.startsWith("1.") ? version.substring(2) : version;
        String first = plain.split("[._+-]", 2)[0];
        return first.matches("\\d{1,4}") ? Optional.of(Integer.parseInt(first)) : Optional.empty();
    }
}
