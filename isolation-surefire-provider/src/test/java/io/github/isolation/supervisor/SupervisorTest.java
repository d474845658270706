package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Blueprint;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.report.HeardCalls;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor from its first worker to its last word, with processes that speak like workers. */
final class SupervisorTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private HeardCalls maven = new HeardCalls();

    @Test
    void whatItRanIsToldInOrderAndSummedUpBeforeItLeaves() throws Exception {
        List<String> done = new ArrayList<>();
        Supervisor supervisor = supervisor(1, PassesAll.class);
        supervisor.onFirstClass(() -> done.add("while the first class runs"));
        assertTrue(run(supervisor));
        assertEquals(
                List.of(
                        "testSetStarting a.ATest null",
                        "testStarting a.ATest passes",
                        "testSucceeded a.ATest passes",
                        "testSetCompleted a.ATest null",
                        "testSetStarting a.BTest null",
                        "testStarting a.BTest passes",
                        "testSucceeded a.BTest passes",
                        "testSetCompleted a.BTest null"),
                maven.calls.subList(0, 8));
        assertEquals(10, maven.calls.size(), maven.calls::toString);
        assertTrue(maven.calls.get(8).startsWith("consoleInfoLog isolation: 2 tests in 1 fork"), maven.calls::toString);
        assertEquals("bye ", maven.calls.get(9));
        assertEquals(List.of("while the first class runs"), done);
    }

    /** Which of them is first is chance; that no two are mixed is not. */
    @Test
    void withSeveralForksEachClassIsToldInOnePiece() throws Exception {
        assertTrue(run(supervisor(2, PassesAll.class)));
        for (String name : List.of("a.ATest", "a.BTest")) {
            int begin = maven.calls.indexOf("testSetStarting " + name + " null");
            assertEquals(
                    List.of(
                            "testStarting " + name + " passes",
                            "testSucceeded " + name + " passes",
                            "testSetCompleted " + name + " null"),
                    maven.calls.subList(begin + 1, begin + 4));
        }
    }

    @Test
    void whatIsDoneAfterTheTestsIsDoneWhenMavenKnowsAllResultsAndBeforeItHearsOfTheEnd() throws Exception {
        Supervisor supervisor = supervisor(1, PassesAll.class);
        supervisor.afterTests(after(() -> maven.calls.add("afterwards")));
        assertTrue(run(supervisor));
        assertEquals(11, maven.calls.size(), maven.calls::toString);
        assertTrue(maven.calls.get(8).startsWith("consoleInfoLog isolation: 2 tests in 1 fork"), maven.calls::toString);
        assertEquals(List.of("afterwards", "bye "), maven.calls.subList(9, 11));
    }

    @Test
    void whateverGoesWrongThenCostsALineAndNoResult() throws Exception {
        Supervisor supervisor = supervisor(1, PassesAll.class);
        supervisor.afterTests(after(() -> {
            throw new StackOverflowError("as if");
        }));
        assertTrue(run(supervisor));
        assertEquals(
                List.of(
                        "consoleWarningLog isolation: what was to be found out after the tests is not, since something went wrong:"
                                + " java.lang.StackOverflowError: as if",
                        "bye "),
                maven.calls.subList(9, 11));
    }

    /** Each of several is done, in their order, also if one before it goes wrong. */
    @Test
    void severalThingsAreDoneInTheirOrderWhateverBecomesOfThem() throws Exception {
        Supervisor supervisor = supervisor(1, PassesAll.class);
        supervisor.afterTests(after(() -> {
            throw new StackOverflowError("as if");
        }));
        supervisor.afterTests(after(() -> maven.calls.add("second")));
        supervisor.afterTests(after(() -> maven.calls.add("third")));
        assertTrue(run(supervisor));
        assertTrue(
                maven.calls.get(9).startsWith("consoleWarningLog isolation: what was to be found out"),
                maven.calls::toString);
        assertEquals(List.of("second", "third", "bye "), maven.calls.subList(10, 13));
    }

    @Test
    void mavenMayEndItThenToo() throws Exception {
        List<Supervisor> running = new ArrayList<>();
        List<Input> heard = new ArrayList<>();
        running.add(supervisor(1, PassesAll.class));
        running.get(0).afterTests(new AfterTests() {
            @Override
            public void run() {
                running.get(0).put(new Input.Shutdown("KILL"));
            }

            @Override
            public void put(Input input) {
                if (!(input instanceof Input.Tick)) {
                    heard.add(input);
                }
            }

            @Override
            public void abandon() {}
        });
        assertFalse(run(running.get(0)));
        assertEquals(List.of(new Input.Shutdown("KILL")), heard);
        assertFalse(maven.calls.contains("bye "), maven.calls::toString);
    }

    private interface Work {
        void work();
    }

    private static AfterTests after(Work work) {
        return new AfterTests() {
            @Override
            public void run() {
                work.work();
            }

            @Override
            public void put(Input input) {}

            @Override
            public void abandon() {}
        };
    }

    /** Whatever was running is an error each, and there is nothing to sum up. */
    @Test
    void mavenMayEndIt() throws Exception {
        List<Supervisor> running = new ArrayList<>();
        maven = new HeardCalls(call -> {
            if (call.equals("testStarting a.ATest sits")) {
                running.get(0).put(new Input.Shutdown("KILL"));
            }
        });
        running.add(supervisor(1, NeverEnds.class));
        assertFalse(run(running.get(0)));
        assertTrue(maven.calls.contains("testError a.ATest sits"), maven.calls::toString);
        assertFalse(maven.calls.contains("bye "), maven.calls::toString);
        assertTrue(maven.calls.stream().noneMatch(call -> call.contains("tests in 1 fork")), maven.calls::toString);
    }

    /** Each class is an error that says so, and the run comes to its end. */
    @Test
    void ifNoWorkerStartsEachClassIsAnError() throws Exception {
        assertTrue(run(supervisor(1, NoSuchWorker.class)));
        for (String name : List.of("a.ATest", "a.BTest")) {
            assertTrue(maven.calls.contains("testSetStarting " + name + " null"), maven.calls::toString);
            assertTrue(maven.calls.contains("testError " + name + " executionError"), maven.calls::toString);
            assertTrue(maven.calls.contains("testSetCompleted " + name + " null"), maven.calls::toString);
        }
        assertEquals("bye ", maven.calls.get(maven.calls.size() - 1));
    }

    /** A JVM that has no such main class ends with status 1. */
    interface NoSuchWorker {}

    private static boolean run(Supervisor supervisor) {
        return assertTimeoutPreemptively(LONG, supervisor::run);
    }

    private Supervisor supervisor(int forks, Class<?> worker) throws IOException {
        ForkSites sites = new ForkSites(new ForkLayout(directory), forks, List.of(), ReseedPolicy.NEVER);
        Settings settings = new Settings(
                1,
                forks,
                false,
                false,
                RetirePolicy.NEVER,
                CrashLimit.usual(),
                Limits.NONE,
                0,
                0,
                false,
                0,
                PlanSharing.NONE,
                Splitting.NEVER);
        Path run = sites.runDirectory();
        return new Supervisor(
                settings,
                List.of("a.ATest", "a.BTest"),
                Placement.FREE,
                maven.sink(),
                new Starts(worker),
                sites,
                Recorders.of(sites, directory),
                new Books(run, new RunHeader("1", 1, "/module", "/reports", "", "", 0)),
                new Launches(run),
                new BetweenClasses(sites, VerifyPolicy.AFTER_RUN),
                Duration.ofSeconds(1));
    }

    private record Starts(Class<?> worker) implements Blueprint {
        @Override
        public String nonceVariable() {
            return "NONCE";
        }

        @Override
        public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) {
            return new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    worker.getName(),
                    endpoint.toConnectionString());
        }
    }
}
