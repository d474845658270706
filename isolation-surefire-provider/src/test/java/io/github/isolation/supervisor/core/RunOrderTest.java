package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import java.util.List;
import net.jqwik.api.Example;

/** The first worker says in which order the classes run: the others start meanwhile, and wait for it. */
class RunOrderTest {
    private final Driven run = new Driven(Configured.forks(2).orderedByWorker().settings(), "A", "B", "C");

    @Example
    void allForksStartAtOnce() {
        assertEquals(
                2, run.effects.stream().filter(Effect.Launch.class::isInstance).count());
    }

    @Example
    void whoeverIsReadyBeforeTheOrderIsKnownWaits() {
        run.says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        assertEquals(List.of(), run.handed());
        run.says(1, new Event.Hello(0, "", 1), new Event.Ordered(List.of("C", "A")));
        assertEquals(List.of("2 C"), run.handed());
        run.says(1, new Event.NextTest(-1));
        assertEquals(List.of("2 C", "1 A"), run.handed());
    }

    @Example
    void itIsStillToComeIfOneDiesWhoDoesNotKnowIt() {
        run.ends(2);
        run.says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of(), run.handed());
        run.says(1, new Event.Hello(0, "", 1), new Event.Ordered(List.of("C", "A")), new Event.NextTest(-1));
        assertEquals(List.of("3 C", "1 A"), run.handed());
    }

    @Example
    void ifTheOneWhoKnowsDiesFirstWhoeverComesNextBegins() {
        run.ends(1);
        assertEquals(List.of(), run.handed());
        run.says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        assertEquals(List.of(), run.handed(), "the third may know it");
        run.says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of("3 A", "2 B"), run.handed());
    }

    /** They run as they were found; B, which the order might have left out, as well. */
    @Example
    void ifTheOneWhoKnowsDiesTheOthersGoOn() {
        run.says(2, new Event.Hello(0, "", 2), new Event.NextTest(-1));
        run.ends(1);
        run.says(3, new Event.Hello(0, "", 3), new Event.NextTest(-1));
        assertEquals(List.of("3 A", "2 B"), run.handed());
    }
}
