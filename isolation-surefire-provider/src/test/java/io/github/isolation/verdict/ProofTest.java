package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.Fact;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that is run in other ways, and what is said of it. */
class ProofTest {
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");

    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private List<String> classes = CLASSES;
    private String problem = "";
    private int most = 100;

    /** Each class has one test; it fails if this says so of it, and of what ran before it in its worker. */
    private List<Case> run(List<Integer> forks, BiPredicate<String, List<String>> fails) throws Exception {
        ARecord record = new ARecord();
        for (int i = 0; i < classes.size(); i++) {
            String name = classes.get(i);
            boolean failed = fails.test(name, classes.subList(0, i));
            record.hands(1, name).test(1, "test", failed ? "failed" : "passed").over(1, 10);
        }
        Path file = record.in(directory);
        Proof proof = new Proof(
                forks,
                Baseline.of(file),
                Cases.of(file, null, name -> true),
                Map.of(),
                trial -> result(trial, fails),
                new Heard());
        return proof.run();
    }

    private TrialResult result(Trial trial, BiPredicate<String, List<String>> fails) {
        if (trials.size() == most) {
            return null;
        }
        trials.add(trial);
        Map<TestRef, Outcome> outcomes = new HashMap<>();
        for (List<Piece> lane : trial.lanes()) {
            List<String> before = new ArrayList<>();
            for (Piece piece : lane) {
                String name = piece.className();
                if (!gone.contains(name)) {
                    outcomes.put(
                            new TestRef(ARecord.id(name, "test"), name, "test"),
                            fails.test(name, before) ? Outcome.FAILED : Outcome.PASSED);
                }
                before.add(name);
            }
        }
        return new TrialResult(outcomes, 1_500, problem);
    }

    @Test
    void whatIsTheSameEachTimeIsProved() throws Exception {
        assertEquals(List.of(), run(List.of(1, 2, 4), (name, before) -> name.equals("B")));
        assertEquals(
                List.of("isolation: proof: the same 4 results with 1, 2, 4 forks, each in 3 orders (9 runs, 13.5 s)"),
                lines);
        assertEquals(
                List.of(1, 1, 1, 2, 2, 2, 4, 4, 4),
                trials.stream().map(Trial::workers).toList());
    }

    @Test
    void whatFailsInAnotherOrderIsACaseWithWhatWasBeforeItThere() throws Exception {
        List<Case> cases = run(List.of(1), (name, before) -> name.equals("B") && before.contains("C"));
        assertEquals(
                List.of(
                        "isolation: proof: 1 of 4 results not the same with 1 fork, each in 3 orders (3 runs, 4.5 s)",
                        "isolation: proof: B.test: passed in this run, failed with 1 fork, reversed"),
                lines);
        assertEquals(1, cases.size());
        Case one = cases.get(0);
        assertEquals("B.test", one.test().toString());
        assertEquals(new Piece("B", List.of(ARecord.id("B", "test"))), one.alone());
        assertEquals(List.of(Piece.whole("D"), Piece.whole("C")), one.before());
        assertEquals(List.of(Piece.whole("A")), one.passedAfter());
    }

    @Test
    void whatFailedAndPassesInAnotherOrderIsTheCaseThatItWas() throws Exception {
        List<Case> cases = run(List.of(1), (name, before) -> name.equals("D") && before.contains("A"));
        assertTrue(lines.contains("isolation: proof: D.test: failed in this run, passed with 1 fork, reversed"));
        assertEquals(
                List.of(Piece.whole("A"), Piece.whole("B"), Piece.whole("C")),
                cases.get(0).before());
    }

    @Test
    void whatOtherForksRanAboutThatTimeIsBesideIt() throws Exception {
        List<Case> cases = run(List.of(2), (name, before) -> name.equals("D") && !before.contains("A"));
        assertEquals(
                List.of(List.of(Piece.whole("A"), Piece.whole("C"))),
                cases.get(0).beside());
    }

    /** What came of it in company counts; where several have one name, a failure of one of them. */
    @Test
    void theFirstAttemptIsTheOneThatIsComparedWith() throws Exception {
        Path file = new ARecord()
                .hands(1, "A")
                .test(1, "test", "failed")
                .test(1, "twice", "failed")
                .test(1, "twice", "passed")
                .over(1, 10)
                .hands(2, "A", "rerun", 2)
                .test(2, ARecord.id("A", "test"), "A", "test", "passed", 2, "")
                .in(directory);
        Baseline baseline = Baseline.of(file);
        assertEquals(Outcome.FAILED, baseline.of("A#test"));
        assertEquals(Outcome.FAILED, baseline.of("A#twice"));
        assertEquals(Outcome.NOT_RUN, baseline.of("A#other"));
        assertEquals(2, baseline.size());
        assertEquals(List.of("A"), baseline.classes());
        Map<TestRef, Outcome> other = Map.of(
                new TestRef("", "A", "test"), Outcome.CRASHED,
                new TestRef("1", "A", "twice"), Outcome.PASSED,
                new TestRef("2", "A", "twice"), Outcome.FAILED,
                new TestRef("", "A", "new"), Outcome.PASSED);
        assertEquals(Map.of("A#new", Outcome.PASSED), baseline.differences(other));
    }

    /** All of them have a line in the record of their verdicts. */
    @Test
    void beyondSoManyThatAreNotTheSameTheyAreCounted() throws Exception {
        classes = new ArrayList<>();
        for (int i = 10; i < 34; i++) {
            classes.add("C" + i);
        }
        classes.add("Z");
        assertEquals(24, run(List.of(1), (name, before) -> before.contains("Z")).size());
        assertTrue(lines.get(0).startsWith("isolation: proof: 24 of 25 results not the same"), lines.get(0));
        assertEquals(22, lines.size(), lines::toString);
        assertEquals("isolation: proof: and 4 more", lines.get(21));
    }

    @Test
    void whatIsNotThereIsNotTheSame() throws Exception {
        gone.add("C");
        assertEquals(List.of(), run(List.of(1), (name, before) -> false));
        assertEquals(
                "isolation: proof: C.test: passed in this run, not there with 1 fork, in the order of the run",
                lines.get(1));
    }

    @Test
    void whatCameToNothingOrWasNotRunProvesNothing() throws Exception {
        problem = "it took longer than 60 s";
        run(List.of(2), (name, before) -> false);
        most = 0;
        problem = "";
        trials.clear();
        run(List.of(2), (name, before) -> false);
        assertEquals(
                List.of(
                        "isolation: proof: the run with 2 forks, in the order of the run came to nothing: it took longer than"
                                + " 60 s. Nothing is proved",
                        "isolation: proof: ended before the run with 2 forks, in the order of the run: there is no more time."
                                + " Nothing is proved"),
                lines);
    }

    /** Nothing is proved, and something is known all the same. */
    @Test
    void whatWasNotTheSameByThenIsNamedAsWell() throws Exception {
        most = 2;
        List<Case> cases = run(List.of(1), (name, before) -> name.equals("B") && before.contains("C"));
        assertEquals(
                List.of(
                        "isolation: proof: ended before the run with 1 fork, shuffled: there is no more time. Nothing is"
                                + " proved, and 1 of 4 results not the same before that",
                        "isolation: proof: B.test: passed in this run, failed with 1 fork, reversed"),
                lines);
        assertEquals(1, cases.size());
    }

    /** By its id a trial finds it again. */
    @Test
    void ofSeveralOfOneNameTheOneThatFailedIsTheCase() throws Exception {
        Path file = new ARecord()
                .hands(1, "A")
                .test(1, "test", "passed")
                .over(1, 10)
                .in(directory);
        Map<TestRef, Outcome> outcomes = new HashMap<>();
        for (int i = 10; i < 40; i++) {
            outcomes.put(
                    new TestRef(ARecord.id("A", "test") + "/[test-template-invocation:#" + i + "]", "A", "test"),
                    i == 20 || i == 30 ? Outcome.FAILED : Outcome.PASSED);
        }
        List<Case> cases = new Proof(
                        List.of(1),
                        Baseline.of(file),
                        Cases.of(file, null, name -> true),
                        Map.of(),
                        trial -> new TrialResult(outcomes, 1, ""),
                        new Heard())
                .run();
        assertEquals(1, cases.size());
        assertTrue(cases.get(0).test().id().endsWith("#20]"), cases.get(0).test()::id);
    }

    private final class Heard implements Told {
        @Override
        public void note(LongFunction<Fact> fact) {
            throw new AssertionError("not for the record");
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
