package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Blueprint;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.record.Progress;
import io.github.isolation.record.RecordWriter;
import io.github.isolation.record.RunFact;
import io.github.isolation.report.HeardCalls;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor that cannot go on, whatever the reason, says so with what was running, and every class is accounted for. */
final class FailedSupervisorTest {
    private static final String RUNNING = "isolation: the supervisor failed while a.ATest.sits ran: ";

    private static final List<String> ALL_ACCOUNTED_FOR = List.of(
            "testSetStarting a.ATest null",
            "testStarting a.ATest sits",
            "testError a.ATest sits",
            "testError a.ATest executionError",
            "testSetCompleted a.ATest null",
            "testSetStarting a.BTest null",
            "testError a.BTest executionError",
            "testSetCompleted a.BTest null");

    @TempDir
    Path directory;

    private Supervisor supervisor;

    @Test
    void aFaultInItsLoopIsAnErrorOfWhatWasRunning() throws Exception {
        assertEquals(RUNNING + "java.lang.OutOfMemoryError: as if", whatItSays(call -> {
            if (call.equals("testStarting a.ATest sits")) {
                throw new OutOfMemoryError("as if");
            }
        }));
    }

    @Test
    void aThreadThatCannotGoOnIsNoSilence() throws Exception {
        assertEquals(RUNNING + "java.lang.StackOverflowError", whatItSays(call -> {
            if (call.equals("testStarting a.ATest sits")) {
                Thread watcher = new Thread(() -> supervisor.failed(new StackOverflowError()));
                watcher.start();
            }
        }));
    }

    @Test
    void whoCannotBeToldOfAnythingStillEndsAllWorkers() throws Exception {
        HeardCalls maven = new HeardCalls(call -> {
            throw new IllegalStateException("nobody listens");
        });
        SupervisorFailedException failure = run(maven);
        assertEquals(
                "isolation: the supervisor failed while a.ATest ran: java.lang.IllegalStateException: nobody listens",
                failure.getMessage());
    }

    /** Of several effects, the first one fails: the class that was to be told next is done, and nobody owes it anything. */
    @Test
    void whatWasHeldForAClassThatIsDoneIsTold() throws Exception {
        HeardCalls maven = new HeardCalls(call -> {
            if (call.startsWith("consoleErrorLog")) {
                throw new OutOfMemoryError("as if");
            }
        });
        run(maven, 2, EndsItsFirst.class);
        List<String> done = List.of(
                "testSetStarting a.ATest null",
                "testStarting a.ATest passes",
                "testSucceeded a.ATest passes",
                "testSetCompleted a.ATest null");
        assertTrue(maven.calls.containsAll(done), maven.calls::toString);
    }

    private String whatItSays(Consumer<String> listener) throws Exception {
        HeardCalls maven = new HeardCalls(listener);
        SupervisorFailedException failure = run(maven);
        assertEquals(ALL_ACCOUNTED_FOR, maven.calls);
        return failure.getMessage();
    }

    private SupervisorFailedException run(HeardCalls maven) throws IOException {
        return run(maven, 1, NeverEnds.class);
    }

    private SupervisorFailedException run(HeardCalls maven, int forks, Class<?> worker) throws IOException {
        Blueprint blueprint = new Blueprint() {
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
        };
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
        supervisor = new Supervisor(
                settings,
                List.of("a.ATest", "a.BTest"),
                Placement.FREE,
                maven.sink(),
                blueprint,
                sites,
                recorder(sites),
                new Books(run, new RunHeader("1", 1, "/module", "/reports", "", "", 0)),
                new Launches(run),
                new BetweenClasses(sites, VerifyPolicy.AFTER_RUN),
                Duration.ofSeconds(1));
        return assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            SupervisorFailedException failure = assertThrows(SupervisorFailedException.class, supervisor::run);
            awaitWorkers(worker);
            return failure;
        });
    }

    private RunRecorder recorder(ForkSites sites) {
        RecordWriter record = new RecordWriter(sites.runRecord(), Assertions::fail);
        RunRecorder recorder = new RunRecorder(
                record,
                ClassTimes.read(directory.resolve("times")),
                () -> {},
                new ProgressLines(new Progress(Map.of()), Duration.ZERO));
        recorder.begin(new RunFact("run", 0, "", "", "", "", 1, 1, "", "", "", "", List.of(), List.of()));
        return recorder;
    }

    /** Nobody is left: not for want of a supervisor, whose end of the channel is still open, but because it has ended them. */
    private static void awaitWorkers(Class<?> worker) {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(worker.getName()))
                .forEach(child -> child.onExit().join());
    }
}
