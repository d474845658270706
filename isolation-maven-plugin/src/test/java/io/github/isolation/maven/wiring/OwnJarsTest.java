package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose jars are taken for the user's own. */
final class OwnJarsTest {
    @TempDir
    Path directory;

    private final MavenProject project = project("org.shop", "web");

    private static MavenProject project(String group, String artifact) {
        MavenProject project = new MavenProject();
        project.setGroupId(group);
        project.setArtifactId(artifact);
        return project;
    }

    private Artifact artifact(String group, String name, String classifier) throws IOException {
        Artifact artifact = new DefaultArtifact(group, name, "1", "test", "jar", classifier, null);
        artifact.setFile(
                Files.createFile(directory.resolve(name + classifier + ".jar")).toFile());
        return artifact;
    }

    private List<String> own(String... scanned) {
        return new OwnJars(project, List.of(project, project("org.shop", "core")))
                .find(List.of(scanned)).stream()
                        .map(jar -> jar.getFileName().toString())
                        .toList();
    }

    private void depend(Artifact... dependencies) {
        project.setArtifacts(new LinkedHashSet<>(List.of(dependencies)));
    }

    @Test
    void thoseOfTheBuildAreAndThoseOfOthersAreNot() throws IOException {
        depend(
                artifact("org.shop", "core", ""),
                artifact("org.shop", "core", "tests"),
                artifact("org.shop", "other", ""),
                artifact("org.lib", "core2", ""));
        assertEquals(List.of("core.jar", "coretests.jar"), own());
    }

    /** From the phase package on, Failsafe has it on its class path instead of the directory of classes. */
    @Test
    void theJarOfTheModuleItselfIs() throws IOException {
        project.setArtifact(artifact("org.shop", "web", ""));
        project.addAttachedArtifact(artifact("org.shop", "web", "tests"));
        assertEquals(List.of("web.jar", "webtests.jar"), own());
    }

    @Test
    void thoseWhoseTestsAreRunAreAndSoIsWhatTheyTest() throws IOException {
        depend(
                artifact("org.lib", "text", ""),
                artifact("org.lib", "text", "tests"),
                artifact("org.lib", "text2", ""),
                artifact("org.kit", "tck", ""));
        assertEquals(List.of("text.jar", "texttests.jar"), own("org.lib:text:jar:tests"));
        assertEquals(List.of("text.jar", "texttests.jar", "text2.jar", "tck.jar"), own("org.lib:*", "org.kit"));
        assertEquals(List.of(), own("org.l:b:text"));
    }

    /** In the phase test, the module of a reactor is a directory; and what is not built has no file. */
    @Test
    void directoriesAreNoJars() throws IOException {
        Artifact classes = new DefaultArtifact("org.shop", "core", "1", "test", "jar", "", null);
        classes.setFile(directory.toFile());
        Artifact none = new DefaultArtifact("org.shop", "core", "1", "test", "jar", "tests", null);
        project.setArtifacts(Set.of(classes, none));
        assertEquals(List.of(), own());
    }
}
