package io.github.isolation.supervisor;

import io.github.isolation.process.Blueprint;
import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.report.TestSets;
import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Supervision;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The loop around the core: one queue of inputs, one thread that takes them, and the effects it has carried out. Whatever
 * watches the outside world puts into the queue and nothing else.
 */
public final class Supervisor {
    /** How exactly slow tests are noticed. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults(inbox);
    private final RunRecorder record;
    private final Books books;
    private final ForkSites sites;
    private final Supervision supervision;
    private final Settings settings;
    private final SurefireSink maven;
    private final TestSets testSets;
    private final Workers workers;
    private final Timers timers;
    private final BetweenClasses betweenClasses;
    private final Actions actions;
    private @Nullable ClassFeed feed;
    private final List<AfterTests> afterTests = new CopyOnWriteArrayList<>();
    private boolean cancelled;

    /** Nobody reads it: once it is given up, there is memory to tell an end for want of memory. */
    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] reserve = new byte[1 << 20];

    /** For these classes, of which some belong together, or for what Maven hands out. Nothing is started yet. */
    public Supervisor(
            Settings settings,
            List<String> classNames,
            Placement placement,
            SurefireSink maven,
            Blueprint blueprint,
            ForkSites sites,
            RunRecorder record,
            Books books,
            Launches launches,
            BetweenClasses betweenClasses,
            Duration gracePeriod)
            throws IOException {
        this.record = record;
        this.books = books;
        this.sites = sites;
        this.betweenClasses = betweenClasses;
        this.settings = settings;
        this.maven = maven;
        this.supervision = new Supervision(settings, classNames, placement);
        supervision.usualMillis(record::usualMillis);
        this.timers =
                new Timers(gracePeriod, (serial, timer) -> put(new Input.TimerFired(serial, timer)), faults::failed);
        this.testSets = new TestSets(maven, settings.forks() == 1, sites.runDirectory(), this::lost);
        this.workers =
                new Workers(blueprint, new WorkerWatch(inbox, faults, new ExitInspector(launches), betweenClasses));
        this.actions =
                new Actions(workers, timers, testSets, maven, sites, betweenClasses, record, books, inbox, faults);
    }

    /**
     * Runs everything to its end, in the calling thread.
     *
     * @return whether it came to its own end; false if Maven ended it
     * @throws SupervisorFailedException if it cannot go on; what can be told of the tests was told
     */
    public boolean run() throws InterruptedException, IOException {
        try {
            sites.services().decide(this::put);
            timers.every(TICK, () -> put(new Input.Tick()));
            perform(supervision.start(nowMillis()));
            books.open();
            while (!actions.areFinished()) {
                Inbox.Letter letter = inbox.take();
                Throwable failed = faults.first();
                if (failed != null) {
                    throw giveUp(failed);
                }
                take(letter);
            }
            maven.deliver();
            if (cancelled) {
                sites.services().abandon();
                record.close(summary());
            } else {
                if (afterTests.isEmpty()) {
                    sites.services().close();
                }
                sayGoodbye();
            }
            return !cancelled;
        } catch (SupervisorFailedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw giveUp(e);
        } finally {
            workers.destroyAll();
            workers.close();
            if (feed != null) {
                feed.abandon();
            }
            sites.services().abandon();
            sites.close();
        }
    }

    private void sayGoodbye() throws IOException, InterruptedException {
        // The last class may have ended with its worker.
        betweenClasses.look().forEach(this::warn);
        maven.tell(new Logged(LogLevel.INFO, summary(), null));
        books.close(); // what comes now is none of their business
        doAfterTests();
        if (!afterTests.isEmpty()) {
            closeServices();
        }
        record.close(summary()).forEach(this::warn);
        if (!cancelled) {
            maven.bye();
        }
    }

    /** Nobody waits for them if Maven has ended the run. */
    private void closeServices() throws InterruptedException {
        if (cancelled) {
            sites.services().abandon();
        } else {
            sites.services().close();
        }
    }

    /** All results are told: whatever goes wrong now costs a line, and changes none of them. */
    private void doAfterTests() throws InterruptedException {
        for (AfterTests work : afterTests) {
            try {
                work.run();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception | Error e) {
                warn("isolation: what was to be found out after the tests is not, since something went wrong: " + e);
            }
        }
        while (!inbox.isEmpty()) {
            for (Input input : inbox.take().inputs()) {
                cancelled |= input instanceof Input.Shutdown;
                if (input instanceof Input.Warning warning) {
                    warn(warning.message());
                }
            }
        }
    }

    private String summary() {
        return supervision.statistics().summary(settings.forks());
    }

    private void warn(String line) {
        maven.tell(new Logged(LogLevel.WARNING, line, null));
    }

    /** Whatever it is, what was running becomes an error each, and what was not begun as well. */
    private SupervisorFailedException giveUp(Throwable why) {
        reserve = null;
        workers.destroyAll();
        if (feed != null) {
            feed.abandon();
        }
        books.nothingInHand(); // what is in hand is told here
        List<String> running = List.of();
        try {
            running = supervision.running();
            perform(supervision.fail(why.toString(), nowMillis()));
            if (feed == null) {
                testSets.releaseAll(); // of a class that was done nobody else is going to tell
            }
            maven.deliver(); // what tests printed may still wait to be joined
            record.fail(why.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // What is broken need not be able to say so.
            if (!e.equals(why)) {
                why.addSuppressed(e);
            }
        }
        return new SupervisorFailedException(running, why);
    }

    private void take(Inbox.Letter letter) {
        maven.gather();
        for (Input input : letter.inputs()) {
            take(input, letter.atNanos());
        }
        inbox.done(letter);
        if (inbox.isEmpty()) {
            maven.deliver();
        }
    }

    private void take(Input input, long atNanos) {
        cancelled |= input instanceof Input.Shutdown;
        if (feed != null && input instanceof Input.Shutdown) {
            feed.abandon(); // other machines need not wait until our workers have ended
        }
        record.took(input, atNanos);
        books.took(input);
        perform(supervision.on(input, nowMillis()));
        if (input instanceof Input.Tick) {
            record.progress().ifPresent(line -> maven.tell(new Logged(LogLevel.INFO, line, null)));
        }
    }

    /** Counted from anywhere, by a clock that nobody sets: limits and durations come of it, and no dates. */
    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Takes an input from any thread. */
    public void put(Input input) {
        inbox.put(List.of(input), 0);
        afterTests.forEach(work -> work.put(input));
    }

    /** Some thread of this JVM cannot go on. From any thread. */
    public void failed(Throwable thrown) {
        faults.failed(thrown);
    }

    /** Has something done, in whatever thread, as soon as the first class is with a worker: by then tests do not wait for it. */
    public void onFirstClass(Runnable work) {
        actions.onFirstClass(work);
    }

    /**
     * Has something done when Maven knows all results, and before it hears that this is the end; after what was asked for
     * already. Before the run.
     */
    public void afterTests(AfterTests work) {
        afterTests.add(work);
    }

    /** Of these classes, other machines run what this one does not. Before the run. */
    public void parts(Map<String, ClassPart> ofClasses) {
        supervision.parts(ofClasses);
    }

    /** Has classes from somewhere else than Maven, where it is asked as well whether their results count. Before the run. */
    public void feed(ClassFeed other) {
        feed = other;
        supervision.deliver();
        books.mayWithdraw();
        actions.feed(other);
    }

    /** Has what becomes of the archive in doubt done by somebody who knows it. */
    public void watchArchive(ArchiveWatch watch) {
        actions.watchArchive(watch);
    }

    /** Ends all workers at once, from any thread: Maven is gone, and with it all reason to go on. */
    public void abandon() {
        sites.services().abandon();
        workers.abandon();
        afterTests.forEach(AfterTests::abandon);
        if (feed != null) {
            feed.leave();
        }
    }

    private void perform(List<Effect> effects) {
        effects.forEach(effect -> effect.perform(actions));
    }

    private void lost(long slice, TestReport set, String why) {
        perform(supervision.on(new Input.OutputLost(slice, set, why), nowMillis()));
    }
}
