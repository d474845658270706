package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a goal has nothing to do, and how what goes wrong in it reaches the user. */
final class IsolationMojoTest extends GoalOnDisk {
    private final List<String> done = new ArrayList<>();

    private interface Work {
        void run() throws IOException, ConfigurationException, MojoExecutionException;
    }

    /** A goal that does as it is told. */
    private static final class Told extends IsolationMojo {
        private final Work work;

        Told(Work work) {
            this.work = work;
        }

        @Override
        void run() throws IOException, ConfigurationException, MojoExecutionException {
            work.run();
        }
    }

    @Test
    void aGoalDoesItsWorkAndSaysNothingOfItsOwn() throws Exception {
        goal().execute();
        assertEquals(List.of("work"), done);
        assertEquals(List.of(), log.lines());
    }

    @ParameterizedTest
    @CsvSource({
        "skip, isolation.skip is set",
        "skipTests, tests are skipped",
        "skipTestCompilation, tests are skipped",
    })
    void whereSomethingIsSkippedNothingIsDoneAndOneLineSaysWhy(String parameter, String why) throws Exception {
        IsolationMojo first = goal();
        GoalParameters.set(first, parameter, true);
        IsolationMojo second = goal();
        GoalParameters.set(second, parameter, true);
        first.execute();
        second.execute();
        assertEquals(List.of(), done);
        assertEquals(List.of("INFO isolation: nothing is prepared: " + why), log.lines());
    }

    @Test
    void ourOwnSkipIsTheReasonThatIsNamedWhereThereAreTwo() throws Exception {
        IsolationMojo goal = goal();
        GoalParameters.set(goal, "skip", true);
        GoalParameters.set(goal, "skipTests", true);
        goal.execute();
        assertTrue(said().endsWith("isolation.skip is set"), this::said);
    }

    /** The extension says so before the build begins, and notes that it left Surefire alone. */
    @Test
    void whatTheExtensionHasSaidIsNotSaidAgain() throws Exception {
        project.getProperties().setProperty("isolation.wired", "false");
        IsolationMojo goal = goal();
        GoalParameters.set(goal, "skip", true);
        goal.execute();
        assertEquals(List.of(), done);
        assertEquals(List.of(), log.lines());
    }

    @Test
    void aParentHasNoTests() throws Exception {
        project.setPackaging("pom");
        goal().execute();
        assertEquals(List.of(), done);
        assertEquals(List.of(), log.lines());
    }

    @Test
    void problemsOfTheConfigurationAreShownAsTheyAre() {
        String message = failure(ready(new Told(() -> {
            throw new ConfigurationException(List.of("<a>: one", "<b>: two"));
        })));
        assertEquals("2 problems in the configuration of isolation-maven-plugin:\n  - <a>: one\n  - <b>: two", message);
    }

    /** The JDK's own message is nothing but the name of the file. */
    @Test
    void aFileOfOursThatCannotBeUsedIsNamedWithTheSettingItComesFrom() {
        String lock = forks.slotLock(1).toString();
        String message = failure(ready(new Told(() -> {
            throw new AccessDeniedException(lock);
        })));
        assertEquals(lock + ": permission denied (isolation.directory is " + forks.isolationDirectory() + ")", message);
    }

    @Test
    void aFileOfSomebodyElseHasNothingToDoWithOurDirectory() {
        String message = failure(ready(new Told(() -> {
            throw new AccessDeniedException("/elsewhere/words");
        })));
        assertEquals("/elsewhere/words: permission denied", message);
    }

    @Test
    void whatAGoalSaysItselfIsNotChanged() {
        String message = failure(ready(new Told(() -> {
            throw new MojoExecutionException("as it is");
        })));
        assertEquals("as it is", message);
        assertFalse(forks.isolationDirectory().toFile().exists(), "nothing was made on the way");
    }

    private IsolationMojo goal() {
        return ready(new Told(() -> done.add("work")));
    }
}
