package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** The book against a model of it that keeps everything, over what a class may go through with any number of workers. */
class TestBookModelTest {
    private static final List<String> TESTS = List.of("t1", "t2", "t3", "t4", "t5", "late1", "late2");

    /** What a person with paper would note of each test. */
    private static final class Paper {
        final Set<String> planned = new TreeSet<>();
        final Set<String> finalOnes = new HashSet<>();
        final Set<String> withResult = new HashSet<>();
        final Map<String, Boolean> begunAndTold = new HashMap<>();
        final Set<String> endedWithoutResult = new TreeSet<>();

        Set<String> remaining() {
            Set<String> left = new TreeSet<>(planned);
            left.removeAll(finalOnes);
            return left;
        }

        void result(String id) {
            finalOnes.add(id);
            withResult.add(id);
            begunAndTold.remove(id);
            endedWithoutResult.remove(id);
        }
    }

    private TestBook book = new TestBook();
    private Paper paper = new Paper();
    private Turn turn = book.turn(0);

    /** There is one instance for all tries: with one book, everything would be final after a few of them. */
    @BeforeTry
    void openAnother() {
        book = new TestBook();
        paper = new Paper();
        turn = book.turn(0);
    }

    @Property(tries = 10_000)
    void theyAgreeAfterEveryStep(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Random chance = new Random(seed);
        for (int i = 0; i < steps; i++) {
            step(chance);
            assertEquals(paper.remaining(), ids(book.remaining()), "remaining");
            assertEquals(paper.remaining(), ids(book.unsettled()), "unsettled");
            Set<String> unreported = new TreeSet<>(paper.endedWithoutResult);
            unreported.addAll(paper.begunAndTold.keySet());
            assertEquals(unreported, new TreeSet<>(book.unreported()), "unreported");
            assertEquals(paper.finalOnes, book.finalIds().all(), "final");
            for (String id : TESTS) {
                assertTrue(!paper.withResult.contains(id) || book.settledTests().contains(id), id);
            }
        }
    }

    private void step(Random chance) {
        String id = TESTS.get(chance.nextInt(TESTS.size()));
        switch (chance.nextInt(8)) {
            case 0 -> plan(chance);
            case 1 -> begin(id);
            case 2 -> announce(id);
            case 3 -> {
                book.reported(id);
                paper.result(id);
            }
            case 4 -> end(id);
            case 5 -> interrupt(chance.nextBoolean());
            case 6 -> pause();
            default -> putBack(chance.nextBoolean());
        }
    }

    private void plan(Random chance) {
        List<PlannedTest> plan = new ArrayList<>();
        for (String id : TESTS) {
            if (!id.startsWith("late") && chance.nextBoolean()) {
                plan.add(new PlannedTest(id, "C", id, false));
                if (!paper.finalOnes.contains(id)) {
                    paper.planned.add(id);
                }
            }
        }
        book.planned(plan);
    }

    private void begin(String id) {
        if (!paper.finalOnes.contains(id)) { // of the others Repeats hears
            book.heard(new Began(id, false), turn);
            paper.begunAndTold.put(id, false);
        }
    }

    private void announce(String id) {
        turn.testBegun();
        book.announced(id);
        paper.begunAndTold.computeIfPresent(id, (test, told) -> true);
    }

    private void end(String id) {
        book.heard(new Ended(id, false), turn);
        if (paper.begunAndTold.remove(id) != null && !paper.withResult.contains(id)) {
            paper.endedWithoutResult.add(id);
        }
        paper.finalOnes.add(id);
    }

    private void interrupt(boolean excused) {
        book.interrupt(turn, excused);
        paper.begunAndTold.forEach((id, told) -> {
            if (told) {
                paper.finalOnes.add(id);
                paper.withResult.add(id);
            }
        });
        paper.begunAndTold.clear();
        paper.endedWithoutResult.clear();
        turn = book.turn(0);
    }

    private void pause() {
        book.pause(turn);
        paper.begunAndTold.clear();
        paper.endedWithoutResult.clear();
        turn = book.turn(0);
    }

    private void putBack(boolean next) {
        book.putBack();
        paper.begunAndTold.clear();
        turn = next ? book.turn(0) : turn;
    }

    private static Set<String> ids(List<PlannedTest> tests) {
        Set<String> ids = new TreeSet<>();
        tests.forEach(test -> ids.add(test.id()));
        return ids;
    }

    @Property(tries = 2_500)
    void noWorkerIsGivenAClassThatDoesNotComeNearerToItsEnd(@ForAll long seed) {
        Random chance = new Random(seed);
        book.planned(
                TESTS.stream().map(id -> new PlannedTest(id, "C", id, false)).toList());
        int deaths = 0;
        boolean goesOn = true;
        while (goesOn) {
            turn = book.turn(0);
            for (PlannedTest test : book.remaining()) {
                if (chance.nextInt(4) == 0) {
                    break;
                }
                book.heard(new Began(test.id(), false), turn);
                if (chance.nextBoolean()) {
                    turn.testBegun();
                    book.announced(test.id());
                    if (chance.nextBoolean()) {
                        book.reported(test.id());
                    }
                }
            }
            if (chance.nextBoolean()) {
                book.interrupt(turn, false);
            } else {
                book.pause(turn);
            }
            deaths++;
            goesOn = book.canResume(turn) && !book.remaining().isEmpty();
        }
        assertTrue(deaths <= TESTS.size() + 2, deaths + " workers for " + TESTS.size() + " tests");
    }
}
