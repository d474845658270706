package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees to it that a class which goes on in another JVM goes on with the right invocations. A worker leaves out invocations by
 * their numbers; where it turns out that a number means another one there, all invocations of that test run once more, and are
 * known by their names.
 */
final class Recognition {
    private final Identities identities;

    /** Tests to be run as a whole by the next worker, and why. */
    private final Map<String, String> outOfOrder = new LinkedHashMap<>();

    Recognition(Identities identities) {
        this.identities = identities;
        identities.nextWorker();
    }

    Identities identities() {
        return identities;
    }

    /** The event with the ids that the first worker used, and a line where the two differ; for a worker that has this unit. */
    List<Event> translate(Event event, Unit unit) {
        Event known = identities.translate(event);
        if (!(known instanceof Began began) || began.label() == null) {
            return List.of(known);
        }
        String test = Identities.test(began.id());
        String why = unit.divides(test) ? identities.outOfOrder(test) : null;
        if (why == null || outOfOrder.putIfAbsent(test, why) != null) {
            return List.of(known);
        }
        List<Event> out = new ArrayList<>();
        out.add(new Logged(
                LogLevel.WARNING,
                "isolation: the invocations of " + title(test, unit) + " come in another order in each JVM: " + why
                        + ". All of them run again, and are told apart by their names. Give its arguments a fixed order.",
                null));
        out.add(known);
        return out;
    }

    /** Whether this is not the end of a container, because more of it is to come. */
    boolean holdsBack(Ended end) {
        return hasMore()
                && outOfOrder.keySet().stream()
                        .anyMatch(test -> test.equals(end.id()) || test.startsWith(end.id() + "/"));
    }

    /** Whether there is something to be run as a whole. */
    boolean hasMore() {
        return !outOfOrder.isEmpty();
    }

    /** Why the rest of some tests is an error, if nobody runs them. */
    Collection<String> outOfOrder() {
        return outOfOrder.values();
    }

    /** Another worker goes on; what it is to run as a whole. */
    Set<String> nextWorker() {
        Set<String> wholes = Set.copyOf(outOfOrder.keySet());
        outOfOrder.clear();
        identities.nextWorker();
        return wholes;
    }

    private static String title(String test, Unit unit) {
        return unit.className() + "." + Identities.title(test);
    }
}
