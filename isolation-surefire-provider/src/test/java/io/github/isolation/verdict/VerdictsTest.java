package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.TrialFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, written down and left for a person, of tests in a suite in which {@code A} pollutes for {@code V} and {@code W}. */
class VerdictsTest {
    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Trial> watched = new ArrayList<>();
    private String whyNot = "";
    private int mostTrials = Integer.MAX_VALUE;
    private boolean wantsOthers;
    private boolean cancelled;
    private long nanos;
    private ARecord record = new ARecord();

    @BeforeEach
    void twoTestsFailedAfterA() {
        record.runs(1, "A", "B", "C", "D");
        record.hands(1, "V").test(1, "suffers", "failed").over(1, 10);
        record.hands(1, "W").test(1, "suffers", "failed").over(1, 10);
    }

    private void run(Duration time, int runs) throws Exception {
        Path file = record.in(directory);
        Again again = new Again(RecordReader.readRun(file), directory);
        new Verdicts(
                        new Suite(),
                        new Budget(time, runs, "isolation.verdictBudget", () -> nanos),
                        again,
                        new Heard(),
                        new SharedThings(new Watches(), directory))
                .run(Cases.of(file, null, name -> !name.equals("Gone")));
    }

    @Test
    void eachFailureHasALineAFactAndACommand() throws Exception {
        run(Duration.ofHours(1), 1_000);
        String command = "mvn test -Disolation.replay=" + directory.resolve("verdict-1.jsonl");
        assertEquals(
                List.of(
                        "isolation: verdict: looking for the reasons of 2 failures, in workers of their own",
                        "isolation: verdict: V.suffers: polluted by A (fails after it in 4 of 4 runs, passes alone in 4 of 4)."
                                + " See it again: " + command,
                        "isolation: verdict: W.suffers: polluted by A (fails after it in 4 of 4 runs, passes alone in 4 of 4)."
                                + " See it again: " + command.replace("verdict-1", "verdict-2"),
                        "isolation: verdict: " + (trials.size() + watched.size()) + " worker runs for 2 failures"),
                lines);
        List<VerdictFact> verdicts = of(VerdictFact.class);
        assertEquals(
                List.of("V", "W"), verdicts.stream().map(VerdictFact::className).toList());
        assertEquals(List.of("A"), verdicts.get(0).culprits());
        assertEquals(command, verdicts.get(0).again());
        List<TrialFact> made = of(TrialFact.class);
        assertEquals(trials.size() + watched.size(), made.size());
        assertEquals(List.of(List.of("V.suffers")), made.get(0).lanes());
        assertEquals(List.of("V.suffers"), made.get(0).passed());
        assertEquals(99, made.get(0).at(), "when it began");
        assertFalse(wantsOthers, "what became of a culprit is nobody's question");
        assertEquals(List.of("V.suffers"), made.get(1).failed());
    }

    /** It is found at once that it did it again. */
    @Test
    void whoHasDoneItToOneIsAskedFirstAtTheNext() throws Exception {
        run(Duration.ofHours(1), 1_000);
        int second = 0;
        while (!trials.get(second).key().contains("W")) {
            second++;
        }
        assertEquals(
                "A[] W[" + ARecord.id("W", "suffers") + "]",
                trials.get(second + 1).key());
        assertEquals(8, trials.size() - second);
    }

    /** The smallest run in which it happens, and no record of what happened. */
    @Test
    void whatShowsItAgainIsARecordOfThoseClassesInThatOrder() throws Exception {
        run(Duration.ofHours(1), 1_000);
        List<String> lines = Files.readAllLines(directory.resolve("verdict-1.jsonl"));
        assertEquals(3, lines.size());
        assertEquals(
                List.of("A", "V"),
                RecordReader.readRun(directory.resolve("verdict-1.jsonl")).classes());
        assertTrue(lines.get(1).contains("\"class\":\"A\",\"place\":1"), lines.get(1));
        assertTrue(lines.get(2).contains("\"class\":\"V\",\"place\":2"), lines.get(2));
    }

    @Test
    void whenRunsAreUsedUpThatIsSaid() throws Exception {
        run(Duration.ofHours(1), 3);
        assertEquals(3, trials.size());
        assertEquals(
                "isolation: verdict: V.suffers: not decided in 3 runs (failed with others in 1 of 2, alone in 0 of 1)",
                lines.get(1));
        assertEquals(
                "isolation: verdict: 3 worker runs for 2 failures; 2 not decided. More time (isolation.verdictBudget) or more"
                        + " runs (isolation.verdictRuns) may help",
                lines.get(3));
    }

    /** What took 10 ms a class takes as long again: it is not begun when less is left. */
    @Test
    void whatWouldTakeLongerThanWhatIsLeftIsNotBegun() throws Exception {
        run(Duration.ofMillis(25), 1_000);
        assertEquals(
                List.of(List.of("V"), List.of("W")),
                trials.stream().map(Trial::classes).toList());
    }

    @Test
    void whenMavenHasEndedItNothingMoreIsTriedOrSaid() throws Exception {
        cancelled = true;
        run(Duration.ofHours(1), 1_000);
        assertEquals(List.of(), trials);
        assertEquals(1, lines.size());
    }

    @Test
    void whenMavenEndsItInTheMiddleNoOtherTrialIsMade() throws Exception {
        mostTrials = 1;
        run(Duration.ofHours(1), 1_000);
        assertEquals(1, trials.size());
    }

    /** Who has done it to one has not done it to another that ran elsewhere. */
    @Test
    void whoWasNotBeforeATestIsNotAskedFirst() throws Exception {
        record = new ARecord().runs(1, "A", "B");
        record.hands(1, "V").test(1, "suffers", "failed").over(1, 10);
        record.hands(2, "W").test(2, "suffers", "failed").over(2, 10);
        run(Duration.ofHours(1), 1_000);
        assertEquals("polluted by A", of(VerdictFact.class).get(0).label());
        assertTrue(of(VerdictFact.class).get(1).label().startsWith("not reproduced"), lines::toString);
    }

    /** In the order of their class; each method ran in the hands of one worker. */
    private void ownClass(String... methods) {
        record = new ARecord().runs(1, "B", "C", "D", "E").hands(1, "V");
        for (String method : methods) {
            record.test(1, method, method.startsWith("suffers") ? "failed" : "passed");
        }
        record.over(1, 10);
    }

    /** Where a class does it to its own tests, it is asked first as well. */
    @Test
    void aMethodThatHasDoneItToOneOfItsClassIsAskedFirstAtTheNext() throws Exception {
        ownClass("spoils", "passes", "suffers1", "suffers2");
        run(Duration.ofHours(1), 1_000);
        assertEquals(
                List.of("polluted by V.spoils", "polluted by V.spoils"),
                of(VerdictFact.class).stream().map(VerdictFact::label).toList());
        assertEquals(List.of("spoils", "suffers2"), second("suffers2"));
    }

    /** Between the two it had another turn. */
    @Test
    void aMethodThatRanLaterIsNotSuspected() throws Exception {
        ownClass("spoils", "suffers1");
        record.hands(1, "V", "part", 2)
                .test(1, "passes", "passed")
                .test(1, "suffers2", "failed")
                .over(1, 10);
        run(Duration.ofHours(1), 1_000);
        assertEquals("polluted by V.spoils", of(VerdictFact.class).get(0).label());
        assertFalse(second("suffers2").contains("spoils"), trials::toString);
    }

    @Test
    void ofAClassOnlyWhatHasRunBeforeIsSuspected() {
        Piece two = new Piece("V", List.of("a", "b"));
        assertTrue(Verdicts.contains(Piece.whole("V"), new Piece("V", List.of("a"))));
        assertTrue(Verdicts.contains(two, new Piece("V", List.of("a"))));
        assertFalse(Verdicts.contains(two, new Piece("V", List.of("a", "c"))));
        assertFalse(Verdicts.contains(two, Piece.whole("V")));
        assertFalse(Verdicts.contains(Piece.whole("V"), Piece.whole("W")));
    }

    /** The methods of its class in the second trial of a test; in the first it is alone. */
    private List<String> second(String test) {
        List<List<String>> all = trials.stream()
                .map(trial -> trial.lanes().get(0))
                .map(lane -> lane.get(lane.size() - 1).methods())
                .filter(methods ->
                        !methods.isEmpty() && methods.get(methods.size() - 1).equals(test))
                .toList();
        assertEquals(List.of(test), all.get(0));
        return all.get(1);
    }

    @Test
    void howManyAreNotLookedAtIsSaid() throws Exception {
        record = new ARecord().hands(1, "V");
        for (int i = 0; i < Cases.MOST + 2; i++) {
            record.test(1, "suffers" + i, "failed");
        }
        run(Duration.ofHours(1), 0);
        String last = lines.get(lines.size() - 1);
        assertTrue(last.contains("0 worker runs for 100 failures, and none for 2 more; 100 not decided"), last);
    }

    @Test
    void aTrialThatCannotBeMadeIsSaidAtTheEnd() throws Exception {
        Files.createFile(directory.resolve("broken"));
        run(Duration.ofHours(1), 1_000);
        assertTrue(lines.get(3).endsWith("; a trial came to nothing: java.io.IOException: no room"), lines.get(3));
        assertFalse(of(TrialFact.class).get(0).problem().isEmpty());
    }

    @Test
    void whereNothingFailedNothingIsSaid() throws Exception {
        record = new ARecord().runs(1, "A", "B");
        run(Duration.ofHours(1), 1_000);
        assertEquals(List.of(), lines);
    }

    @Test
    void whatThereIsNoMoreIsNamed() throws Exception {
        record = new ARecord().hands(1, "Gone").test(1, "suffers", "failed");
        run(Duration.ofHours(1), 1_000);
        assertEquals(List.of("isolation: verdict: in the record, but not in this build: Gone"), lines);
    }

    /** It is seen in one more trial of both, which counts as any other. */
    @Test
    void whatTheySharedIsNamedWithItsLines() throws Exception {
        Files.createDirectories(directory.resolve("audit"));
        Files.write(
                directory.resolve("audit/worker-1.tsv"),
                List.of(
                        "isolation-audit 1",
                        "t\t1\tA\tpasses",
                        "p\t1\tA\tpasses\t7",
                        "h\tPROPERTY\t1\t1\t1\t0\tmain\tmode",
                        "s\tPROPERTY\t1\t\tmode\tnot set\tset"));
        run(Duration.ofHours(1), 1_000);
        String thing =
                "the system property mode: A.passes changes it: not set before, set after, at A.passes(A.java:7)";
        assertEquals("isolation: verdict:   over " + thing, lines.get(2));
        VerdictFact verdict = of(VerdictFact.class).get(0);
        assertEquals(List.of(thing), verdict.shared());
        assertEquals(verdict.seen() + "; over " + thing, verdict.evidence());
        assertEquals(List.of("A", "V"), watched.get(0).classes());
        assertEquals(2, watched.size());
        int all = trials.size() + watched.size();
        assertEquals("isolation: verdict: " + all + " worker runs for 2 failures", lines.get(5));
        assertEquals(all, of(TrialFact.class).size());
    }

    @Test
    void whereThereIsNoAgentForThatALineSaysWhy() throws Exception {
        whyNot = "as if";
        run(Duration.ofHours(1), 1_000);
        assertEquals("isolation: verdict: what tests share is not always named: as if", lines.get(4));
        assertEquals(List.of(), watched);
        assertEquals(List.of(), of(VerdictFact.class).get(0).shared());
    }

    private <T extends Fact> List<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private final class Suite implements Maker {
        @Override
        public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted) throws IOException {
            trials.add(trial);
            if (Files.exists(directory.resolve("broken"))) {
                throw new IOException("no room");
            }
            nanos += Duration.ofMillis(10L * trial.classes().size()).toNanos();
            List<Piece> lane = trial.lanes().get(0);
            Piece piece = lane.get(lane.size() - 1);
            String last = piece.className();
            List<String> methods = piece.methods();
            String method = methods.isEmpty() ? "suffers" : methods.get(methods.size() - 1);
            cancelled |= trials.size() == mostTrials;
            wantsOthers |= wanted.test(new TestRef("", "A", "passes"));
            boolean fails = trial.classes().contains("A") || methods.contains("spoils");
            TestRef test = new TestRef(ARecord.id(last, method), last, method);
            Map<TestRef, Outcome> outcomes = new HashMap<>();
            if (fails || wanted.test(test)) {
                outcomes.put(test, fails ? Outcome.FAILED : Outcome.PASSED);
            }
            return new TrialResult(outcomes, 1, "");
        }

        @Override
        public boolean areCancelled() {
            return cancelled;
        }

        @Override
        public int made() {
            return trials.size() + watched.size();
        }
    }

    private final class Watches implements SharedThings.Watcher {
        @Override
        public TrialResult watch(Trial trial, Duration limit) {
            watched.add(trial);
            return new TrialResult(Map.of(), 1, "");
        }

        @Override
        public Path seen() {
            return directory;
        }

        @Override
        public String whyNot() {
            return whyNot;
        }
    }

    private final class Heard implements Told {
        @Override
        public void note(LongFunction<Fact> fact) {
            facts.add(fact.apply(100));
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
