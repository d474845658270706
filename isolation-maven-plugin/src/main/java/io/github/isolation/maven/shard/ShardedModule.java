package io.github.isolation.maven.shard;

import io.github.isolation.settings.ShardNumber;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A module of which a part of the tests is run: what the extension has found out, for the end of the build.
 *
 * @param number which part; never {@code auto}
 * @param book where the modules of this build write down how much each shard has to do
 * @param plan where a plan is to be, if one is only made
 */
public record ShardedModule(ShardNumber number, Path book, Path plan) {
    private static final String KEY = "io.github.isolation.shard";
    private static final String MUST_HAVE_TESTS = "io.github.isolation.shard.failIfNoTests";

    /** Notes that it is one. */
    public void of(MavenProject project) {
        project.setContextValue(KEY, this);
    }

    /** What was noted; null if all of its tests are run. */
    public static @Nullable ShardedModule find(MavenProject project) {
        return project.getContextValue(KEY) instanceof ShardedModule sharded ? sharded : null;
    }

    /** Notes that the user wants a build to fail in which this plugin finds no tests: an empty shard is none, an empty module is. */
    public static void mustHaveTests(MavenProject project, String plugin) {
        Set<String> plugins = new TreeSet<>(mustHaveTests(project));
        plugins.add(plugin);
        project.setContextValue(MUST_HAVE_TESTS, String.join(",", plugins));
    }

    /** The plugins of which that was noted, by their artifactIds. */
    public static Set<String> mustHaveTests(MavenProject project) {
        return project.getContextValue(MUST_HAVE_TESTS) instanceof String plugins
                ? Set.of(plugins.split(","))
                : Set.of();
    }
}
