package io.github.isolation.trial;

import static io.github.isolation.trial.SimulatedSuite.after;
import static io.github.isolation.trial.SimulatedSuite.classes;
import static io.github.isolation.trial.SimulatedSuite.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many workers it takes at most until a culprit among 500 classes is named, with its method: wherever it is, and wherever two of them
 * are. One more is for a look at what they share.
 */
class WorstCaseTest {
    private static final int CLASSES = 500;
    private static final int METHODS = 16;
    private static final List<Piece> ALL = classes(CLASSES);

    private static List<String> methods(String className) {
        return IntStream.range(0, METHODS).mapToObj(i -> id(className, "m" + i)).toList();
    }

    /** The victim fails where each of these was done before it: a method of a class, or any of its methods. */
    private static int workerRuns(Map<String, BiPredicate<Piece, String>> deeds, List<String> labels) {
        SimulatedSuite suite =
                new SimulatedSuite((before, others) -> deeds.entrySet().stream().allMatch(deed -> before.stream()
                                .anyMatch(piece -> piece.className().equals(deed.getKey())
                                        && deed.getValue().test(piece, deed.getKey())))
                        ? Outcome.FAILED
                        : Outcome.PASSED);
        Verdict verdict = suite.judge(after(ALL), WorstCaseTest::methods);
        assertEquals(Verdict.Kind.POLLUTED, verdict.kind(), labels::toString);
        assertEquals(labels, verdict.culprits().stream().map(Piece::toString).toList());
        return suite.workerRuns();
    }

    private static BiPredicate<Piece, String> method(int number) {
        return (piece, className) -> piece.isWhole() || piece.ids().contains(id(className, "m" + number));
    }

    @Test
    void oneWhereverItIsTakesAtMost24() {
        int most = 0;
        for (int i = 0; i < CLASSES; i++) {
            int method = i % METHODS;
            most = Math.max(most, workerRuns(Map.of("C" + i, method(method)), List.of("C" + i + ".m" + method)));
        }
        assertEquals(24, most);
    }

    /** It is in the setup of the class, so whichever method is tried will do. */
    @Test
    void oneOfWhichAnyMethodWillDoTakesAtMost23() {
        int most = 0;
        for (int i = 0; i < CLASSES; i++) {
            most = Math.max(most, workerRuns(Map.of("C" + i, (piece, name) -> true), List.of("C" + i)));
        }
        assertEquals(23, most);
    }

    /** All 124,750 pairs; then those that took the most, with their methods, and all else that a verdict takes. */
    @Test
    void twoWhereverTheyAreTakeAtMost40() throws Exception {
        List<Integer> numbers = IntStream.range(0, CLASSES).boxed().toList();
        List<List<Integer>> worst = new ArrayList<>();
        int most = 0;
        for (int one = 0; one < CLASSES; one++) {
            for (int other = one + 1; other < CLASSES; other++) {
                int questions = questions(numbers, one, other);
                if (questions > most) {
                    worst.clear();
                    most = questions;
                }
                if (questions == most) {
                    worst.add(List.of(one, other));
                }
            }
        }
        assertEquals(20, most);
        int step = Math.max(1, worst.size() / 100);
        int runs = 0;
        for (int i = 0; i < worst.size(); i += step) {
            int one = worst.get(i).get(0);
            int other = worst.get(i).get(1);
            runs = Math.max(
                    runs,
                    workerRuns(
                            Map.of("C" + one, method(one % METHODS), "C" + other, method(other % METHODS)),
                            List.of("C" + one + ".m" + one % METHODS, "C" + other + ".m" + other % METHODS)));
        }
        assertEquals(40, runs);
        assertTrue(runs <= 45);
    }

    private static int questions(List<Integer> numbers, int one, int other) throws Exception {
        int[] questions = {0};
        List<Integer> found = Smallest.of(numbers, some -> {
                    questions[0]++;
                    // They are in their order, and to look at each would take long.
                    return Collections.binarySearch(some, one) >= 0 && Collections.binarySearch(some, other) >= 0;
                })
                .orElseThrow();
        assertEquals(List.of(one, other), found);
        return questions[0];
    }
}
