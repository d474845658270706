package io.github.isolation.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Two tallies of the same results are the same, and of others they are not, however many there are. */
class TallyTest {
    /** A result: the outcome of a test, which a number stands for. */
    record Result(Outcome outcome, long test) {}

    @Property
    void theOrderOfResultsDoesNotMatter(@ForAll("results") List<Result> results, @ForAll Random random) {
        List<Result> shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, random);
        assertSame(of(results), of(shuffled));
    }

    @Property
    void partsAddUpToTheWhole(@ForAll("results") List<Result> results, @ForAll @IntRange(max = 30) int most) {
        int cut = Math.min(most, results.size());
        Tally parts = of(results.subList(0, cut)).add(of(results.subList(cut, results.size())));
        assertSame(of(results), parts);
    }

    @Property
    void eachOutcomeIsCountedForItself(@ForAll("results") List<Result> results) {
        Tally tally = of(results);
        for (Outcome outcome : Outcome.values()) {
            long expected = results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .count();
            assertEquals(expected, tally.count(outcome), outcome.toString());
        }
        assertEquals(results.size(), tally.total());
    }

    @Property
    void aLineBringsItBack(@ForAll("results") List<Result> results) {
        Tally tally = of(results);
        assertSame(tally, Tally.parse(tally.line()));
    }

    @Property
    void anotherTestInThePlaceOfOneIsSeen(
            @ForAll("results") List<Result> results, @ForAll Outcome outcome, @ForAll long one, @ForAll long other) {
        Tally first = of(results);
        first.add(outcome, one);
        Tally second = of(results);
        second.add(outcome, other);
        assertEquals(one == other, first.digest() == second.digest());
    }

    @Property
    void twoTestsThatHaveEachOthersOutcomesAreSeen(
            @ForAll("results") List<Result> results, @ForAll @IntRange(max = 1000) int test) {
        Tally first = of(results);
        first.add(Outcome.PASSED, test);
        first.add(Outcome.FAILED, test + 1L);
        Tally second = of(results);
        second.add(Outcome.FAILED, test);
        second.add(Outcome.PASSED, test + 1L);
        assertNotEquals(first.digest(), second.digest());
        assertEquals(first.toString(), second.toString());
    }

    @Example
    void aPersonReadsWhatThereIs() {
        assertEquals("nothing", new Tally().toString());
        assertEquals("1 failure", of(List.of(new Result(Outcome.FAILED, 1))).toString());
        Tally tally = new Tally();
        for (int i = 0; i < 2; i++) {
            for (Outcome outcome : Outcome.values()) {
                tally.add(outcome, i);
            }
        }
        tally.add(Outcome.PASSED, 3);
        assertEquals("3 passed, 2 failures, 2 errors, 2 skipped", tally.toString());
        assertEquals("1 error", Outcome.ERROR.times(1));
        assertEquals("0 errors", Outcome.ERROR.times(0));
    }

    @Example
    void aLineThatIsNoneIsRefused() {
        for (String line : List.of("", "1 2 3", "1 2 3 4", "a 2 3 4 0", "1 2 3 4 g", "1 2 3 4 11112222333344445")) {
            assertThrows(RuntimeException.class, () -> Tally.parse(line), line);
        }
    }

    /** The line is a format on disk: what one build writes another one reads. */
    @Example
    void everyOutcomeHasItsPlaceOfItsOwnInALine() {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            String line = of(List.of(new Result(outcome, 7))).line();
            lines.add(line.substring(0, line.lastIndexOf(' ')));
        }
        assertEquals(List.of("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1"), lines);
        assertEquals(Outcome.ALL, Outcome.values().length);
    }

    @Provide
    Arbitrary<List<Result>> results() {
        return Combinators.combine(Arbitraries.of(Outcome.values()), Arbitraries.longs())
                .as(Result::new)
                .list()
                .ofMaxSize(30);
    }

    private static Tally of(List<Result> results) {
        Tally tally = new Tally();
        results.forEach(result -> tally.add(result.outcome(), result.test()));
        return tally;
    }

    private static void assertSame(Tally expected, Tally actual) {
        assertEquals(expected.toString(), actual.toString());
        assertEquals(expected.digest(), actual.digest());
    }
}
