package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.List;

/** Collects the effects of one input, in order, and enters into the ledger what Maven will be told. */
final class Outbox {
    private final Ledger ledger;
    private final Audit audit;
    private List<Effect> effects = new ArrayList<>();

    Outbox(Ledger ledger, Audit audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    /** The effects since the last call. */
    List<Effect> take() {
        List<Effect> taken = effects;
        effects = new ArrayList<>();
        return taken;
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
    void relay(Lane lane, Event event) {
        lane.remember(event);
        Trace trace =
                event instanceof Logged line ? line.trace() : event instanceof ExitError error ? error.trace() : null;
        boolean hasHadClass = lane.classesRun() > 0 || !lane.run().className().isEmpty();
        if (trace == null || hasHadClass) {
            if (!lane.heldErrors().hold(event)) {
                relay(event);
            }
            return;
        }
        String text = String.valueOf(trace.text() == null ? trace.message() : trace.text());
        String words = text.split("\\R", 2)[0];
        String line = "isolation: a worker of fork " + lane.number() + " had an error before it had a class: " + words
                + " (mvn -X has its stack trace)";
        relay(new Logged(LogLevel.WARNING, line, null));
        relay(new Logged(LogLevel.DEBUG, text, null));
    }

    void hold(ClassRun run, List<Event> events) {
        if (!events.isEmpty()) {
            events.forEach(ledger::told);
            audit.told(run.className(), events);
            effects.add(new Effect.Hold(run.key(), events));
        }
    }

    /** One event more of a class that nobody may have in hand any more. */
    void hold(long run, Event event) {
        ledger.told(event);
        effects.add(new Effect.Hold(run, List.of(event)));
    }

    /** A line that a worker printed past Java: output of the test in flight, where there is one. */
    void print(Lane lane, Input.NativeLine line) {
        lane.remember(line.line());
        Long runId = lane.run().printingRunId();
        if (runId == null) {
            effects.add(new Effect.Show(line.line()));
        } else {
            hold(lane.run(), List.of(new Event.Printed(line.line(), line.stdout(), true, false, runId, null)));
        }
    }

    void release(ClassRun run) {
        effects.add(new Effect.Release(run.key()));
    }

    void toWorker(Lane lane, WorkerEffect effect) {
        effects.add(new Effect.ToWorker(lane.serial(), effect));
    }

    void tell(Lane lane, Command command) {
        toWorker(lane, new WorkerEffect.Send(command));
    }
}
