package io.github.isolation.maven.wiring;

import io.github.isolation.maven.shard.ShardedModule;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Modules whose tests are run by every machine, because nobody shares them out there. */
final class Unshared {
    private static final String FAILURES_IGNORED = "maven.test.failure.ignore";

    private Unshared() {}

    /** Names them, where a part of the tests is run in others, and sees to it that their failures count. */
    static Optional<String> line(MavenSession session) {
        List<MavenProject> modules = session.getProjects().stream()
                .filter(project -> ShardedModule.find(project) == null)
                .toList();
        List<String> names = modules.stream()
                .filter(Unshared::mayHaveTests)
                .map(MavenProject::getArtifactId)
                .toList();
        if (modules.size() == session.getProjects().size() || names.isEmpty()) {
            return Optional.empty();
        }
        String ignored = session.getUserProperties().getProperty(FAILURES_IGNORED);
        boolean ignores = ignored != null && !ignored.strip().equals("false");
        if (ignores) {
            modules.forEach(project -> failuresCount(project, session.getGoals()));
        }
        return Optional.of("isolation: every machine runs all tests of " + String.join(", ", names)
                + ": isolation-maven-plugin is not in force there, or is skipped"
                + (ignores
                        ? "; a failure there fails this build, since no merge hears of it, whatever " + FAILURES_IGNORED
                                + " is"
                        : ""));
    }

    /** What stands in a POM goes before what is on the command line; a POM that has something there is left as it is. */
    private static void failuresCount(MavenProject project, List<String> goals) {
        for (TestPlugin testPlugin : TestPlugin.values()) {
            Plugin plugin = project.getPlugin(testPlugin.key());
            if (plugin != null) {
                for (PluginExecution execution : Executions.of(plugin, goals)) {
                    Xpp3Dom configuration = Dom.configuration(execution.getConfiguration());
                    if (Dom.text(configuration, "testFailureIgnore") == null) {
                        Dom.set(configuration, "testFailureIgnore", "false");
                        execution.setConfiguration(configuration);
                    }
                }
            }
        }
    }

    private static boolean mayHaveTests(MavenProject project) {
        return project.getTestCompileSourceRoots().stream().anyMatch(root -> new File(root).isDirectory());
    }
}
