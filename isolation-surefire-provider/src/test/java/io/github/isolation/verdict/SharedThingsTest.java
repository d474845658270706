package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.TestName;
import io.github.isolation.findings.Tried;
import io.github.isolation.record.Fact;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.Tally;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import io.github.isolation.trial.Verdict.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what the agent has seen in a trial of A and V, what is told of a verdict. */
class SharedThingsTest {
    private static final Trial IN_ORDER = Trial.inOrder(List.of(Piece.whole("A"), Piece.whole("V")));

    private final List<Finding> findings = new ArrayList<>();
    private int found;

    private void found(Section section, String resource, Witness... witnesses) {
        findings.add(new Finding(
                section,
                section.word() + " " + resource,
                "/module/" + resource,
                List.of(witnesses),
                "",
                "",
                Tried.NOT));
    }

    private static Witness a(String method) {
        return new Witness(new TestName("A", method), "sets", "A.java:1");
    }

    private static Witness v(String method) {
        return new Witness(new TestName("V$Inner", method), "reads", "");
    }

    private List<String> lines(Kind kind, Piece culprit) {
        return SharedThings.lines(
                findings,
                new Verdict(
                        new TestRef("", "V$Inner", "suffers(int)[1]"),
                        kind,
                        List.of(culprit),
                        Tally.NONE,
                        Tally.NONE,
                        1,
                        null));
    }

    /** In a fork of its own each; what they do when they do not meet may be something else. */
    @Test
    void twoThatDoNotMeetAreRunAgain(@TempDir Path directory) throws Exception {
        Trial atOnce = Trial.atOnce(Piece.whole("A"), Piece.whole("V"));
        assertEquals(3, watched(atOnce, Kind.CLASHES, List.of(Piece.whole("A")), 100, directory, ""));
        assertEquals(1, watched(IN_ORDER, Kind.POLLUTED, List.of(Piece.whole("A")), 100, directory, ""));
    }

    @Test
    void twoThatMeetAtOnceAreNotRunAgain(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("audit"));
        Files.write(
                directory.resolve("audit/worker-1.tsv"),
                List.of(
                        "isolation-audit 1",
                        "t\t1\tA\tbinds",
                        "t\t2\tV\tsuffers",
                        "p\t1\tA\tbinds\t7",
                        "h\tBIND_TCP\t1\t1\t1\t0\tmain\t8080",
                        "h\tBIND_TCP\t2\t2\t1\t0\tmain\t8080"));
        found = 1;
        Trial atOnce = Trial.atOnce(Piece.whole("A"), Piece.whole("V"));
        assertEquals(1, watched(atOnce, Kind.CLASHES, List.of(Piece.whole("A")), 100, directory, ""));
    }

    @Test
    void whereNobodyIsToBlameThereIsNothingToWatch(@TempDir Path directory) throws Exception {
        Trial alone = Trial.inOrder(List.of(Piece.whole("V")));
        assertEquals(0, watched(alone, Kind.FAILS_ALONE, List.of(), 100, directory, ""));
    }

    @Test
    void whereThereIsNoTimeForItThatIsSaid(@TempDir Path directory) throws Exception {
        List<Piece> culprits = List.of(Piece.whole("A"));
        assertEquals(0, watched(IN_ORDER, Kind.POLLUTED, culprits, 0, directory, "there was no time left"));
    }

    @Test
    void whatCannotBeReadIsSaid(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("audit/worker-1.tsv"));
        assertEquals(1, watched(IN_ORDER, Kind.POLLUTED, List.of(Piece.whole("A")), 100, directory, "Exception"));
    }

    /** How often there was a look at it. So much is found; and the problem has this in it. */
    private int watched(Trial shows, Kind kind, List<Piece> culprits, int runs, Path directory, String problem)
            throws Exception {
        List<Trial> watched = new ArrayList<>();
        SharedThings.Watcher watcher = new SharedThings.Watcher() {
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
                return "";
            }
        };
        Maker nobody = new Maker() {
            @Override
            public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted) {
                throw new AssertionError(trial);
            }

            @Override
            public boolean areCancelled() {
                return false;
            }

            @Override
            public int made() {
                return watched.size();
            }
        };
        Told told = new Told() {
            @Override
            public void note(LongFunction<Fact> fact) {}

            @Override
            public void say(String line) {}
        };
        Cases known = Cases.of(new ARecord().in(directory), null, name -> true);
        RecordedTries tries =
                new RecordedTries(nobody, new Budget(Duration.ofHours(1), runs, "more", () -> 0), known, told);
        TestRef test = new TestRef("", "V", "suffers");
        Verdict verdict = new Verdict(test, kind, culprits, Tally.NONE, Tally.NONE, 1, shows);
        SharedThings shared = new SharedThings(watcher, directory);
        assertEquals(found, shared.of(verdict, tries).size());
        assertEquals(problem.isEmpty(), shared.problem().isEmpty(), shared.problem());
        assertTrue(shared.problem().contains(problem), shared.problem());
        return watched.size();
    }

    @Test
    void ofAPolluterItIsWhatItsMethodLeavesOrDoesToWhatTheVictimUses() {
        found(Section.LEFT, "left", a("pollutes"));
        found(Section.LEFT, "left by another", a("other"));
        found(Section.LEFT, "left by the victim", v("suffers"));
        found(Section.CLASHES, "/file", a("pollutes"), v("suffers"));
        found(Section.CLASHES, "/other", a("pollutes"), v("other"));
        found(Section.AT_WORK, "a thread", a("pollutes"), v("suffers"));
        found(Section.AT_WORK, "a thread of the victim", v("suffers"), v("other"));
        found(Section.HARMLESS, "cache", a("pollutes"));
        Piece culprit = new Piece("A", List.of(ARecord.id("A", "pollutes")));
        assertEquals(
                List.of(
                        "left: A.pollutes sets, at A.java:1",
                        "/file: A.pollutes sets, at A.java:1; V$Inner.suffers reads",
                        "a thread: A.pollutes sets, at A.java:1"),
                lines(Kind.POLLUTED, culprit));
        assertEquals(4, lines(Kind.POLLUTED, Piece.whole("A")).size());
    }

    @Test
    void ofMuchThatIsLeftFiveThingsAreTold() {
        for (int i = 0; i < 7; i++) {
            found(Section.LEFT, "left " + i, a("pollutes"));
        }
        assertEquals(5, lines(Kind.POLLUTED, Piece.whole("A")).size());
    }

    /** Who has changed it is not known. */
    @Test
    void whatWasSeenByDifferenceOnlyIsNotTold() {
        found(Section.DIFFERENCES, "/native", a(""), v(""));
        assertEquals(List.of(), lines(Kind.POLLUTED, Piece.whole("A")));
        assertEquals(List.of(), lines(Kind.CLASHES, Piece.whole("A")));
    }

    @Test
    void whatIsProbablyHarmlessIsToldWhereThereIsNothingElse() {
        found(Section.HARMLESS, "cache", a("pollutes"));
        assertEquals(List.of("cache: A.pollutes sets, at A.java:1"), lines(Kind.POLLUTED, Piece.whole("A")));
        found(Section.LEFT, "left", a("pollutes"));
        assertEquals(List.of("left: A.pollutes sets, at A.java:1"), lines(Kind.POLLUTED, Piece.whole("A")));
    }

    /** Two forks have no JVM in common. */
    @Test
    void ofAClashItIsWhatBothUse() {
        found(Section.LEFT, "left", a("pollutes"));
        found(Section.AT_WORK, "a thread", a("pollutes"), v("suffers"));
        found(Section.CLASHES, "port 1", a("pollutes"), v("")); // before all its tests
        found(Section.SERVICES, "db", a("pollutes"), v("suffers"));
        found(Section.CLASHES, "/mine", v("suffers"), new Witness(new TestName("B", "b"), "reads", ""));
        assertEquals(
                List.of(
                        "port 1: A.pollutes sets, at A.java:1; V$Inner reads",
                        "db: A.pollutes sets, at A.java:1; V$Inner.suffers reads"),
                lines(Kind.CLASHES, Piece.whole("A")));
    }
}
