package io.github.isolation.maven.wiring;

import io.github.isolation.settings.SettingNames;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Who named the version of a plugin. Maven knows the place of each element of its model, and since 3.6.1 also of what stands in
 * no POM: that is in a model whose id has a fourth part.
 */
final class VersionPlace {
    private static final String BINDINGS = ":default-lifecycle-bindings";
    private static final String SUPER_POM = ":super-pom";

    private VersionPlace() {}

    /** Whether it comes from the lifecycle of a packaging, or from the POM that all others inherit. */
    static boolean isMavensOwn(Plugin plugin) {
        String model = model(plugin);
        return model.contains(BINDINGS) || model.contains(SUPER_POM);
    }

    /** That its version is too old, and what a user is to write, and where, to have this one instead. */
    static String tooOld(Plugin plugin, String better) {
        String what = "version " + plugin.getVersion() + " is too old";
        if (isMavensOwn(plugin)) {
            return what + ", and " + SettingNames.SUREFIRE_VERSION + "=keep leaves it; without that, " + better
                    + " is used";
        }
        String element = "; write <version>" + better + "</version>";
        InputLocation place = plugin.getLocation("version");
        String file = file(place);
        if (place != null && file != null && !file.endsWith(".pom")) {
            return what + element + " in line " + place.getLineNumber() + " of " + file;
        }
        String model = model(plugin);
        return what + element + " for " + plugin.getArtifactId() + " into the <pluginManagement> of your POM"
                + (model.isEmpty() ? "" : ", which has that of " + model);
    }

    /** A path; of a POM that comes from a repository, in the local one, where nobody should change anything. */
    private static @Nullable String file(@Nullable InputLocation place) {
        InputSource source = place == null ? null : place.getSource();
        return source == null ? null : source.getLocation();
    }

    private static String model(Plugin plugin) {
        InputLocation place = plugin.getLocation("version");
        InputSource source = place == null ? null : place.getSource();
        String model = source == null ? null : source.getModelId();
        return model == null ? "" : model;
    }
}
