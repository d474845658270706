package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the events of classes that run at once come, Maven hears one class after the other, each in its order. */
class TestSetsOrderTest {
    private static final Path NOWHERE = Path.of("no", "file", "is", "needed");

    /** An event of a class, or its release. */
    record Step(int run, boolean releases) {}

    @Property
    void aClassIsToldInOnePieceWhenItIsReleased(@ForAll("steps") List<Step> steps) {
        HeardCalls heard = new HeardCalls();
        TestSets sets = new TestSets(heard.sink(), false, NOWHERE, (run, set, why) -> {});
        List<String> expected = new ArrayList<>();
        Map<Integer, List<String>> waiting = new TreeMap<>();
        int number = 0;
        for (Step step : steps) {
            if (step.releases()) {
                sets.release(step.run());
                expected.addAll(waiting.getOrDefault(step.run(), List.of()));
                waiting.remove(step.run());
            } else {
                String name = "t" + number++;
                sets.hold(step.run(), List.of(started(step.run(), name)));
                waiting.computeIfAbsent(step.run(), run -> new ArrayList<>())
                        .add("testStarting a.Test" + step.run() + " " + name);
            }
            assertEquals(expected, heard.calls);
        }
        sets.releaseAll();
        List<String> rest = heard.calls.subList(expected.size(), heard.calls.size());
        for (List<String> ofOneClass : waiting.values()) {
            int at = rest.indexOf(ofOneClass.get(0));
            assertTrue(at >= 0, ofOneClass::toString);
            assertEquals(ofOneClass, rest.subList(at, at + ofOneClass.size()));
        }
        assertEquals(steps.stream().filter(step -> !step.releases()).count(), heard.calls.size());
        assertEquals(heard.calls.size(), new TreeSet<>(heard.calls).size());
    }

    @Property
    void withOneWorkerEverythingIsToldAsItHappens(@ForAll("steps") List<Step> steps) {
        HeardCalls heard = new HeardCalls();
        TestSets sets = new TestSets(heard.sink(), true, NOWHERE, (run, set, why) -> {});
        List<String> expected = new ArrayList<>();
        for (Step step : steps) {
            if (step.releases()) {
                sets.release(step.run());
            } else {
                sets.hold(step.run(), List.of(started(step.run(), "t"), new Event.StopOnNextTest()));
                expected.add("testStarting a.Test" + step.run() + " t");
                expected.add("stopOnNextTest ");
            }
            assertEquals(expected, heard.calls);
        }
        sets.releaseAll();
        assertEquals(expected, heard.calls);
    }

    @Example
    void aClassThatIsReleasedTwiceIsToldOnce() {
        HeardCalls heard = new HeardCalls();
        TestSets sets = new TestSets(heard.sink(), false, NOWHERE, (run, set, why) -> {});
        sets.hold(1, List.of(started(1, "t")));
        sets.release(1);
        sets.release(1);
        sets.releaseAll();
        assertEquals(1, heard.calls.size());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.of(true, false, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Event started(int run, String name) {
        return new Reported(
                ReportKind.STARTING,
                new TestReport(false, 1, "a.Test" + run, null, name, null, null, null, null, Map.of(), null, null));
    }
}
