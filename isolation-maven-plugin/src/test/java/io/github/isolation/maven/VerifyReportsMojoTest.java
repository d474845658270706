package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.maven.shard.ShardedModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code isolation:verify-reports}: what was run and what the reports say is the same, or the build is red. */
final class VerifyReportsMojoTest extends GoalOnDisk {
    private static final long BEGUN = 1_000;

    private Path reports;
    private long begun = BEGUN;

    @BeforeEach
    void makeReports() throws IOException {
        reports = Files.createDirectories(directory.resolve("module/reports"));
    }

    @Test
    void whereAllIsWellNothingIsSaid() throws Exception {
        ran("r1", "a.ATest");
        report("a.ATest", 2);
        goal("fail").execute();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void whereNothingWasRunThereIsNothingToCompare() throws Exception {
        goal("fail").execute();
        assertEquals(List.of(), log.lines());
    }

    /** Of a shard Surefire cannot say it, since it is told that there may be none. */
    @Test
    void whereThereHaveToBeTestsAndNoneWasFoundTheBuildFails() throws Exception {
        ShardedModule.mustHaveTests(project, "maven-surefire-plugin");
        assertTrue(failure(goal("fail")).contains("maven-surefire-plugin has found no test here"));
        ran("r1");
        goal("fail").execute();
        // Those of Failsafe come later.
        ShardedModule.mustHaveTests(project, "maven-failsafe-plugin");
        goal("fail").execute();
    }

    @Test
    void aResultThatNoReportHasFailsTheBuildAndSaysWhatToDo() throws IOException {
        ran("r1", "a.ATest");
        report("a.ATest", 1);
        String message = failure(goal("fail"));
        assertTrue(message.startsWith("isolation: what was to be run, what was run and what the report files say are"));
        assertTrue(message.contains("\n  - a.ATest: "), message);
        assertTrue(message.contains("\nDo not trust the results of this build."), message);
        assertTrue(message.contains("Please report it, with " + forks.runs() + " and the report files."), message);
        assertTrue(message.endsWith(
                "-Disolation.skip runs the tests without it, -Disolation.verifyReports=warn only says" + " so."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", " warn "})
    void whoWantsOnlyAWarningGetsOne(String value) throws Exception {
        ran("r1", "a.ATest");
        goal(value).execute();
        assertEquals(1, log.lines().size());
        assertTrue(said().startsWith("WARN isolation: what was to be run"), this::said);
    }

    /** A variable of a script that is not set is no wish to let a wrong build pass. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", " fail", "fail "})
    void whateverIsNotAWishForAWarningFails(String value) throws IOException {
        ran("r1", "a.ATest");
        assertTrue(failure(goal(value)).contains("a.ATest"));
    }

    @Test
    void aValueThatCannotBeUnderstoodIsNamed() {
        assertEquals("""
                1 problem in the configuration of isolation-maven-plugin:
                  - <verifyReports> (isolation.verifyReports): 'no' is none of fail, warn""", failure(goal("no")));
    }

    /** Failsafe's goal has one bound behind it, and so has Surefire's. */
    @Test
    void whatAnotherExecutionHasLookedAtIsNotHeldAgainstTheBuildTwice() throws Exception {
        ran("r1", "a.ATest");
        failure(goal("fail"));
        goal("fail").execute();
        begun += 10;
        ran("r2", "b.BTest");
        assertTrue(failure(goal("fail")).contains("b.BTest"));
    }

    @Test
    void runsOfEarlierBuildsAreNobodysBusiness() throws Exception {
        ran("r1", "a.ATest");
        request.setStartTime(Date.from(Instant.ofEpochMilli(BEGUN + 1)));
        goal("fail").execute();
    }

    @Test
    void ofManyDifferencesTheFirstFiftyAreListed() throws IOException {
        String[] classes = new String[60];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "a.Test" + i;
        }
        ran("r1", classes);
        String message = failure(goal("fail"));
        assertEquals(51, message.split("\n  - ", -1).length - 1, message);
        assertTrue(message.contains("\n  - and 10 more\n"), message);
    }

    private VerifyReportsMojo goal(String verifyReports) {
        VerifyReportsMojo goal = ready(new VerifyReportsMojo());
        GoalParameters.set(goal, "verifyReports", verifyReports);
        GoalParameters.set(goal, "session", session());
        return goal;
    }

    /** Two tests of each class passed, and Maven was told so. */
    private void ran(String id, String... classNames) throws IOException {
        Path module = directory.resolve("module");
        RunBooks books = new RunBooks(new RunHeader(
                Long.toString(ProcessHandle.current().pid()), begun, module.toString(), "reports", "", "", 0));
        for (String className : classNames) {
            books.ofClass(className).promised = 1;
            books.ofClass(className).handed = 1;
            books.ofClass(className).heard = 6;
            for (int i = 0; i < 2; i++) {
                books.ofSource(className).heardFirst.add(Outcome.PASSED, i);
                books.ofSource(className).told.add(Outcome.PASSED, i);
            }
        }
        books.summary = 2L * classNames.length;
        books.endedMillis = begun + 1;
        Path file = forks.runDirectory(id).resolve(BooksFile.NAME);
        BooksFile.begin(file, books.header());
        BooksFile.end(file, books);
    }

    private void report(String className, int cases) throws IOException {
        String xml = "<testsuite>" + ("<testcase classname=\"" + className + "\"/>").repeat(cases) + "</testsuite>";
        Files.writeString(reports.resolve("TEST-" + className + ".xml"), xml);
    }
}
