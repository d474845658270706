package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Said;
import io.github.isolation.protocol.Event;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to workers, put where the loop will find it: each thing once, of the right worker, in order. */
final class WorkerWatchTest {
    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults(inbox);
    private Path content;
    private Launches launches;
    private BetweenClasses betweenClasses;
    private WorkerWatch watch;

    @BeforeEach
    void watchWorkers(@TempDir Path directory) throws IOException {
        ForkLayout layout = new ForkLayout(directory.resolve("isolation"));
        content = Files.createDirectories(directory.resolve("entry/content"));
        Files.writeString(content.resolve("words"), "hello");
        Seed seed = new Seed("db", content, SeedMode.SHARED);
        Manifest.digest(content, Map.of()).write(seed.manifest());
        new SeedPlan(List.of(seed)).write(layout.seedPlan());
        launches = new Launches(directory.resolve("run"));
        betweenClasses =
                new BetweenClasses(new ForkSites(layout, 2, List.of(), ReseedPolicy.NEVER), VerifyPolicy.EVERY_CLASS);
        watch = new WorkerWatch(inbox, faults, new ExitInspector(launches), betweenClasses);
    }

    @Test
    void whatCameTogetherGoesOnTogetherWithItsNumbersAndItsSize() throws InterruptedException {
        watch.heard(3, List.of(new Said(7, new Event.NextTest(-1)), new Said(8, new Event.Pong())), 42);
        Inbox.Letter letter = inbox.take();
        assertEquals(
                List.of(
                        new Input.FromWorker(3, 7, new Event.NextTest(-1)),
                        new Input.FromWorker(3, 8, new Event.Pong())),
                letter.inputs());
        assertEquals(42, letter.bytes());
    }

    @Test
    void linesTakeTheRoomThatTheyTake() throws InterruptedException {
        watch.line(3, "eleven long", false);
        Inbox.Letter letter = inbox.take();
        assertEquals(List.of(new Input.NativeLine(3, "eleven long", false)), letter.inputs());
        assertEquals(11, letter.bytes());
    }

    @Test
    void whatElseHappensIsToldOfItsWorker() throws InterruptedException {
        watch.garbled(3, "it stammers");
        watch.channelEnded(4);
        watch.warning("a stranger");
        assertEquals(List.of(new Input.Garbled(3, "it stammers")), inbox.take().inputs());
        assertEquals(List.of(new Input.ChannelEnded(4)), inbox.take().inputs());
        assertEquals(List.of(new Input.Warning("a stranger")), inbox.take().inputs());
        assertTrue(inbox.isEmpty());
    }

    @Test
    void whatAnExitedWorkerLeftIsToldWithItsStatus() throws Exception {
        Launch launch = launches.begin(3, true);
        Files.writeString(launch.marker(), launch.nonce());
        watch.exited(3, 9);
        assertEquals(
                List.of(new Input.Exited(3, new ExitInfo(9, true, null, false, true))),
                inbox.take().inputs());
    }

    /** Who is gone can not be the one who changes something from here on. */
    @Test
    void theClassOfAWorkerThatIsGoneIsNoSuspectAnyMore() throws Exception {
        betweenClasses.began(3, "a.ATest");
        betweenClasses.began(4, "a.BTest");
        watch.exited(3, 1);
        assertEquals(List.of(), betweenClasses.look());
        Files.writeString(content.resolve("words"), "changed");
        String line = betweenClasses.look().get(0);
        assertTrue(line.contains("it was whole before a.BTest ran"), line);
    }

    @Test
    void aThreadThatCannotGoOnStopsTheLoop() {
        Throwable thrown = new OutOfMemoryError("as if");
        watch.failed(thrown);
        assertSame(thrown, faults.first());
    }
}
