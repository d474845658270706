package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Every decision of a supervisor: who runs what, what becomes of a class whose worker died, when all is done. Deterministic:
 * no clock, no I/O, no thread; inputs go in one at a time, effects come out in order.
 */
public final class Supervision {
    private static final int ENOUGH_LANES = 64;

    private final Settings settings;
    private final Ledger ledger = new Ledger();
    private final Audit audit = new Audit();
    private final Outbox out = new Outbox(ledger, audit);
    private final WorkQueue queue;
    private final List<Lane> lanes = new ArrayList<>();
    private final Spares spares;
    private final Crew crew;
    private final HandOut handOut;
    private final Accounts accounts;
    private final LeakNotes leakNotes = new LeakNotes();
    private final LongSupplier freshRunIds;
    private long lastRunId;
    private long nowMillis;
    private int stopRequests;
    private boolean finished;

    /** For these classes, in this order; none if Maven feeds. */
    public Supervision(Settings settings, List<String> classNames) {
        this(settings, classNames, Map.of());
    }

    /** As the other; and classes of one group, of which this is given by class name, run in one lane. */
    public Supervision(Settings settings, List<String> classNames, Map<String, String> groups) {
        this.settings = settings;
        Deaths deaths = new Deaths(settings);
        this.queue = new WorkQueue(settings.mavenFeeds(), groups);
        this.freshRunIds = () -> ++lastRunId;
        this.spares = new Spares(settings);
        this.crew = new Crew(lanes, spares);
        this.handOut = new HandOut(settings, queue, lanes, ledger, deaths, spares, audit, out);
        this.accounts = new Accounts(settings, queue, handOut, ledger, deaths, audit, out);
        classNames.forEach(this::enqueue);
        // More than there are classes only for those in which no worker starts; users ask for 2147483647.
        int useful = Math.min(settings.lanes(), Math.max(classNames.size(), ENOUGH_LANES));
        for (int i = 0; i < useful; i++) {
            lanes.add(new Lane(settings.firstLane() + i, freshRunIds));
        }
    }

    /** Starts the first workers. */
    public List<Effect> start(long now) {
        nowMillis = now;
        handOut.serve(now);
        return finishIfDone();
    }

    /** Takes one input. */
    public List<Effect> on(Input input, long now) {
        nowMillis = now;
        dispatch(input);
        return finishIfDone();
    }

    /** Tests that run, or classes of which no test does. */
    public List<String> running() {
        List<String> running = new ArrayList<>();
        for (Lane lane : lanes) {
            List<String> tests = lane.run().inFlight().names();
            running.addAll(tests);
            if (tests.isEmpty() && !lane.run().className().isEmpty()) {
                running.add(lane.run().className());
            }
        }
        return running;
    }

    /** Whoever acts on the effects cannot go on: what has no result is an error, and there are no workers any more. */
    public List<Effect> fail(String why, long now) {
        accounts.fail(lanes, why, now);
        return out.take();
    }

    /** What has happened so far. */
    public Ledger ledger() {
        return ledger;
    }

    private void dispatch(Input input) {
        if (input instanceof Input.FromWorker from) {
            lane(from.serial(), lane -> heard(lane, from));
        } else if (input instanceof Input.NativeLine line) {
            lane(line.serial(), lane -> printed(lane, line));
        } else if (input instanceof Input.Garbled garbled) {
            var kill = new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, garbled.message());
            lane(garbled.serial(), lane -> step(lane, kill));
        } else if (input instanceof Input.ChannelEnded ended) {
            lane(ended.serial(), lane -> step(lane, new WorkerInput.ChannelEnded()));
        } else if (input instanceof Input.Exited exited) {
            lane(exited.serial(), lane -> step(lane, new WorkerInput.Exited(exited.obituary())));
        } else if (input instanceof Input.Tick) {
            lanes.stream().filter(Lane::isLive).forEach(this::watch);
        } else if (input instanceof Input.TimerFired fired) {
            lane(fired.serial(), lane -> step(lane, new WorkerInput.TimerFired(fired.timer())));
        } else if (input instanceof Input.Given given && !accounts.isCancelled()) {
            given(given.className());
        } else if (input instanceof Input.NoneLeft) {
            queue.noneLeft();
            handOut.serve(nowMillis);
        } else if (input instanceof Input.SkipRest) {
            skipRest();
        } else if (input instanceof Input.Tidied tidied) {
            lane(tidied.serial(), lane -> tidied(lane, tidied.failure()));
        } else if (input instanceof Input.OutputLost lost) {
            out.hold(lost.run(), CrashReport.outputLost(lost.why()).ofClass(lost.set(), freshRunIds.getAsLong()));
        } else if (input instanceof Input.Warning warning) {
            out.relay(new Logged(LogLevel.WARNING, warning.message(), null));
        } else if (input instanceof Input.Ping) {
            tellAll(new Command.Ping());
        } else if (input instanceof Input.Shutdown shutdown) {
            cancel(shutdown.kind());
        }
    }

    private void printed(Lane lane, Input.NativeLine line) {
        if (spares.contains(lane)) {
            lane.remember(line.line());
            lane.earlyLines().add(line.line());
        } else {
            out.print(lane, line);
        }
    }

    /** Nothing is believed of a worker of whose words one is missing, or came twice. */
    private void heard(Lane lane, Input.FromWorker from) {
        if (lane.isDistrusted()) {
            return;
        }
        if (lane.isNext(from.number())) {
            heard(lane, from.event());
        } else {
            String what = "its message " + from.number() + " came where " + lane.expectedNumber()
                    + " was expected, so something it said was lost, or came twice";
            step(lane, new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, what));
        }
    }

    private void heard(Lane lane, Event event) {
        if (event instanceof Event.Hello) {
            step(lane, new WorkerInput.Greeted());
        } else if (event instanceof Event.NextTest next) {
            lane.heldErrors().release().forEach(out::relay);
            if (lane.isRunning()) {
                complete(lane);
            }
            accounts.asks(lane);
            handOut.workerStarted(lane);
            lane.asked(next.heapPercent());
            step(lane, new WorkerInput.Asked());
            handOut.serve(nowMillis);
        } else if (event instanceof Event.SharesPlans) {
            lane.offer().welcome();
        } else if (event instanceof Event.GoesOn next) {
            lane.heldErrors().release().forEach(out::relay);
            if (!accounts.goesOn(lane, next.className(), nowMillis)) {
                String what = "it went on to " + next.className() + ", which it was not offered";
                step(lane, new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, what));
            }
        } else if (event instanceof Event.NeedsFreshWorker) {
            accounts.needsFreshWorker(lane);
        } else if (event instanceof Event.Undiscoverable undiscoverable) {
            accounts.undiscoverable(lane, undiscoverable, nowMillis);
        } else if (event instanceof Event.Retiring retiring) {
            step(lane, new WorkerInput.Retires(retiring.why()));
        } else if (event instanceof Event.TimeLimited limits) {
            lane.limit(limits);
        } else if (event instanceof Event.ThreadDump dump) {
            lane.lastWords().dumped(dump.text());
            step(lane, new WorkerInput.Dumped());
        } else if (event instanceof Event.Bye) {
            // A provider that throws says goodbye in mid-class: its process ends as a crash, which settles the class.
            if (!lane.isRunning() || accounts.isSkipping() || lane.run().isThrough()) {
                accounts.complete(lane, nowMillis);
                step(lane, new WorkerInput.SaidBye());
            } else {
                out.tell(lane, new Command.ByeAck());
            }
        } else if (event instanceof Event.ExitCalled called) {
            step(lane, new WorkerInput.ExitWasCalled(new ExitCaller(called.thread(), called.stack())));
        } else if (event instanceof Event.Ordered order) {
            if (!handOut.isOrderKnown()) {
                queue.order(order.classes()).forEach(audit::excused);
            }
            handOut.orderIsKnown();
            handOut.serve(nowMillis);
        } else if (event instanceof Event.StopOnNextTest) {
            out.relay(event);
            // As Surefire does: one fork stops itself, if its engine can; of several, all are told.
            if (++stopRequests == settings.skipAfterFailureCount() && settings.lanes() > 1) {
                skipRest();
            }
        } else if (event instanceof Event.LeftBehind left) {
            leakNotes.of(left).forEach(out::relay);
        } else if (event instanceof Event.Logged || event instanceof Event.ExitError) {
            out.relay(lane, event);
        } else if (!(event instanceof Event.Pong)) {
            ofTests(lane, event);
        }
    }

    private void ofTests(Lane lane, Event event) {
        ClassRun run = lane.run();
        if (event instanceof Event.Planned plan) {
            audit.planned(run.className(), plan);
        }
        Logged foreign = event instanceof Event.Reported result ? audit.foreign(result, run.className()) : null;
        if (foreign == null) {
            out.hold(run, run.on(lane.withForkRunId(event), nowMillis));
        } else {
            out.relay(foreign);
        }
    }

    private void given(String className) {
        if (audit.isPromised(className)) {
            out.relay(audit.givenTwice(className));
        } else {
            enqueue(className);
        }
        handOut.serve(nowMillis);
    }

    private void complete(Lane lane) {
        String className = lane.run().className();
        accounts.complete(lane, nowMillis);
        if (settings.tidies() && !className.isEmpty()) {
            lane.tidying(true);
            out.add(new Effect.Tidy(lane.serial(), lane.number(), className));
        }
    }

    private void tidied(Lane lane, @Nullable String failure) {
        lane.tidying(false);
        if (failure != null) {
            out.relay(new Logged(LogLevel.WARNING, failure, null));
            lane.mustRetire("because its fork could not be put in order");
        }
        handOut.serve(nowMillis);
    }

    /** Applies an input to a worker and carries its effects out, of which the last may be that it is gone. */
    private void step(Lane lane, WorkerInput input) {
        for (WorkerEffect effect : lane.step(input)) {
            if (effect instanceof WorkerEffect.Settle settle && spares.contains(lane)) {
                accounts.settleSpare(lane, spares, settle.reason(), nowMillis);
            } else if (effect instanceof WorkerEffect.Settle settle) {
                accounts.settle(lane, settle.reason(), nowMillis);
            } else {
                out.toWorker(lane, effect);
            }
        }
    }

    /** What takes too long is named; what takes longer than it may ends its worker. */
    private void watch(Lane lane) {
        ClassRun run = lane.run();
        for (InFlight.Slow slow : run.inFlight().slow(settings.limits(), nowMillis)) {
            String line = "isolation: " + slow.notice() + ", in fork " + lane.number();
            out.relay(new Logged(LogLevel.INFO, line, null));
            out.tell(lane, slow.question());
        }
        String overdue = lane.overdue(settings.limits(), nowMillis);
        if (overdue != null) {
            step(lane, new WorkerInput.Kill(KillReason.TIMED_OUT, overdue));
        }
    }

    private void skipRest() {
        accounts.skipRest();
        for (ClassRun run : queue.drain()) {
            audit.excused(run.className());
            out.release(run);
        }
        tellAll(new Command.SkipRest());
        handOut.serve(nowMillis);
    }

    private void cancel(String kind) {
        tellAll(new Command.Shutdown(kind));
        accounts.cancel(nowMillis);
        var kill = new WorkerInput.Kill(KillReason.CANCELLED, "Maven ended the fork");
        crew.everyone().forEach(lane -> step(lane, kill));
    }

    private void tellAll(Command command) {
        crew.everyone().forEach(lane -> out.tell(lane, command));
    }

    private void enqueue(String className) {
        audit.promised(className);
        queue.add(new ClassRun(Unit.of(className), settings.reruns(), freshRunIds));
    }

    private List<Effect> finishIfDone() {
        if (!finished && !queue.mayHaveMore() && crew.everyone().isEmpty()) {
            finished = true;
            audit.differences().forEach(out::relay);
            out.add(new Effect.Finish());
        }
        return out.take();
    }

    private void lane(int serial, Consumer<Lane> action) {
        crew.find(serial).ifPresent(action);
    }
}
