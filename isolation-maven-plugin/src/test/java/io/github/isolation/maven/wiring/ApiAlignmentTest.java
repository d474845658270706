package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.SettingNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** With which API tests run, whatever version of it their project has: with the plugin's own, or not at all. */
class ApiAlignmentTest {
    private final Goal goal = new Goal();

    @Test
    void whoHasTheSameVersionOrNoneIsLeftAlone() throws Exception {
        assertEquals(List.of(), align("1.2.0"));
        assertEquals(List.of(), align("1.2.0", artifact("isolation-api", "1.2.0"), artifact("commons-lang3", "3")));
        assertEquals(null, goal.excludes);
    }

    @Test
    void aSnapshotIsTheSameWheneverItWasBuilt() throws Exception {
        assertEquals(List.of(), align("1.2.0-SNAPSHOT", artifact("isolation-api", "1.2.0-20261129.101112-3")));
        assertEquals(null, goal.excludes);
    }

    @Test
    void anOlderOneIsLeftOutAndOneLineSaysSo() throws Exception {
        goal.excludes = new String[] {"mine:mine"};
        List<String> said = align("1.2.0", artifact("isolation-api", "1.1.9"));

        assertEquals(
                List.of("isolation: the tests of shop are compiled against isolation-api 1.1.9, and run with 1.2.0, the"
                        + " version of isolation-maven-plugin: give isolation-api that version, too."),
                said);
        assertEquals(List.of("mine:mine", "io.github.isolation:isolation-api"), List.of(goal.excludes));
    }

    @Test
    void theLineSaysWhoBringsIt() throws Exception {
        Artifact artifact = artifact("isolation-api", "1.1.9");
        artifact.setDependencyTrail(
                List.of("a:shop:jar:1", "a:support:jar:1", "io.github.isolation:isolation-api:jar:1.1.9"));
        String said = align("1.2.0", artifact).get(0);

        assertTrue(said.contains("isolation-api 1.1.9 (through a:support), and run with"), said);
    }

    @Test
    void ofANewerOneNotEverythingIsKnownSoNothingIsRun() {
        assertEquals(
                "isolation: the tests of shop are compiled against isolation-api 1.2.1, and isolation-maven-plugin is 1.2.0,"
                        + " which is older and does not know all of that: give the plugin version 1.2.1. No test was run.",
                refused("1.2.0", artifact("isolation-api", "1.2.1")));
        assertTrue(refused("1.2.0-SNAPSHOT", artifact("isolation-api", "1.2.0")).contains("version 1.2.0."));
        assertEquals(null, goal.excludes);
    }

    @Test
    void anotherMajorVersionPromisedSomethingElse() {
        String said = refused("2.0.0", artifact("isolation-api", "1.9"));
        assertTrue(said.contains("give isolation-api version 2.0.0. No test was run."), said);
    }

    @Test
    void whoStillDependsOnTheRuntimeIsToldWhatToDependOn() throws Exception {
        String line =
                "isolation: shop depends on isolation-surefire-provider: replace that with isolation-api, which is all"
                        + " that tests need; the plugin brings the rest.";
        assertEquals(List.of(line), align("1.2.0", artifact("isolation-surefire-provider", "1.2.0")));
        assertEquals(null, goal.excludes);

        assertEquals(List.of(line), align("1.2.0", artifact("isolation-surefire-provider", "1.1.0")));
        assertEquals(List.of("io.github.isolation:isolation-surefire-provider"), List.of(goal.excludes));
        assertTrue(refused("1.2.0", artifact("isolation-surefire-provider", "1.3.0"))
                .contains("plugin version 1.3.0"));
    }

    @Test
    void whereNothingIsWiredOrRunNothingIsSaid() throws Exception {
        goal.skipTests = true;
        assertEquals(List.of(), align("1.2.0", artifact("isolation-api", "1.3.0")));
        goal.skipTests = false;
        goal.variables = Map.of();
        assertEquals(List.of(), align("1.2.0", artifact("isolation-api", "1.3.0")));
        goal.variables = null;
        assertEquals(List.of(), align("1.2.0", artifact("isolation-api", "1.3.0")));
        assertEquals(
                List.of(), ApiAlignment.align(new Object(), Set.of(artifact("isolation-api", "1.3.0")), "shop", "1"));
    }

    private List<String> align(String version, Artifact... artifacts) throws MojoExecutionException {
        return ApiAlignment.align(goal, new LinkedHashSet<>(List.of(artifacts)), "shop", version);
    }

    private String refused(String version, Artifact... artifacts) {
        return assertThrows(MojoExecutionException.class, () -> align(version, artifacts))
                .getMessage();
    }

    private static Artifact artifact(String name, String version) {
        String group = name.startsWith("isolation") ? "io.github.isolation" : "org.apache.commons";
        return new DefaultArtifact(group, name, version, "test", "jar", null, new DefaultArtifactHandler("jar"));
    }

    /** What is public of the parameters of Surefire's goals, and asked or changed here. */
    public static final class Goal {
        private Map<String, String> variables = Map.of(SettingNames.FORK_COUNT, "1");
        private String[] excludes;
        private boolean skipTests;

        public Map<String, String> getSystemPropertyVariables() {
            return variables;
        }

        public boolean isSkipTests() {
            return skipTests;
        }

        public String[] getClasspathDependencyExcludes() {
            return excludes;
        }

        public void setClasspathDependencyExcludes(String[] excludes) {
            this.excludes = excludes;
        }
    }
}
