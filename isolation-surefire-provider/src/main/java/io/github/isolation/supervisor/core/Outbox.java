package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.Death;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import io.github.isolation.supervisor.core.life.WorkerInput;
import io.github.isolation.supervisor.core.life.WorkerMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the effects of one input, in order, and counts what Maven will be told. */
final class Outbox {
    private final RunStatistics statistics;
    private final Audit audit;
    private final Map<String, Integer> results = new HashMap<>();
    private List<Effect> effects = new ArrayList<>();
    private boolean mayDiscard;

    Outbox(RunStatistics statistics, Audit audit) {
        this.statistics = statistics;
        this.audit = audit;
    }

    /** The effects since the last call. */
    List<Effect> take() {
        List<Effect> taken = effects;
        effects = new ArrayList<>();
        return taken;
    }

    /** From here on, results of a class may turn out not to count. */
    void mayDiscard() {
        mayDiscard = true;
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void relay(Event event) {
        effects.add(new Effect.Relay(event));
    }

    /**
     * What a worker logs. Of one that never had a class Maven hears the words: a trace would fail the build, in which that
     * worker did nothing that could fail.
     */
    void relay(Worker worker, Event event) {
        worker.remember(event);
        Trace trace =
                event instanceof Logged line ? line.trace() : event instanceof ExitError error ? error.trace() : null;
        if (trace == null || worker.hasHadAClass()) {
            if (!worker.heldErrors().hold(event)) {
                relay(event);
            }
            return;
        }
        String text = String.valueOf(trace.text() == null ? trace.message() : trace.text());
        String words = text.split("\\R", 2)[0];
        String line = "isolation: a worker of fork " + worker.fork() + " had an error before it had a class: " + words
                + " (mvn -X has its stack trace)";
        relay(new Logged(LogLevel.WARNING, line, null));
        relay(new Logged(LogLevel.DEBUG, text, null));
    }

    /** What is said of a slice waits until its class is over. */
    void hold(Slice slice, List<Event> events) {
        hold(slice.key(), slice.className(), events);
    }

    /** The same by its key, for a slice that nobody may have in hand any more. */
    void hold(long slice, @Nullable String className, List<Event> events) {
        if (!events.isEmpty()) {
            int before = statistics.results();
            events.forEach(statistics::told);
            if (mayDiscard && className != null) {
                results.merge(className, statistics.results() - before, Integer::sum);
            }
            audit.told(String.valueOf(className), events);
            effects.add(new Effect.Hold(slice, events));
        }
    }

    /** A worker has a slice in hand from now on. */
    void handed(Worker worker, Slice slice) {
        effects.add(new Effect.Handed(
                worker.serial(),
                slice.key(),
                slice.className(),
                slice.part(),
                slice.account().attempt()));
    }

    /** A worker is gone. */
    void ended(Worker worker, DeathReason reason) {
        effects.add(new Effect.Ended(worker.serial(), reason));
    }

    /** A line that a worker printed past Java: output of the test in flight, where there is one. */
    void print(Worker worker, Input.NativeLine line) {
        worker.remember(line.line());
        Long runId = worker.inHand().printingRunId();
        if (runId == null) {
            effects.add(new Effect.Show(line.line()));
        } else {
            hold(worker.inHand(), List.of(new Event.Printed(line.line(), line.stdout(), true, false, runId, null)));
        }
    }

    /** What was held under this key is told. */
    void release(long slice) {
        effects.add(new Effect.Release(slice));
    }

    /** The results of a class count. */
    void counted(String className) {
        results.remove(className);
    }

    /** They do not: nothing that was held is told. */
    void discard(String className, List<Long> slices) {
        Integer told = results.remove(className);
        statistics.untold(told == null ? 0 : told);
        effects.add(new Effect.Discard(className, slices));
    }

    void toWorker(Worker worker, WorkerEffect effect) {
        effects.add(new Effect.ToWorker(worker.serial(), effect));
    }

    void tell(Worker worker, Command command) {
        toWorker(worker, new WorkerEffect.Send(command));
    }

    /**
     * Goes one step further in the life of a worker.
     *
     * @return its death, if this was the last
     */
    @Nullable
    Death step(Worker worker, WorkerInput input) {
        WorkerMachine.Step step = worker.take(input);
        step.effects().forEach(effect -> toWorker(worker, effect));
        return step.death();
    }
}
