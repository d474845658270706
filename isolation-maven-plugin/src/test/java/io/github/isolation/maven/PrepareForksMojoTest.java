package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code isolation:prepare-forks}: each fork has its directory and its fixtures before Surefire begins. */
final class PrepareForksMojoTest extends GoalOnDisk {
    private static final String FORK_DIRECTORY = "isolation.forkDirectory";

    private final PrepareForksMojo goal = new PrepareForksMojo();

    @BeforeEach
    void planOneFixtureForFiveClasses() throws IOException {
        Path words = Files.writeString(directory.resolve("words"), "hello");
        new SeedPlan(List.of(new Seed("words", words, SeedMode.COPY))).write(forks.seedPlan());
        for (String name : List.of("A", "B", "C", "D", "E")) {
            Files.createFile(directory.resolve("module/target/test-classes").resolve(name + ".class"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "9, 5", "' 2 ', 2"})
    void asManyForksAreReadyAsCanHaveAClass(String forkCount, int ready) throws Exception {
        execute(forkCount);
        for (int fork = 1; fork <= ready; fork++) {
            assertEquals("hello", Files.readString(forks.fixtures(fork).resolve("words")));
        }
        assertFalse(Files.exists(forks.forkDirectory(ready + 1)));
    }

    @Test
    void withoutForksTheTestsOfThisJvmHaveAPlace() throws Exception {
        execute("0");
        assertTrue(Files.isDirectory(forks.temporaryDirectory("main")));
        assertFalse(Files.exists(forks.forkDirectory(1)));
    }

    /** As a script does that hands on a variable which is not set; everybody else takes that for no value. */
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aForkCountWithoutAValueIsTheUsualOne(String forkCount) throws Exception {
        execute(forkCount);
        assertTrue(Files.isDirectory(forks.forkDirectory(1)));
        assertFalse(Files.exists(forks.forkDirectory(2)));
    }

    @Test
    void surefireGetsTheDirectoryOfEachForkByAProperty() throws Exception {
        execute("2");
        assertEquals(
                forks.isolationDirectory() + "/forks/${surefire.forkNumber}".replace('/', java.io.File.separatorChar),
                project.getProperties().getProperty(FORK_DIRECTORY));
    }

    @Test
    void aDirectoryThatThePomNamesIsLeftAlone() throws Exception {
        project.getProperties().setProperty(FORK_DIRECTORY, "elsewhere");
        execute("2");
        assertEquals("elsewhere", project.getProperties().getProperty(FORK_DIRECTORY));
    }

    /** Where Surefire is wired by hand, nobody has looked at the settings before. */
    @Test
    void allSettingsThatCannotBeUnderstoodAreNamedAtOnceAndNothingIsMade() {
        GoalParameters.set(goal, "reseed", "always");
        GoalParameters.set(goal, "testTimeout", "soon");
        GoalParameters.set(goal, "ports", List.of("http", "http"));
        GoalParameters.set(goal, "forkCount", "many");
        assertEquals("""
                4 problems in the configuration of isolation-maven-plugin:
                  - <reseed> (isolation.reseed): 'always' is none of onReplace, everyClass, never
                  - <testTimeout> (isolation.testTimeout): 'soon' is not a duration; write 500ms, 30s, 5m, 1h or 30d
                  - <ports> (isolation.ports): 'http' is there twice
                  - <forkCount> (isolation.forkCount): 'many' is not a number of forks; write a number such as 4, or 1.5C for 1.5 per core""", failure(ready(goal)));
        assertFalse(Files.exists(forks.forkDirectory(1)));
    }

    @Test
    void whoChangedAFixtureInAnEarlierBuildIsForgotten() throws Exception {
        Path note = forks.changedFixtures().resolve("words");
        Files.createDirectories(note.getParent());
        Files.writeString(note, "shop.ATest");
        execute("1");
        assertFalse(Files.exists(note));
    }

    @Test
    void aDamagedPlanIsNamedWithTheCommandThatMendsIt() throws IOException {
        Files.writeString(forks.seedPlan(), "seeds=x");
        GoalParameters.set(goal, "forkCount", "1");
        String message = failure(ready(goal));
        assertTrue(message.contains(forks.seedPlan().toString()), message);
        assertTrue(message.contains("'mvn process-test-classes' writes it again"), message);
    }

    @Test
    void aFixtureThatIsGoneFromTheCacheIsNamedWithTheCommandThatFetchesIt() throws IOException {
        Files.delete(directory.resolve("words"));
        GoalParameters.set(goal, "forkCount", "2");
        String message = failure(ready(goal));
        assertTrue(message.contains("fixture 'words' is no longer in the cache"), message);
        assertTrue(message.contains("'mvn process-test-classes' fetches it again"), message);
    }

    @Test
    void whereSomethingIsSkippedNoForkIsMade() throws Exception {
        GoalParameters.set(goal, "skipTests", true);
        execute("2");
        assertFalse(Files.exists(forks.forkDirectory(1)));
    }

    private void execute(String forkCount) throws Exception {
        GoalParameters.set(goal, "forkCount", forkCount);
        ready(goal).execute();
    }
}
