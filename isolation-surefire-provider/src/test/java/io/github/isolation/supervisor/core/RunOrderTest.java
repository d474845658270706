package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private final long[] said = new long[4];

    private void says(int serial, Event... events) {
        for (Event event : events) {
            effects.addAll(supervision.on(new Input.FromWorker(serial, ++said[serial], event), 1));
        }
    }

    private void ends(int serial) {
        effects.addAll(supervision.on(new Input.ChannelEnded(serial), 2));
        effects.addAll(supervision.on(new Input.Exited(serial, ExitInfo.of(1)), 3));
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

    @Example
    void itIsStillToComeIfOneDiesWhoDoesNotKnowIt() {
        ends(2);
        says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of(), handed());
        says(1, new Event.Hello(0, "", 1), new Event.Ordered(List.of("C", "A")), new Event.NextTest(-1));
        assertEquals(List.of("3 C", "1 A"), handed());
    }

    @Example
    void ifTheOneWhoKnowsDiesFirstWhoeverComesNextBegins() {
        ends(1);
        assertEquals(List.of(), handed());
        says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        assertEquals(List.of(), handed(), "the third may know it");
        says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of("3 A", "2 B"), handed());
    }

    /** They run as they were found; B, which the order might have left out, as well. */
    @Example
    void ifTheOneWhoKnowsDiesTheOthersGoOn() {
        says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        ends(1);
        says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of("3 A", "2 B"), handed());
    }
}
