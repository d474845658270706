package io.github.isolation.supervisor;

import io.github.isolation.process.Blueprint;
import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Supervision;
import io.github.isolation.supervisor.core.life.Timer;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One trial from its first worker to the end of its last: a supervisor's loop and its core, around which nobody is told of
 * anything. Made once, run once, in one thread; {@link #put} and {@link #abandon} are for any thread.
 */
final class TrialRun implements Effect.Handler, WorkerEffect.Handler {
    private static final Duration TICK = Duration.ofMillis(500);

    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults(inbox);
    private final ForkSites sites;
    private final BetweenClasses betweenClasses;
    private final Supervision supervision;
    private final Timers timers;
    private final Workers workers;
    private final TrialOutcomes outcomes;
    private final Trial trial;
    private final int firstFork;
    private final Map<Integer, Integer> forks = new HashMap<>();
    private final Turns turns = new Turns();
    private String problem = "";
    private boolean finished;

    /**
     * Starts nothing yet.
     *
     * @param wanted the tests of which it is to be known that they passed
     */
    TrialRun(
            Trial trial,
            Settings settings,
            Blueprint blueprint,
            Launches launches,
            ForkSites sites,
            BetweenClasses betweenClasses,
            Duration gracePeriod,
            Predicate<TestRef> wanted)
            throws IOException {
        this.sites = sites;
        this.betweenClasses = betweenClasses;
        this.outcomes = new TrialOutcomes(wanted);
        this.trial = trial;
        this.firstFork = settings.firstFork();
        this.supervision = new Supervision(settings, List.of(), placement(trial, settings.firstFork()));
        for (List<Piece> lane : trial.lanes()) {
            for (Piece piece : lane) {
                supervision.openOnly(piece.className(), Set.copyOf(piece.ids()));
            }
        }
        this.timers =
                new Timers(gracePeriod, (serial, timer) -> put(new Input.TimerFired(serial, timer)), faults::failed);
        this.workers =
                new Workers(blueprint, new WorkerWatch(inbox, faults, new ExitInspector(launches), betweenClasses));
    }

    private static Placement placement(Trial trial, int firstFork) {
        Map<Integer, List<List<String>>> lanes = new HashMap<>();
        for (List<Piece> lane : trial.lanes()) {
            List<String> names = lane.stream().map(Piece::className).toList();
            lanes.put(firstFork + lanes.size(), List.of(names));
        }
        return Placement.replay(lanes);
    }

    /** Runs it to its end, or for so long. */
    TrialResult run(Duration limit) throws InterruptedException, IOException {
        long begun = System.nanoTime();
        boolean late = false;
        try {
            sites.services().lendTo(this::put);
            timers.every(TICK, () -> put(new Input.Tick()));
            perform(supervision.start(nowMillis()));
            while (!finished && faults.first() == null) {
                Inbox.Letter letter = inbox.take();
                for (Input input : letter.inputs()) {
                    perform(supervision.on(input, nowMillis()));
                }
                inbox.done(letter);
                if (!late && System.nanoTime() - begun > limit.toNanos()) {
                    late = true;
                    problem = "it took longer than " + limit.toSeconds() + " s";
                    perform(supervision.on(new Input.Shutdown("EXIT"), nowMillis()));
                }
            }
        } finally {
            timers.close();
            workers.destroyAll();
            workers.close();
            sites.services().takeBack();
        }
        Throwable fault = faults.first();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return new TrialResult(
                outcomes.all(),
                millis,
                fault == null ? problem : String.valueOf(fault),
                outcomes.lines(),
                turns.cutOff(trial, firstFork));
    }

    /** Takes an input. */
    void put(Input input) {
        inbox.put(List.of(input), 0);
    }

    /** Ends all workers at once: nobody is there any more who would want to know. */
    void abandon() {
        workers.destroyAll();
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void perform(List<Effect> effects) {
        effects.forEach(effect -> effect.perform(this));
    }

    @Override
    public void launch(Effect.Launch launch) {
        forks.put(launch.serial(), launch.fork());
        if (!sites.services().isEmpty()) {
            sites.services().employ(launch.serial(), launch.fork());
            put(new Input.Unready(launch.serial()));
            faults.aside("isolation-services", () -> put(sites.servicesForNewWorker(launch.serial(), launch.fork())));
        }
        faults.aside("isolation-launch", () -> workers.launch(launch.serial(), launch.fork(), launch.spare()));
    }

    /** Spares have that, and there are none. */
    @Override
    public void restore(Effect.Restore restore) {
        put(new Input.Tidied(restore.serial(), null));
    }

    @Override
    public void tidy(Effect.Tidy tidy) {
        faults.aside("isolation-tidy", () -> {
            String failure = "fork " + tidy.fork() + " could not be put in order after " + tidy.className();
            Input outcome = new Input.Tidied(tidy.serial(), failure);
            try {
                List<String> unused = betweenClasses.afterClass(tidy.serial(), tidy.fork());
                outcome = sites.services().isEmpty()
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
        outcomes.take(events);
    }

    @Override
    public void release(long slice) {}

    /** Why no worker starts is worth knowing. */
    @Override
    public void relay(Event event) {
        if (event instanceof Logged line && line.level() == LogLevel.WARNING) {
            note(line.message());
        }
    }

    private void note(@Nullable String line) {
        if (problem.isEmpty() && line != null && line.contains("did not start")) {
            problem = line.lines().findFirst().orElse("").replaceFirst("^isolation: ", "");
        }
    }

    @Override
    public void show(String line) {}

    @Override
    public void aboutArchive(Effect.AboutArchive what) {}

    @Override
    public void handed(Effect.Handed handed) {}

    @Override
    public void ended(Effect.Ended ended) {}

    @Override
    public void askForClass() {}

    @Override
    public void deliver(Effect.Deliver deliver) {}

    @Override
    public void discard(Effect.Discard discard) {}

    @Override
    public void giveBack(Effect.GiveBack back) {}

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void send(int serial, Command command) {
        if (command instanceof Command.RunClass run) {
            turns.handed(serial, forks.getOrDefault(serial, 0), run.className());
            betweenClasses.began(serial, run.className());
            sites.services().use(serial);
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
}
