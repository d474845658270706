package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A run beside the one before it. */
class ComparisonTest {
    private static SampleRuns with(String name, long millis, String outcome) {
        return SampleRuns.begun("r", 1, 1).test("a.ATest", name, 1, 1, 0, millis, outcome);
    }

    private static <T> List<String> names(List<T> all, Function<T, TestHistory> test) {
        return all.stream().map(one -> test.apply(one).last().name()).toList();
    }

    @Test
    void whatIsNewGoneSlowerFasterBrokenAndMended() {
        RunReport before = with("same", 500, "passed")
                .test("a.ATest", "slows", 1, 1, 0, 200, "passed")
                .test("a.ATest", "crawls", 1, 1, 0, 200, "passed")
                .test("a.ATest", "hurries", 1, 1, 0, 400, "passed")
                .test("a.ATest", "breaks", 1, 1, 0, 1, "passed")
                .test("a.ATest", "works", 1, 1, 0, 1, "error")
                .test("a.ATest", "goes", 1, 1, 0, 1, "passed")
                .end(9, "failed")
                .report();
        RunReport now = with("same", 520, "passed")
                .test("a.ATest", "slows", 1, 1, 0, 300, "passed")
                .test("a.ATest", "crawls", 1, 1, 0, 900, "passed")
                .test("a.ATest", "hurries", 1, 1, 0, 250, "passed")
                .test("a.ATest", "breaks", 1, 1, 0, 1, "failed")
                .test("a.ATest", "works", 1, 1, 0, 1, "passed")
                .test("a.ATest", "comes", 1, 1, 0, 1, "failed")
                .end(9, "failed")
                .report();
        Comparison comparison = Comparison.of(before, now);
        assertEquals(List.of("crawls", "slows"), names(comparison.slower(), Comparison.Pair::now));
        assertEquals(List.of("hurries"), names(comparison.faster(), Comparison.Pair::now));
        assertEquals(List.of("breaks"), names(comparison.newlyFailing(), Comparison.Pair::now));
        assertEquals(List.of("works"), names(comparison.mended(), Comparison.Pair::now));
        assertEquals(List.of("comes"), names(comparison.added(), Function.identity()));
        assertEquals(List.of("goes"), names(comparison.gone(), Function.identity()));
    }

    @Test
    void aLittleIsNoise() {
        RunReport before = with("aBit", 1000, "passed")
                .test("a.ATest", "many", 1, 1, 0, 10, "passed")
                .end(9, "passed")
                .report();
        RunReport now = with("aBit", 1400, "passed") // less than half of it more
                .test("a.ATest", "many", 1, 1, 0, 100, "passed") // ten times as long, but 90 ms
                .end(9, "passed")
                .report();
        Comparison comparison = Comparison.of(before, now);
        assertEquals(List.of(), comparison.slower());
        assertEquals(List.of(), Comparison.of(now, before).faster());
    }

    @Test
    void aRunIsItself() {
        RunReport report = SampleRuns.troubled().report();
        Comparison comparison = Comparison.of(report, report);
        assertEquals(List.of(), comparison.newlyFailing());
        assertEquals(List.of(), comparison.added());
        assertEquals(List.of(), comparison.gone());
        assertEquals(List.of(), comparison.slower());
    }
}
