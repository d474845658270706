package io.github.isolation.maven.wiring;

import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Which Surefire and Failsafe run the tests where no POM says. Maven's own default may be of 2012 and know nothing of JUnit 5; of
 * Failsafe, Maven has none and takes the latest there is. Each costs one line, however many modules there are.
 */
final class UnnamedVersions {
    /** The newest version that this plugin was tested with. */
    static final String TESTED = newest();

    private final Consumer<String> lines;
    private final Set<String> said = new HashSet<>();

    /** For one build. */
    UnnamedVersions(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Gives the plugin the version that was tested, unless somebody has chosen another, or Maven's own is newer. */
    void choose(TestPlugin kind, Plugin plugin, EffectiveParameters parameters) {
        if (isReplaced(plugin) && !"keep".equals(parameters.own(KnownSettings.SUREFIRE_VERSION))) {
            say("isolation: no POM names a version of " + kind.artifactId() + ": " + TESTED
                    + " is used, the newest that was tested, and not "
                    + (plugin.getVersion() == null ? "the latest there is" : "Maven's own " + plugin.getVersion())
                    + "; -D" + SettingNames.SUREFIRE_VERSION + "=keep leaves that");
            plugin.setVersion(TESTED);
        }
    }

    /** What is to be added where the tests run as without us, because they run with what Maven brings. */
    static String withoutUs(@Nullable Plugin surefire) {
        return surefire != null && surefire.getVersion() != null && isReplaced(surefire)
                ? ", by Maven's own Surefire " + surefire.getVersion()
                : "";
    }

    private void say(String line) {
        if (said.add(line)) {
            lines.accept(line);
        }
    }

    private static boolean isReplaced(Plugin plugin) {
        @Nullable String version = plugin.getVersion();
        return version == null
                || (VersionPlace.isMavensOwn(plugin)
                        && new ComparableVersion(version).compareTo(new ComparableVersion(TESTED)) < 0);
    }

    private static String newest() {
        Properties versions = new Properties();
        try (InputStream stream = UnnamedVersions.class.getResourceAsStream("surefire.properties")) {
            if (stream == null) {
                throw new IllegalStateException("surefire.properties is missing in the jar of isolation-maven-plugin");
            }
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("newest");
    }
}
