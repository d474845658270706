package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.settings.ShardNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.jspecify.annotations.Nullable;
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

    private Optional<String> line(MavenProject... modules) {
        return line(new DefaultMavenExecutionRequest(), modules);
    }

    @SuppressWarnings("deprecation")
    private static Optional<String> line(MavenExecutionRequest request, MavenProject... modules) {
        MavenSession session = new MavenSession(
                (PlexusContainer) null,
                new DefaultRepositorySystemSession(),
                request,
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

    /** With it, the merge has the verdict, and it hears nothing of modules that are in no shard. */
    @Test
    void theirFailuresCountWhereThoseOfOthersAreIgnored() throws Exception {
        MavenProject shared = module("shared");
        MavenProject whole = module("whole");
        MavenProject lenient = module("lenient");
        Files.createDirectories(root.resolve("whole"));
        new ShardedModule(new ShardNumber(1, 2), root, root).of(shared);
        Xpp3Dom of = surefire(whole, null);
        Xpp3Dom ofShared = surefire(shared, null);
        Xpp3Dom ofLenient = surefire(lenient, "true");
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        line(request, shared, whole, lenient);
        assertNull(of.getChild("testFailureIgnore"), "nobody ignores anything");
        request.setUserProperties(new Properties());
        request.getUserProperties().setProperty("maven.test.failure.ignore", "true");
        String line = line(request, shared, whole, lenient).orElseThrow();
        assertTrue(line.contains("is skipped; a failure there fails this build"), line);
        assertEquals("false", of.getChild("testFailureIgnore").getValue());
        assertNull(ofShared.getChild("testFailureIgnore"));
        assertEquals("true", ofLenient.getChild("testFailureIgnore").getValue(), "the POM says so");
    }

    private static Xpp3Dom surefire(MavenProject project, @Nullable String testFailureIgnore) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("org.apache.maven.plugins");
        plugin.setArtifactId("maven-surefire-plugin");
        PluginExecution execution = new PluginExecution();
        execution.setId("default-test");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        if (testFailureIgnore != null) {
            Dom.set(configuration, "testFailureIgnore", testFailureIgnore);
        }
        execution.setConfiguration(configuration);
        plugin.addExecution(execution);
        project.getBuild().addPlugin(plugin);
        return configuration;
    }
}
