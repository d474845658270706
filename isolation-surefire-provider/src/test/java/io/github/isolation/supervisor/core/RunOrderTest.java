package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

/** The first worker says in which order the classes run: the others start meanwhile, and wait for it. */
class RunOrderTest {
    private final Supervision supervision =
            new Supervision(Configured.forks(2).orderedByWorker().settings(), List.of("A", "B", "C"));

    private final List<Effect> effects = new ArrayList<>(supervision.start(0));

    private final long[] said = new long[3];

    private void says(int serial, Event... events) {
        for (Event event : events) {
            effects.addAll(supervision.on(new Input.FromWorker(serial, ++said[serial], event), 1));
        }
    }

    private List<String> handed() {
        List<String> handed = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.ToWorker to
                    && to.effect() instanceof WorkerEffect.Send send
                    && send.command() instanceof Command.RunClass run) {
                handed.add(to.serial() + " " + run.className());
            }
        }
        return handed;
    }

    @Example
    void allForksStartAtOnce() {
        assertEquals(2, effects.stream().filter(Effect.Launch.class::isInstance).count());
    }

    @Example
    void whoeverIsReadyBeforeTheOrderIsKnownWaits() {
        says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        assertEquals(List.of(), handed());
        says(1, new Event.Hello(0, "", 1), new Event.Ordered(List.of("C", "A")));
        assertEquals(List.of("2 C"), handed());
        says(1, new Event.NextTest(-1));
        assertEquals(List.of("2 C", "1 A"), handed());
    }

    /** They run as they were found; B, which the order might have left out, as well. */
    @Example
    void ifTheOneWhoKnowsDiesTheOthersGoOn() {
        says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        effects.addAll(supervision.on(new Input.ChannelEnded(1), 2));
        effects.addAll(supervision.on(new Input.Exited(1, ExitInfo.of(1)), 3));
        assertTrue(handed().contains("2 A"), handed().toString());
    }
}
