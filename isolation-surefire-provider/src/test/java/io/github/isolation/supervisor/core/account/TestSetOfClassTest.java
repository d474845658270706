package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Parts that speak in any order are one test set when they are told one after the other. */
class TestSetOfClassTest {
    @Property(tries = 5_000)
    void howeverTheyTakeTurnsThereIsOneSetThatIsWellFormed(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int parts) {
        Random chance = new Random(seed);
        TestSetOfClass set = new TestSetOfClass(99);
        List<List<Event>> scripts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            scripts.add(new ArrayList<>(script(part, chance)));
        }
        Map<Long, List<Event>> held = new HashMap<>();
        int left = scripts.stream().mapToInt(List::size).sum();
        int expected = tests(scripts);
        for (int time = 1; left > 0; time++) {
            int part = chance.nextInt(parts);
            if (!scripts.get(part).isEmpty()) {
                List<Event> next = List.of(scripts.get(part).remove(0));
                held.computeIfAbsent((long) part, key -> new ArrayList<>()).addAll(set.of(part, next, true, time));
                left--;
            }
        }
        List<Event> told = new ArrayList<>();
        set.openingOrder().forEach(part -> told.addAll(held.getOrDefault(part, List.of())));
        told.addAll(set.end(1_000));

        List<String> open = new ArrayList<>();
        int sets = 0;
        for (Event event : told) {
            Reported r = (Reported) event;
            String source = String.valueOf(r.report().source());
            if (r.kind() == ReportKind.SET_STARTING) {
                sets += open.isEmpty() ? 1 : 0;
                open.add(source);
            } else if (r.kind() == ReportKind.SET_COMPLETED) {
                assertEquals(source, open.remove(open.size() - 1), "the innermost set ends first");
            } else {
                assertEquals(source, open.get(open.size() - 1), "a test is in its own set");
            }
        }
        assertEquals(1, sets, "outermost sets");
        assertEquals(List.of(), open, "all are closed");
        assertEquals(expected, tests(List.of(told)), "no test is lost");
    }

    private static int tests(List<List<Event>> scripts) {
        return (int) scripts.stream()
                .flatMap(List::stream)
                .filter(event -> ((Reported) event).kind() == ReportKind.SUCCEEDED)
                .count();
    }

    /** Up to Surefire 3.5 a nested class has a set of its own inside of the outer one. */
    private static List<Event> script(int part, Random chance) {
        List<Event> events = new ArrayList<>();
        events.add(event(ReportKind.SET_STARTING, part, "C", null));
        for (int test = 0; test < chance.nextInt(4); test++) {
            events.add(event(ReportKind.SUCCEEDED, part, "C", "t" + test));
        }
        if (chance.nextBoolean()) {
            events.add(event(ReportKind.SET_STARTING, part, "C$Nested", null));
            events.add(event(ReportKind.SUCCEEDED, part, "C$Nested", "n"));
            events.add(event(ReportKind.SET_COMPLETED, part, "C$Nested", null));
        }
        events.add(event(ReportKind.SET_COMPLETED, part, "C", null));
        return events;
    }

    private static Event event(ReportKind kind, int part, String source, @Nullable String name) {
        return new Reported(
                kind, new TestReport(false, part, source, null, name, null, null, 1, null, Map.of(), null, null));
    }
}
