package io.github.isolation.supervisor;

import io.github.isolation.process.Blueprint;
import io.github.isolation.process.Said;
import io.github.isolation.process.WorkerObserver;
import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.report.TestSets;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Supervision;
import io.github.isolation.supervisor.core.WorkerEffect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The loop around the core: one queue of inputs, one thread that takes them, and the effects it carries out. Whatever
 * watches the outside world puts into the queue and nothing else.
 */
public final class Supervisor implements WorkerObserver {
    /** How exactly slow tests are noticed. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final Inbox inbox = new Inbox();
    private final RunRecord record;
    private final Books books;
    private final ForkSites sites;
    private final Supervision supervision;
    private final Settings settings;
    private final SurefireSink maven;
    private final TestSets testSets;
    private final Workers workers;
    private final Timers timers;
    private final Autopsy autopsy;
    private final Tidying tidying;
    private boolean finished;
    private boolean cancelled;
    private volatile @Nullable Throwable fault;

    /** Nobody reads it: once it is given up, there is memory to tell an end for want of memory. */
    @SuppressWarnings("UnusedVariable")
    private byte @Nullable [] reserve = new byte[1 << 20];

    private @Nullable Runnable onFirstClass;
    private ArchiveWatch archiveWatch = ArchiveWatch.NOBODY;

    /** For these classes, some in groups that stay together, or for what Maven hands out. Nothing is started yet. */
    public Supervisor(
            Settings settings,
            List<String> classNames,
            Map<String, String> groups,
            SurefireSink maven,
            Blueprint blueprint,
            ForkSites sites,
            RunRecord record,
            Books books,
            Launches launches,
            Tidying tidying,
            Duration gracePeriod)
            throws IOException {
        this.record = record;
        this.books = books;
        this.sites = sites;
        this.tidying = tidying;
        this.autopsy = new Autopsy(launches);
        this.timers =
                new Timers(gracePeriod, (serial, timer) -> put(new Input.TimerFired(serial, timer)), this::failed);
        this.settings = settings;
        this.supervision = new Supervision(settings, classNames, groups);
        this.maven = maven;
        this.testSets = new TestSets(maven, settings.lanes() == 1, sites.runDirectory(), this::lost);
        this.workers = new Workers(blueprint, this);
    }

    /**
     * Runs everything to its end, in the calling thread.
     *
     * @return whether it came to its own end; false if Maven ended it
     * @throws SupervisorFailedException if it cannot go on; what can be told of the tests was told
     */
    public boolean run() throws InterruptedException, IOException {
        try {
            timers.every(TICK, () -> put(new Input.Tick()));
            perform(supervision.start(nowMillis()));
            books.open();
            while (!finished) {
                Inbox.Letter letter = inbox.take();
                Throwable failed = fault;
                if (failed != null) {
                    throw giveUp(failed);
                }
                take(letter);
            }
            maven.deliver();
            if (!cancelled) {
                // The last class may have ended with its worker.
                tidying.look().forEach(line -> maven.tell(new Logged(LogLevel.WARNING, line, null)));
                maven.tell(new Logged(LogLevel.INFO, supervision.ledger().summary(settings.lanes()), null));
                books.close();
                maven.bye();
            }
            record.write();
            return !cancelled;
        } catch (SupervisorFailedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw giveUp(e);
        } finally {
            workers.destroyAll();
            workers.close();
            sites.close();
        }
    }

    /** Whatever it is, what was running becomes an error each, and what was not begun as well. */
    private SupervisorFailedException giveUp(Throwable why) {
        reserve = null;
        workers.destroyAll();
        books.nothingInHand(); // what is in hand is told here
        List<String> running = List.of();
        try {
            running = supervision.running();
            perform(supervision.fail(why.toString(), nowMillis()));
            testSets.releaseAll(); // of a class that was done nobody else is going to tell
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
        record.took(input, atNanos);
        books.took(input);
        perform(supervision.on(input, nowMillis()));
    }

    /** Counted from anywhere, by a clock that nobody sets: limits and durations come of it, and no dates. */
    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Takes an input from any thread. */
    public void put(Input input) {
        inbox.put(List.of(input), 0);
    }

    /** Has something done, in whatever thread, as soon as the first class is with a worker: by then tests do not wait for it. */
    public void onFirstClass(Runnable work) {
        onFirstClass = work;
    }

    /** Has what becomes of the archive in doubt done by somebody who knows it. */
    public void watchArchive(ArchiveWatch watch) {
        archiveWatch = watch;
    }

    /** Ends all workers at once, from any thread: Maven is gone, and with it all reason to go on. */
    public void abandon() {
        workers.destroyAll();
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Hold hold) {
                testSets.hold(hold.run(), hold.events());
            } else if (effect instanceof Effect.Release release) {
                testSets.release(release.run());
            } else if (effect instanceof Effect.Relay relay) {
                maven.tell(relay.event());
            } else if (effect instanceof Effect.Show show) {
                RawConsole.print(show.line());
            } else if (effect instanceof Effect.ToWorker to) {
                perform(to.serial(), to.effect());
            } else if (effect instanceof Effect.Launch launch) {
                record.launched(launch.serial(), launch.lane(), launch.spare());
                // Seeding and spawning take their time; the loop has other workers to listen to.
                aside("isolation-launch", () -> workers.launch(launch.serial(), launch.lane(), launch.spare()));
            } else if (effect instanceof Effect.Restore restore) {
                if (sites.hasFixtures()) {
                    aside(
                            "isolation-launch",
                            () -> put(new Input.Tidied(restore.serial(), sites.prepareForSpare(restore.lane()))));
                } else {
                    put(new Input.Tidied(restore.serial(), null));
                }
            } else if (effect instanceof Effect.Tidy tidy) {
                aside("isolation-tidy", () -> tidy(tidy));
            } else if (effect instanceof Effect.AboutArchive about) {
                archiveWatch.perform(about);
            } else if (effect instanceof Effect.AskForClass) {
                maven.askForClass();
            } else {
                finished = true;
            }
        }
    }

    private void lost(long run, TestReport set, String why) {
        perform(supervision.on(new Input.OutputLost(run, set, why), nowMillis()));
    }

    private void aside(String name, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        };
        Thread thread = new Thread(guarded, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void tidy(Effect.Tidy tidy) {
        String failure = "isolation: fork " + tidy.lane() + " could not be put in order after " + tidy.className();
        try {
            tidying.afterClass(tidy.serial(), tidy.lane()).forEach(this::warning);
            failure = null;
        } catch (IOException e) {
            failure += ": " + e.getMessage();
        } finally {
            put(new Input.Tidied(tidy.serial(), failure));
        }
    }

    private void perform(int serial, WorkerEffect effect) {
        if (effect instanceof WorkerEffect.Send send) {
            record.told(serial, send.command());
            books.tells(serial, send.command());
            if (send.command() instanceof Command.RunClass run) {
                tidying.began(serial, run.className());
                if (onFirstClass != null) {
                    onFirstClass.run();
                    onFirstClass = null;
                }
            }
            workers.send(serial, send.command());
        } else if (effect instanceof WorkerEffect.Arm arm) {
            timers.arm(serial, arm.timer());
        } else if (effect instanceof WorkerEffect.Disarm disarm) {
            timers.disarm(serial, disarm.timer());
        } else if (effect instanceof WorkerEffect.Quit) {
            workers.quit(serial);
        } else if (effect instanceof WorkerEffect.EndOrphans) {
            workers.endOrphans(serial);
        } else if (effect instanceof WorkerEffect.Destroy destroy) {
            workers.destroy(serial, destroy.hard());
        } else {
            throw new IllegalStateException("the core settles accounts itself: " + effect);
        }
    }

    @Override
    public void heard(int serial, List<Said> events, int bytes) {
        List<Input> inputs = new ArrayList<>(events.size());
        for (Said said : events) {
            inputs.add(new Input.FromWorker(serial, said.number(), said.event()));
        }
        inbox.put(inputs, bytes);
    }

    /** Some thread of this JVM cannot go on, so nothing can be relied on any more. From any thread. */
    @Override
    public void failed(Throwable thrown) {
        fault = fault == null ? thrown : fault;
        inbox.put(List.of(), 0); // if there is no memory for that, the next tick wakes the loop
    }

    @Override
    public void garbled(int serial, String message) {
        put(new Input.Garbled(serial, message));
    }

    @Override
    public void channelEnded(int serial) {
        put(new Input.ChannelEnded(serial));
    }

    @Override
    public void line(int serial, String line, boolean stdout) {
        inbox.put(List.of(new Input.NativeLine(serial, line, stdout)), line.length());
    }

    @Override
    public void exited(int serial, int status) {
        tidying.ended(serial);
        put(new Input.Exited(serial, autopsy.perform(serial, status)));
    }

    @Override
    public void warning(String message) {
        put(new Input.Warning(message));
    }
}
