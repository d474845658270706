package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.settings.ShardNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that every machine runs as a whole are named, where others are shared out. */
class UnsharedTest {
    @TempDir
    Path root;

    private MavenProject module(String name) {
        MavenProject module = new MavenProject();
        module.setArtifactId(name);
        module.addTestCompileSourceRoot(root.resolve(name).toString());
        return module;
    }

    @SuppressWarnings("deprecation")
    private static Optional<String> line(MavenProject... modules) {
        MavenSession session = new MavenSession(
                (PlexusContainer) null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(modules));
        return Unshared.line(session);
    }

    @Test
    void theyAreNamedIfTheyMayHaveTests() throws Exception {
        MavenProject shared = module("shared");
        MavenProject whole = module("whole");
        MavenProject without = module("without-tests");
        Files.createDirectories(root.resolve("shared"));
        Files.createDirectories(root.resolve("whole"));
        assertEquals(Optional.empty(), line(shared, whole, without), "nobody asked for shards");
        new ShardedModule(new ShardNumber(1, 2), root, root).of(shared);
        assertEquals(
                Optional.of("isolation: every machine runs all tests of whole: isolation-maven-plugin is not in force"
                        + " there, or is skipped"),
                line(shared, whole, without));
        assertEquals(Optional.empty(), line(shared, without));
    }
}
