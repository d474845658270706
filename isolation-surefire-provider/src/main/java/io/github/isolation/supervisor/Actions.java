package io.github.isolation.supervisor;

import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.report.TestSets;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.life.Timer;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what the core has decided. The loop's; what takes its time is done in threads of its own. */
final class Actions implements Effect.Handler, WorkerEffect.Handler {
    private final Workers workers;
    private final Timers timers;
    private final TestSets testSets;
    private final SurefireSink maven;
    private final ForkSites sites;
    private final BetweenClasses betweenClasses;
    private final ServiceSayings sayings;
    private final RunRecorder record;
    private final Books books;
    private final Inbox inbox;
    private final Faults faults;
    private ArchiveWatch archiveWatch = ArchiveWatch.NOBODY;
    private ClassFeed feed;
    private @Nullable Runnable onFirstClass;
    private boolean finished;

    Actions(
            Workers workers,
            Timers timers,
            TestSets testSets,
            SurefireSink maven,
            ForkSites sites,
            BetweenClasses betweenClasses,
            RunRecorder record,
            Books books,
            Inbox inbox,
            Faults faults) {
        this.workers = workers;
        this.timers = timers;
        this.testSets = testSets;
        this.maven = maven;
        this.feed = ClassFeed.of(maven);
        this.sites = sites;
        this.betweenClasses = betweenClasses;
        this.sayings = new ServiceSayings(sites.services());
        this.record = record;
        this.books = books;
        this.inbox = inbox;
        this.faults = faults;
    }

    void onFirstClass(Runnable work) {
        onFirstClass = work;
    }

    void watchArchive(ArchiveWatch watch) {
        archiveWatch = watch;
    }

    void feed(ClassFeed other) {
        feed = other;
        testSets.holdAll();
    }

    /** Whether all is done and told. */
    boolean areFinished() {
        return finished;
    }

    /** Seeding and spawning take their time; the loop has other workers to listen to. */
    @Override
    public void launch(Effect.Launch launch) {
        record.launched(launch);
        if (!sites.services().isEmpty()) {
            sites.services().employ(launch.serial(), launch.fork());
            if (!launch.spare()) {
                // It starts while they do, and waits for them before its first class.
                put(new Input.Unready(launch.serial()));
                faults.aside(
                        "isolation-services", () -> put(sites.servicesForNewWorker(launch.serial(), launch.fork())));
            }
        }
        faults.aside("isolation-launch", () -> workers.launch(launch.serial(), launch.fork(), launch.spare()));
    }

    @Override
    public void restore(Effect.Restore restore) {
        if (sites.hasFixtures() || !sites.services().isEmpty()) {
            faults.aside("isolation-launch", () -> {
                String failure = sites.hasFixtures() ? sites.prepareForSpare(restore.fork()) : null;
                put(
                        failure == null && !sites.services().isEmpty()
                                ? sites.servicesForNewWorker(restore.serial(), restore.fork())
                                : new Input.Tidied(restore.serial(), failure));
            });
        } else {
            put(new Input.Tidied(restore.serial(), null));
        }
    }

    @Override
    public void tidy(Effect.Tidy tidy) {
        faults.aside("isolation-tidy", () -> {
            String failure = "isolation: fork " + tidy.fork() + " could not be put in order after " + tidy.className();
            Input outcome = new Input.Tidied(tidy.serial(), failure);
            try {
                betweenClasses.afterClass(tidy.serial(), tidy.fork()).forEach(line -> put(new Input.Warning(line)));
                outcome = sites.services().isEmpty() || !tidy.goesOn()
                        ? new Input.Tidied(tidy.serial(), null)
                        : sites.services().afterClass(tidy.serial(), sites.services(tidy.fork()));
            } catch (IOException e) {
                outcome = new Input.Tidied(tidy.serial(), failure + ": " + e.getMessage());
            } finally {
                put(outcome);
            }
        });
    }

    @Override
    public void toWorker(int serial, WorkerEffect effect) {
        effect.perform(serial, this);
    }

    @Override
    public void hold(long slice, List<Event> events) {
        record.held(events);
        sayings.hears(slice, events);
        feed.heard(slice, events);
        testSets.hold(slice, SecretProperties.hidden(events, sites.services().secrets()));
    }

    @Override
    public void release(long slice) {
        testSets.release(slice);
        feed.forget(slice);
        sayings.ends(slice).forEach(text -> put(new Input.Warning(text)));
    }

    @Override
    public void relay(Event event) {
        record.relayed(event);
        maven.tell(event);
    }

    @Override
    public void handed(Effect.Handed handed) {
        record.handed(handed);
        sayings.begins(handed);
    }

    @Override
    public void ended(Effect.Ended ended) {
        record.ended(ended);
    }

    @Override
    public void show(String line) {
        RawConsole.print(line);
    }

    @Override
    public void aboutArchive(Effect.AboutArchive what) {
        archiveWatch.perform(what);
    }

    @Override
    public void askForClass() {
        feed.ask();
    }

    @Override
    public void deliver(Effect.Deliver deliver) {
        feed.deliver(deliver.className(), deliver.slices());
    }

    /** What a service has said of it was not said of a test that Maven knows. */
    @Override
    public void discard(Effect.Discard discard) {
        for (long slice : discard.slices()) {
            testSets.discard(slice);
            sayings.ends(slice);
            feed.forget(slice);
        }
        books.withdrawn(discard.className());
        feed.discarded(discard.className());
    }

    @Override
    public void giveBack(Effect.GiveBack back) {
        books.withdrawn(back.className());
        feed.giveBack(back.className());
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void send(int serial, Command command) {
        if (command instanceof Command.EndOfTests || command instanceof Command.RetireAck) {
            record.mayRetire(serial);
        }
        books.tells(serial, command);
        if (command instanceof Command.RunClass run) {
            betweenClasses.began(serial, run.className());
            sites.services().use(serial);
            if (onFirstClass != null) {
                onFirstClass.run();
                onFirstClass = null;
            }
        }
        workers.send(serial, command);
    }

    @Override
    public void arm(int serial, Timer timer) {
        timers.arm(serial, timer);
    }

    @Override
    public void disarm(int serial, Timer timer) {
        timers.disarm(serial, timer);
    }

    @Override
    public void quit(int serial) {
        workers.quit(serial);
    }

    @Override
    public void destroy(int serial, boolean hard) {
        workers.destroy(serial, hard);
    }

    @Override
    public void endOrphans(int serial) {
        workers.endOrphans(serial);
    }

    private void put(Input input) {
        inbox.put(List.of(input), 0);
    }
}
