package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maven's ears: what is relayed at once, and what is held for a class until it is released. */
final class HeardByMaven {
    private final Map<Long, List<Event>> held = new LinkedHashMap<>();

    /** What Maven was told, in order. */
    final List<Event> told = new ArrayList<>();

    /** Takes what is for Maven; says whether this was. */
    boolean perform(Effect effect) {
        if (effect instanceof Effect.Hold hold) {
            held.computeIfAbsent(hold.slice(), key -> new ArrayList<>()).addAll(hold.events());
        } else if (effect instanceof Effect.Release release) {
            List<Event> events = held.remove(release.slice());
            told.addAll(events == null ? List.of() : events);
        } else if (effect instanceof Effect.Discard discard) {
            discard.slices().forEach(held::remove);
        } else if (effect instanceof Effect.Relay relay) {
            told.add(relay.event());
        } else {
            return false;
        }
        return true;
    }

    boolean nothingIsHeld() {
        return held.values().stream().allMatch(List::isEmpty);
    }

    /** Whether Maven knows, or will, how a test ended. */
    boolean hasResult(String test) {
        return Accounting.results(told, false).containsKey(test)
                || held.values().stream()
                        .anyMatch(events -> Accounting.results(events, false).containsKey(test));
    }
}
