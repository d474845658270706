package io.github.isolation.supervisor;

import io.github.isolation.fixture.SeedReport;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RecordWriter;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.ServiceFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.UndiscoverableFact;
import io.github.isolation.record.WaitFact;
import io.github.isolation.record.WorkerFact;
import io.github.isolation.service.ServiceEvent;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.life.DeathReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Writes down what happens in a run: what goes into the supervisor, what comes out of it, and when. Also knows how long each class
 * took. The loop's, but for {@link #seeded}.
 */
public final class RunRecorder {
    private static final int NOBODY = 0;

    /** Whoever keeps records. */
    public interface Keeper {
        /** The record is on disk. */
        void keep() throws IOException;
    }

    private final RecordWriter record;
    private final ClassTimes times;
    private final Keeper keeper;
    private final ProgressLines progress;
    private final LongSupplier nanoTime;
    private final long beganAt;
    private final Map<Integer, WorkerLife> lives = new HashMap<>();
    private final Map<Integer, Integer> lastOfFork = new HashMap<>();
    private final TestResults results;
    private long now;
    private int speaker;
    private boolean reports;
    private long events;
    private boolean cancelled;
    private String archive = "";

    /** Of a run that begins now. */
    public RunRecorder(RecordWriter record, ClassTimes times, Keeper keeper, ProgressLines progress) {
        this(record, times, keeper, progress, System::nanoTime);
    }

    RunRecorder(RecordWriter record, ClassTimes times, Keeper keeper, ProgressLines progress, LongSupplier nanoTime) {
        this.record = record;
        this.times = times;
        this.keeper = keeper;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.beganAt = nanoTime.getAsLong();
        this.now = beganAt;
        this.results = new TestResults(this::note);
    }

    /** Writes the first line. */
    public void begin(RunFact run) {
        record.begin(run);
        progress.take(run);
    }

    /** Which class-data archive workers start from, those that start from one. */
    public void startsFrom(String name) {
        archive = name;
    }

    private void note(Fact fact) {
        record.add(fact);
        progress.take(fact);
    }

    /** How far the run is, if it is time to say so. */
    Optional<String> progress() {
        return progress.due(at());
    }

    /** Something has reached the supervisor, which is going to act on it. */
    void took(Input input, long atNanos) {
        now = atNanos == 0 ? nanoTime.getAsLong() : atNanos;
        speaker = NOBODY;
        reports = input instanceof Input.FromWorker said && said.event() instanceof Reported;
        if (input instanceof Input.FromWorker from) {
            speaker = from.serial();
            events++;
            WorkerLife life = lives.get(from.serial());
            if (life != null) {
                heard(life, from.event());
            }
        } else if (input instanceof Input.NativeLine line) {
            speaker = line.serial();
        } else if (input instanceof Input.Exited exited) {
            speaker = exited.serial();
            WorkerLife life = lives.get(exited.serial());
            if (life != null) {
                life.exited(now, exited.exit().status());
            }
        } else if (input instanceof Input.Tick) {
            for (WorkerLife life : lives.values()) {
                life.look();
            }
        } else if (input instanceof Input.Shutdown) {
            cancelled = true;
        }
    }

    private void heard(WorkerLife life, Event event) {
        times.heard(event);
        if (event instanceof Event.Hello hello) {
            life.pid = hello.pid();
        } else if (event instanceof Reported reported) {
            if (!life.ran && reported.kind() == ReportKind.STARTING) {
                life.ran = true;
                follow(life);
            }
            life.lastReport = now;
        } else if (event instanceof Event.NextTest) {
            life.asked = now;
            if (!life.ready) {
                life.ready = true;
                life.look();
                life.countFrom(now);
                note(WorkerFact.ready(at(), life.serial, life.fork, life.spare, life.figures.cpuMillis()));
            }
            returns(life);
        } else if (event instanceof Event.GoesOn) {
            returns(life);
        } else if (event instanceof Event.Bye || event instanceof Event.Retiring) {
            life.saidBye = now;
            life.look();
        } else if (event instanceof Event.LeftBehind left) {
            List<String> things = left.leftovers().stream().map(Leftover::what).toList();
            note(new LeakFact(at(), life.serial, life.fork, left.className(), left.afterMillis(), things));
        } else if (event instanceof Event.Undiscoverable undiscoverable) {
            String message = String.valueOf(undiscoverable.cause().message());
            note(new UndiscoverableFact(at(), life.serial, life.fork, life.className(), message));
        } else if (event instanceof Event.Waited waited) {
            note(new WaitFact(at(), life.serial, life.fork, life.className(), waited.what(), waited.millis()));
        }
    }

    void launched(Effect.Launch launch) {
        lives.put(launch.serial(), new WorkerLife(launch.serial(), launch.fork(), launch.spare()));
        note(WorkerFact.started(at(), launch.serial(), launch.fork(), launch.spare()));
    }

    void handed(Effect.Handed handed) {
        WorkerLife life = lives.get(handed.serial());
        if (life == null) {
            return;
        }
        life.has(handed.className(), now);
        note(new ClassFact(
                at(),
                handed.className(),
                life.serial,
                life.fork,
                life.classes,
                handed.slice(),
                handed.part().name().toLowerCase(Locale.ROOT),
                handed.attempt()));
        life.attempt = handed.attempt();
    }

    /** A worker may make room for another one: it was asked to, or has asked itself. */
    void mayRetire(int serial) {
        WorkerLife life = lives.get(serial);
        if (life != null) {
            life.mayRetire = true;
        }
    }

    /** The supervisor has told Maven these of a slice, or is going to. */
    void held(List<Event> told) {
        WorkerLife life = lives.get(speaker);
        for (Event event : told) {
            if (event instanceof Event.Printed printed && life != null) {
                life.printed += printed.text().length();
            }
            relayed(event); // of which only lines are noted
            results.take(event, life, at(), !reports);
            if (reports && event instanceof Reported reported && reported.kind().isResult()) {
                times.took(reported.report());
            }
        }
    }

    /** What a test took in an earlier run, by its unique id, in milliseconds; negative if nobody knows. */
    long usualMillis(String id) {
        return times.tests().usualMillis(id);
    }

    /** Maven was told a line. */
    void relayed(Event event) {
        Notices.of(event, at()).ifPresent(this::note);
    }

    void ended(Effect.Ended ended) {
        WorkerLife life = lives.get(ended.serial());
        if (life == null) {
            return;
        }
        if (!life.className().isEmpty()) {
            note(life.returned(at(), now));
        }
        life.className = null;
        life.gone = true;
        DeathReason reason = ended.reason();
        note(new WorkerFact(
                at(),
                life.serial,
                life.fork,
                "ended",
                life.spare,
                WorkerFate.how(reason),
                WorkerFate.why(reason),
                life.exit,
                life.figures.peakKiB(),
                life.figures.cpuMillis(),
                WorkerFate.isFromArchive(reason) ? archive : ""));
        // Only of the last that ran something in its fork its successor wants to know.
        if (!Integer.valueOf(life.serial).equals(lastOfFork.get(life.fork))) {
            lives.remove(life.serial);
        }
    }

    /** The fixtures of a fork were made as they should be. From any thread. */
    public void seeded(SeedReport report, int fork) {
        record.add(new FixturesFact(
                TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - beganAt),
                fork,
                report.duration().toMillis(),
                report.bytes(),
                report.files(),
                report.removed()));
    }

    /** Something has happened to a service. From any thread. */
    public void service(ServiceEvent event, int fork) {
        record.add(new ServiceFact(
                TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - beganAt),
                fork,
                event.id(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.took().toMillis()));
    }

    private void returns(WorkerLife life) {
        if (!life.className().isEmpty()) {
            ClassEndFact returned = life.returned(at(), now);
            if (life.attempt == 1) { // of another attempt only what had failed
                times.took(life.className(), returned.millis());
            }
            note(returned);
            life.className = null;
        }
    }

    private void follow(WorkerLife life) {
        Integer before = lastOfFork.put(life.fork, life.serial);
        WorkerLife predecessor = before == null ? null : lives.get(before);
        if (predecessor != null && predecessor.gone) {
            lives.remove(before);
        }
        if (predecessor != null && predecessor.mayRetire) {
            note(life.after(predecessor, now));
        }
    }

    /** All that was noted so far is on disk; false if that is not possible. */
    public boolean flush() throws InterruptedException {
        return record.flush();
    }

    /** Whether a test has failed, at whatever attempt. */
    public boolean sawFailures() {
        return results.sawFailures();
    }

    /** Notes something that is found out after the tests; it is handed the time. */
    public void afterwards(LongFunction<Fact> fact) {
        now = nanoTime.getAsLong();
        record.add(fact.apply(at()));
    }

    private long at() {
        return TimeUnit.NANOSECONDS.toMillis(now - beganAt);
    }

    /** The supervisor cannot go on: there is no last line. */
    void fail(String why) throws InterruptedException {
        now = nanoTime.getAsLong();
        note(new NoticeFact(at(), LogLevel.ERROR.name(), "isolation: the supervisor failed: " + why));
        record.close();
    }

    /**
     * Writes the rest, and the last line.
     *
     * @param summary the line that Maven shows
     * @return what Maven is to be told of it, where something went wrong
     */
    List<String> close(String summary) throws InterruptedException {
        now = nanoTime.getAsLong();
        ProcessFigures own = ProcessFigures.of(ProcessHandle.current().pid());
        note(new SupervisorFact(own.cpuMillis(), own.peakKiB(), events));
        times.memberFacts(at()).forEach(this::note);
        note(results.end(at(), cancelled, summary));
        record.close();
        try {
            times.write();
            keeper.keep();
            return List.of();
        } catch (IOException e) {
            return List.of(
                    "isolation: the record of this run, or how long its classes took, is not kept for later runs: "
                            + FileErrors.text(e));
        }
    }
}
