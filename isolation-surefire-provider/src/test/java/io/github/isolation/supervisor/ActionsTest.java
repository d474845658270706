package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.RunHeader;
import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Blueprint;
import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.report.HeardCalls;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.report.TestSets;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the core has decided is done, and what comes of it is put where the core hears of it. */
final class ActionsTest {
    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults(inbox);
    private final HeardCalls maven = new HeardCalls();

    @TempDir
    private Path directory;

    private ForkLayout layout;
    private Path content;
    private @Nullable Workers workers;
    private ServicePlan services = ServicePlan.EMPTY;
    private @Nullable ForkSites started;
    private @Nullable RunRecorder recorder;

    @BeforeEach
    void prepareAFixture() throws IOException {
        layout = new ForkLayout(directory.resolve("isolation"));
        content = Files.createDirectories(directory.resolve("entry/content"));
        Files.writeString(content.resolve("words"), "hello");
    }

    @AfterEach
    void close() throws Exception {
        if (started != null) {
            started.services().close();
            started.services().abandon();
        }
        if (workers != null) {
            workers.close();
        }
        if (recorder != null) {
            recorder.fail("the test is over"); // its thread makes files where JUnit is about to delete all there are
        }
    }

    @Test
    void aWorkerThatCannotBeStartedIsToldAsOneThatHasEnded() throws Exception {
        actions(SeedMode.COPY, ReseedPolicy.NEVER).launch(new Effect.Launch(3, 1, false));
        assertEquals(
                List.of(new Input.NativeLine(3, "java.io.IOException: no JVM here", false)),
                inbox.take().inputs());
        assertEquals(List.of(new Input.ChannelEnded(3)), inbox.take().inputs());
        assertEquals(List.of(new Input.Exited(3, ExitInfo.of(-1))), inbox.take().inputs());
    }

    @Test
    void aForkIsRestoredForTheWorkerThatWasStartedBefore() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.ON_REPLACE);
        actions.restore(new Effect.Restore(3, 1));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        Path copy = layout.fixtures(1).resolve("db/words");
        Files.writeString(copy, "changed");
        actions.restore(new Effect.Restore(4, 1));
        assertEquals(List.of(new Input.Tidied(4, null)), inbox.take().inputs());
        assertEquals("hello", Files.readString(copy));
    }

    @Test
    void whereNothingIsRestoredNobodyWaitsForAThread() throws Exception {
        actions(SeedMode.COPY, ReseedPolicy.NEVER).restore(new Effect.Restore(3, 1));
        assertFalse(inbox.isEmpty());
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        assertFalse(Files.exists(layout.fixtures(1)));
    }

    @Test
    void aForkThatCannotBeRestoredSaysSo() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.ON_REPLACE);
        Files.createFile(
                Files.createDirectories(layout.forkDirectory(1).getParent()).resolve("1")); // in its way
        actions.restore(new Effect.Restore(3, 1));
        Input.Tidied tidied = (Input.Tidied) inbox.take().inputs().get(0);
        String failure = String.valueOf(tidied.failure());
        assertTrue(failure.startsWith("isolation: fork 1 could not be restored: "), failure);
    }

    @Test
    void afterAClassItsForkIsPutInOrder() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.EVERY_CLASS);
        actions.tidy(new Effect.Tidy(3, 1, "a.ATest", true));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        assertEquals("hello", Files.readString(layout.fixtures(1).resolve("db/words")));
    }

    @Test
    void whatAClassHasChangedIsToldBeforeItsWorkerGoesOn() throws Exception {
        Actions actions = actions(SeedMode.SHARED, ReseedPolicy.NEVER);
        actions.send(3, new Command.RunClass("a.ATest", 1));
        Files.writeString(content.resolve("words"), "changed");
        actions.tidy(new Effect.Tidy(3, 1, "a.ATest", true));
        Input.Warning warning = (Input.Warning) inbox.take().inputs().get(0);
        assertTrue(warning.message().contains("it was whole before a.ATest ran"), warning::message);
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
    }

    @Test
    void aForkThatCannotBePutInOrderIsTheLastOfItsWorkerAndSaysWhy() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.EVERY_CLASS);
        Files.createFile(
                Files.createDirectories(layout.forkDirectory(1).getParent()).resolve("1")); // in its way
        actions.tidy(new Effect.Tidy(3, 1, "a.ATest", true));
        Input.Tidied tidied = (Input.Tidied) inbox.take().inputs().get(0);
        String failure = String.valueOf(tidied.failure());
        assertTrue(failure.startsWith("isolation: fork 1 could not be put in order after a.ATest: "), failure);
    }

    @Test
    void aWorkerWaitsForItsServicesFromBeforeItIsStarted() throws Exception {
        services("echo ready; exec sleep 600");
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.launch(new Effect.Launch(3, 1, false));
        assertEquals(List.of(new Input.Unready(3)), inbox.take().inputs());
        // The worker itself cannot be started, which is told in three.
        assertTrue(heard(4).contains(new Input.Tidied(3, null)));
        assertTrue(Files.readString(log()).startsWith("ready"));
    }

    @Test
    void aWorkerThatIsStartedAheadFindsThemRestored() throws Exception {
        services("echo ready; exec sleep 600");
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.launch(new Effect.Launch(3, 1, true));
        assertEquals(new Input.Exited(3, ExitInfo.of(-1)), heard(3).get(2), "it waits for nobody");
        actions.restore(new Effect.Restore(3, 1));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        actions.send(3, new Command.RunClass("a.ATest", 1));
        actions.restore(new Effect.Restore(3, 1));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        assertEquals(2, Files.readAllLines(log()).size(), "it was used");
    }

    @Test
    void afterTheLastClassNobodyNeedsThemRestored() throws Exception {
        services("echo ready; exec sleep 600", RestorePolicy.EVERY_CLASS);
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.launch(new Effect.Launch(3, 1, false));
        heard(5);
        actions.send(3, new Command.RunClass("a.ATest", 1));
        actions.tidy(new Effect.Tidy(3, 1, "a.ATest", false));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        assertEquals(1, Files.readAllLines(log()).size());
        actions.tidy(new Effect.Tidy(3, 1, "a.ATest", true));
        assertEquals(List.of(new Input.Tidied(3, null)), inbox.take().inputs());
        assertEquals(2, Files.readAllLines(log()).size(), "there was another one after all");
    }

    @Test
    void aServiceThatDoesNotStartIsToldWithAllThatIsKnown() throws Exception {
        services("echo no; exit 3");
        actions(SeedMode.COPY, ReseedPolicy.NEVER).restore(new Effect.Restore(3, 1));
        Input.ServiceFailed failed = (Input.ServiceFailed) inbox.take().inputs().get(0);
        assertEquals(3, failed.serial());
        assertTrue(
                failed.why()
                        .startsWith("service 's' of fork 1 ended before it was ready (log:^ready): exit status 3. Its"
                                + " command was: /bin/sh -c echo no; exit 3\nIt last said:\n  no\n"),
                failed::why);
    }

    @Test
    void whatAServiceSaidWhileAClassFailedIsTold() throws Exception {
        services("echo ready; while :; do if [ -e ask ]; then rm ask; echo no such table; fi; sleep 0.01; done");
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.launch(new Effect.Launch(3, 1, false));
        heard(5);
        actions.handed(new Effect.Handed(3, 7, "a.ATest", Slice.Part.WHOLE, 1));
        ask();
        actions.hold(7, List.of(result(ReportKind.SUCCEEDED)));
        actions.release(7);
        assertTrue(inbox.isEmpty(), "it passed");
        actions.handed(new Effect.Handed(3, 8, "a.BTest", Slice.Part.WHOLE, 1));
        ask();
        actions.hold(8, List.of(result(ReportKind.FAILED)));
        actions.hold(8, List.of(result(ReportKind.SUCCEEDED)));
        actions.release(8);
        assertEquals(
                List.of(new Input.Warning(
                        "isolation: a.BTest failed, and while it ran, service 's' of fork 1 said:\n  no such table")),
                inbox.take().inputs());
        actions.handed(new Effect.Handed(3, 9, "a.CTest", Slice.Part.WHOLE, 1));
        actions.hold(9, List.of(result(ReportKind.ERROR)));
        actions.release(9);
        assertTrue(inbox.isEmpty(), "it said nothing");
    }

    /** Has the service say something, and waits until it has. */
    private void ask() throws IOException {
        long before = Files.size(log());
        Files.createFile(directory.resolve("ask"));
        while (Files.size(log()) == before) {
            Thread.onSpinWait();
        }
    }

    private static Reported result(ReportKind kind) {
        return new Reported(
                kind,
                new TestReport(false, 1, "a.ATest", null, "test", null, null, 5, null, Map.of(), "a.ATest", null));
    }

    private Path log() {
        return layout.services("1").resolve("s.log");
    }

    private void services(String script) throws IOException {
        services(script, RestorePolicy.ON_REPLACE);
    }

    private void services(String script, RestorePolicy restore) throws IOException {
        ServiceLife life =
                new ServiceLife(ReadyCheck.parse("log:^ready"), Duration.ZERO, "TERM", Duration.ofSeconds(20), restore);
        ServiceCommand command = new ServiceCommand(List.of("/bin/sh", "-c", script), directory);
        services = new ServicePlan(List.of(new ServiceSpec("s", command, life, null, Map.of("p", "x@{port}"), null)));
    }

    private List<Input> heard(int inputs) throws InterruptedException {
        List<Input> heard = new ArrayList<>();
        while (heard.size() < inputs) {
            heard.addAll(inbox.take().inputs());
        }
        return heard;
    }

    @Test
    void whatWaitsForTheFirstClassIsDoneOnce() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        List<String> done = new ArrayList<>();
        actions.onFirstClass(() -> done.add("once"));
        actions.send(1, new Command.Ping());
        assertEquals(List.of(), done, "no class");
        actions.send(1, new Command.RunClass("a.ATest", 1));
        actions.send(1, new Command.RunClass("a.BTest", 1));
        assertEquals(List.of("once"), done);
    }

    @Test
    void whoeverKnowsTheArchiveHearsWhatBecomesOfIt() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.aboutArchive(Effect.AboutArchive.DOUBT); // nobody knows it
        List<Effect.AboutArchive> heard = new ArrayList<>();
        actions.watchArchive(heard::add);
        actions.aboutArchive(Effect.AboutArchive.BLAME);
        assertEquals(List.of(Effect.AboutArchive.BLAME), heard);
    }

    @Test
    void whatIsForMavenIsToldInOrderAndTheEndIsKnown() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.relay(new Logged(LogLevel.INFO, "one", null));
        actions.hold(7, List.of(new Logged(LogLevel.WARNING, "two", null)));
        assertEquals(List.of("consoleInfoLog one"), maven.calls, "two forks: a class is told in one piece");
        actions.release(7);
        actions.askForClass();
        assertEquals(List.of("consoleInfoLog one", "consoleWarningLog two", "acquireNextTest "), maven.calls);
        assertFalse(actions.areFinished());
        actions.finish();
        assertTrue(actions.areFinished());
    }

    @Test
    void aClockThatIsSetRings() throws Exception {
        Actions actions = actions(SeedMode.COPY, ReseedPolicy.NEVER);
        actions.arm(6, Timer.GRACE);
        assertEquals(List.of(new Input.TimerFired(6, Timer.GRACE)), inbox.take().inputs());
    }

    private Actions actions(SeedMode mode, ReseedPolicy policy) throws IOException {
        Seed seed = new Seed("db", content, mode);
        Manifest.digest(content, Map.of()).write(seed.manifest());
        new SeedPlan(List.of(seed)).write(layout.seedPlan());
        ForkSites sites = new ForkSites(layout, 2, List.of(), policy);
        sites.provide(services);
        started = sites;
        BetweenClasses betweenClasses = new BetweenClasses(sites, VerifyPolicy.EVERY_CLASS);
        Path run = Files.createDirectories(sites.runDirectory());
        Workers made = new Workers(
                new StartsNobody(),
                new WorkerWatch(inbox, faults, new ExitInspector(new Launches(run)), betweenClasses));
        workers = made;
        SurefireSink sink = maven.sink();
        RunRecorder written = Recorders.of(sites, directory);
        recorder = written;
        return new Actions(
                made,
                new Timers(
                        Duration.ofMillis(1),
                        (serial, timer) -> inbox.put(List.of(new Input.TimerFired(serial, timer)), 0),
                        faults::failed),
                new TestSets(sink, false, run, (slice, set, why) -> {}),
                sink,
                sites,
                betweenClasses,
                written,
                new Books(run, new RunHeader("1", 1, "/module", "/reports", "", "", 0)),
                inbox,
                faults);
    }

    private static final class StartsNobody implements Blueprint {
        @Override
        public String nonceVariable() {
            return "NONCE";
        }

        @Override
        public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) throws IOException {
            throw new IOException("no JVM here");
        }
    }
}
