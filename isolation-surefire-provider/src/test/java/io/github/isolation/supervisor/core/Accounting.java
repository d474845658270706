package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of every execution, however its workers died. */
final class Accounting {
    private Accounting() {}

    static void assertAccounts(Simulation run, List<String> names) {
        assertTrue(run.finished, "it came to an end");
        assertEquals(0, run.effectsAfterFinish, "no effect follows the end");
        assertTrue(run.nothingIsHeld(), "nothing was kept back");
        assertEquals(run.launches, run.recordedEnds.size(), "every worker has an end in the record");
        run.recordedEnds.forEach((worker, ends) -> assertEquals(1, ends, "ends of worker " + worker));
        run.handedOut.forEach((name, times) -> assertTrue(
                run.recordedHands.getOrDefault(name, 0) >= times, "what is handed out is in the record: " + name));
        assertSetsAreContiguous(run.told);
        for (String test : tests(run.planned)) {
            List<ReportKind> kinds = run.results().getOrDefault(test, List.of());
            assertEquals(1, kinds.size(), test + " has results " + kinds);
        }
        for (String name : names) {
            // Nobody knows the tests of a class whose workers died before they could tell; the class itself is the
            // error.
            boolean blamed = run.results().containsKey(name + "/<class>");
            assertTrue(run.planned.contains(name) || blamed, name + " is silent");
        }
    }

    /** Surefire counts a class when its set ends, and files what comes in between under it: one set each, no mixing. */
    static void assertSetsAreContiguous(List<Event> told) {
        Set<String> closed = new HashSet<>();
        String open = null;
        for (Event event : told) {
            if (!(event instanceof Reported r)) {
                continue;
            }
            String source = String.valueOf(r.report().source());
            if (r.kind() == ReportKind.SET_STARTING) {
                assertEquals(null, open, "a set opens inside another");
                assertTrue(!closed.contains(source), source + " has two sets");
                open = source;
            } else {
                assertEquals(open, source, r.kind() + " outside of its set");
            }
            if (r.kind() == ReportKind.SET_COMPLETED) {
                closed.add(source);
                open = null;
            }
        }
        assertEquals(null, open, "a set was never closed");
    }

    static List<String> names(int classes) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= classes; i++) {
            names.add("Class" + i);
        }
        return names;
    }

    static List<String> tests(Collection<String> names) {
        return names.stream()
                .flatMap(name -> ScriptedClass.testsOf(name).stream())
                .toList();
    }

    /** The results Maven was told of, by test; a class-level error is filed under the class and {@code <class>}. */
    static Map<String, List<ReportKind>> results(List<Event> told, boolean reruns) {
        Map<String, List<ReportKind>> results = new TreeMap<>();
        for (Event event : told) {
            if (event instanceof Reported r && r.kind().isResult() && r.report().rerun() == reruns) {
                String name = String.valueOf(r.report().name());
                String key = name.contains("/") ? name : r.report().source() + "/<class>";
                results.computeIfAbsent(key, k -> new ArrayList<>()).add(r.kind());
            }
        }
        return results;
    }
}
