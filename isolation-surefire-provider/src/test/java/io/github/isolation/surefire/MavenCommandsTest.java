package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Blueprint;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.report.HeardCalls;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.BetweenClasses;
import io.github.isolation.supervisor.Books;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.Launches;
import io.github.isolation.supervisor.Recorders;
import io.github.isolation.supervisor.Supervisor;
import io.github.isolation.supervisor.SupervisorFailedException;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.Shutdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Maven commands is done by the supervisor that runs; when Maven is gone, so is this JVM. */
final class MavenCommandsTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final CountDownLatch acknowledged = new CountDownLatch(1);

    @Test
    void classesRunAsMavenHandsThemOutUntilThereIsNone() throws Exception {
        BlockingQueue<Command> left = new LinkedBlockingQueue<>(
                List.of(Command.toRunClass("a.ATest"), Command.toRunClass("a.BTest"), Command.TEST_SET_FINISHED));
        HeardCalls maven = new HeardCalls(call -> {
            if (call.equals("acquireNextTest ")) {
                commands.add(Command.NOOP);
                commands.add(left.remove());
            } else if (call.equals("bye ")) {
                commands.add(Command.BYE_ACK);
            }
        });
        Supervisor supervisor = supervisor(maven, "PassesAll");
        Thread listening = listen(supervisor, commands::take);
        assertTrue(assertTimeoutPreemptively(LONG, supervisor::run));
        acknowledged.await();
        listening.join();
        assertEquals(
                List.of("testSucceeded a.ATest passes", "testSucceeded a.BTest passes"),
                maven.calls.stream()
                        .filter(call -> call.startsWith("testSucceeded"))
                        .toList());
        assertTrue(left.isEmpty());
    }

    @Test
    void mavenMaySkipWhatHasNotBegun() throws Exception {
        BlockingQueue<Command> left =
                new LinkedBlockingQueue<>(List.of(Command.toRunClass("a.ATest"), Command.TEST_SET_FINISHED));
        HeardCalls maven = new HeardCalls(call -> {
            if (call.equals("acquireNextTest ")) {
                commands.add(left.remove());
            } else if (call.equals("testSetStarting a.ATest null")) {
                commands.add(Command.SKIP_SINCE_NEXT_TEST);
            }
        });
        Supervisor supervisor = supervisor(maven, "SkipsWhenTold");
        listen(supervisor, commands::take);
        assertTrue(assertTimeoutPreemptively(LONG, supervisor::run));
        assertTrue(maven.calls.contains("testSkipped a.ATest waits"), maven.calls::toString);
    }

    @Test
    void mavenMayEndTheFork() throws Exception {
        HeardCalls maven = new HeardCalls(call -> {
            if (call.equals("acquireNextTest ")) {
                commands.add(Command.toRunClass("a.ATest"));
            } else if (call.equals("testStarting a.ATest sits")) {
                commands.add(Command.toShutdown(Shutdown.KILL));
            }
        });
        Supervisor supervisor = supervisor(maven, "NeverEnds");
        listen(supervisor, commands::take);
        assertFalse(assertTimeoutPreemptively(LONG, supervisor::run));
        assertTrue(maven.calls.contains("testError a.ATest sits"), maven.calls::toString);
    }

    @Test
    void aFaultOfItsOwnIsNoSilence() throws Exception {
        Supervisor supervisor = supervisor(new HeardCalls(), "NeverEnds");
        listen(supervisor, () -> {
            throw new IllegalStateException("as if");
        });
        SupervisorFailedException failed =
                assertTimeoutPreemptively(LONG, () -> assertThrows(SupervisorFailedException.class, supervisor::run));
        assertTrue(failed.getMessage().endsWith("java.lang.IllegalStateException: as if"), failed::getMessage);
    }

    /** In a JVM of its own, since it ends. */
    @Test
    void whereMavenIsGoneThisJvmEnds() throws Exception {
        Process process = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MavenIsGone.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals(
                "listening, all that was started ends",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        assertEquals(1, process.waitFor());
    }

    /** Listens to somebody who is gone. */
    static final class MavenIsGone {
        private MavenIsGone() {}

        public static void main(String[] arguments) throws IOException {
            MavenCommandsTest test = new MavenCommandsTest();
            test.directory = Path.of(arguments[0]);
            Supervisor supervisor = test.supervisor(new HeardCalls(), "NeverEnds");
            System.out.print("listening, ");
            new MavenCommands(
                            decoder(() -> {
                                throw new EOFException();
                            }),
                            supervisor,
                            () -> System.out.println("all that was started ends"),
                            test.acknowledged)
                    .run();
            System.out.println("and it goes on");
        }
    }

    /** What comes next of Maven. */
    private interface Commands {
        Command next() throws IOException, InterruptedException;
    }

    private Thread listen(Supervisor supervisor, Commands from) {
        Thread thread = new Thread(new MavenCommands(decoder(from), supervisor, () -> {}, acknowledged));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static MasterProcessChannelDecoder decoder(Commands from) {
        return new MasterProcessChannelDecoder() {
            @Override
            public Command decode() throws IOException {
                try {
                    return from.next();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    private Supervisor supervisor(HeardCalls maven, String worker) throws IOException {
        ForkSites sites = new ForkSites(new ForkLayout(directory), 1, List.of(), ReseedPolicy.NEVER);
        Settings fedByMaven = new Settings(
                1,
                1,
                true,
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
                fedByMaven,
                List.of(),
                Placement.FREE,
                maven.sink(),
                new Starts("io.github.isolation.supervisor." + worker),
                sites,
                Recorders.of(sites, directory),
                new Books(run, new RunHeader("1", 1, "/module", "/reports", "", "", 0)),
                new Launches(run),
                new BetweenClasses(sites, VerifyPolicy.AFTER_RUN),
                Duration.ofSeconds(1));
    }

    private record Starts(String worker) implements Blueprint {
        @Override
        public String nonceVariable() {
            return "NONCE";
        }

        @Override
        public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) {
            return new ProcessBuilder(
                    java(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    worker,
                    endpoint.toConnectionString());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
