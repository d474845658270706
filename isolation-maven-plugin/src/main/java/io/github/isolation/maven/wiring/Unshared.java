package io.github.isolation.maven.wiring;

import io.github.isolation.maven.shard.ShardedModule;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Modules whose tests are run by every machine, because nobody shares them out there. */
final class Unshared {
    private Unshared() {}

    /** Names them, where a part of the tests is run in others. */
    static Optional<String> line(MavenSession session) {
        List<String> modules = session.getProjects().stream()
                .filter(project -> ShardedModule.find(project) == null && mayHaveTests(project))
                .map(MavenProject::getArtifactId)
                .toList();
        boolean sharded = session.getProjects().stream().anyMatch(project -> ShardedModule.find(project) != null);
        return sharded && !modules.isEmpty()
                ? Optional.of("isolation: every machine runs all tests of " + String.join(", ", modules)
                        + ": isolation-maven-plugin is not in force there, or is skipped")
                : Optional.empty();
    }

    private static boolean mayHaveTests(MavenProject project) {
        return project.getTestCompileSourceRoots().stream().anyMatch(root -> new File(root).isDirectory());
    }
}
