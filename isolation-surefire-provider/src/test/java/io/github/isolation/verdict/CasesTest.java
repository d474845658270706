package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.WorkerFact;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record says of tests that failed, and of what was around them. */
class CasesTest {
    @TempDir
    private Path directory;

    private static Piece only(String className, String... methods) {
        return new Piece(
                className,
                List.of(methods).stream()
                        .map(name -> ARecord.id(className, name))
                        .toList());
    }

    private static List<Piece> whole(String... names) {
        return List.of(names).stream().map(Piece::whole).toList();
    }

    private Cases cases(ARecord record) throws Exception {
        return Cases.of(record.in(directory), null, name -> true);
    }

    private Case one(ARecord record) throws Exception {
        List<Case> all = cases(record).all();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    @Test
    void whatItsWorkerRanBeforeItAndOfItsOwnClassWhatCameFirst() throws Exception {
        Case one = one(new ARecord()
                .runs(1, "A")
                .runs(2, "Other")
                .hands(1, "Empty")
                .over(1, 0)
                .runs(1, "B")
                .hands(1, "V")
                .test(1, "first", "passed")
                .test(1, "second", "skipped")
                .test(1, "suffers", "failed")
                .test(1, "later", "passed")
                .over(1, 10));
        assertEquals(new TestRef(ARecord.id("V", "suffers"), "V", "suffers"), one.test());
        assertEquals(only("V", "suffers"), one.alone());
        assertEquals(List.of(Piece.whole("A"), Piece.whole("B"), only("V", "first", "second")), one.before());
        assertFalse(one.crashed());
    }

    @Test
    void whatOtherForksRanAtTheSameTimeAndNotWhatWasOverOrCameLater() throws Exception {
        Case one = one(new ARecord()
                .runs(2, "Over")
                .hands(2, "Long")
                .test(2, "passes", "passed")
                .hands(1, "V")
                .over(2, 10)
                .runs(2, "Short")
                .hands(3, "Open")
                .test(1, "suffers", "error")
                .over(1, 10)
                .runs(2, "Later"));
        assertEquals(List.of(whole("Long", "Short"), whole("Open")), one.beside());
        assertEquals(List.of(), one.before());
    }

    @Test
    void whoHasLeftSomethingBehindIsAHint() throws Exception {
        Case one = one(new ARecord()
                .hands(1, "A")
                .test(1, "passes", "passed")
                .leaks(1)
                .over(1, 1)
                .runs(1, "B")
                .hands(1, "C")
                .test(1, "passes", "passed")
                .leaks(1)
                .over(1, 1)
                .hands(1, "V")
                .test(1, "suffers", "failed"));
        assertEquals(whole("C", "A"), one.hints());
    }

    @Test
    void eachTestIsACaseOnceAndNotForWhatWasTriedAgainOrNeverRun() throws Exception {
        ARecord record = new ARecord()
                .hands(1, "V")
                .test(1, "suffers", "failed")
                .test(1, ARecord.id("V", "left"), "V", "left", "error", 1, "io.github.isolation.NotRun: Not run")
                .over(1, 1)
                .hands(1, "V", "rerun", 2)
                .test(1, ARecord.id("V", "suffers"), "V", "suffers", "failed", 2, "")
                .test(1, ARecord.id("V", "other"), "V", "other", "failed", 2, "");
        assertEquals("V.suffers", one(record).test().toString());
    }

    @Test
    void aCrashIsKnownByWhatTheSupervisorMadeOfIt() throws Exception {
        Case one = one(new ARecord()
                .hands(1, "V")
                .test(
                        1,
                        ARecord.id("V", "dies"),
                        "V",
                        "dies",
                        "error",
                        1,
                        "io.github.isolation.WorkerCrashed: it did"));
        assertTrue(one.crashed());
    }

    /** Of its methods none is to blame alone; with other engines nobody knows which one it was. */
    @Test
    void aClassThatFailedAsAWholeAndATestWithoutAnIdTakeAllOfTheClass() throws Exception {
        ARecord record = new ARecord()
                .runs(1, "A")
                .hands(1, "V")
                .test(1, ARecord.id("V", "first"), "V", "", "error", 1, "")
                .hands(1, "W")
                .test(1, "", "W", "first", "passed", 1, "")
                .test(1, "", "W", "suffers", "failed", 1, "");
        List<Case> all = cases(record).all();
        assertEquals(
                List.of(Piece.whole("V"), Piece.whole("W")),
                all.stream().map(Case::alone).toList());
        assertEquals(whole("A", "V"), all.get(1).before());
    }

    @Test
    void invocationsOfAMethodAreRunWithIt() throws Exception {
        String method = "[engine:junit-jupiter]/[class:V]/[test-template:sums(int)]";
        Case one = one(new ARecord()
                .hands(1, "V")
                .test(1, method + "/[test-template-invocation:#1]", "V", "sums(int)[1]", "passed", 1, "")
                .test(1, method + "/[test-template-invocation:#2]", "V", "sums(int)[2]", "failed", 1, ""));
        assertEquals(new Piece("V", List.of(method)), one.alone());
        assertEquals(List.of(), one.before());
    }

    @Test
    void whatWasBeforeItInAnEarlierRunInWhichItPassedIsKnown() throws Exception {
        Path earlier = new ARecord()
                .runs(1, "A", "B")
                .hands(1, "V")
                .test(1, "suffers", "passed")
                .in(directory.resolve("earlier"));
        Path record = new ARecord().hands(1, "V").test(1, "suffers", "failed").in(directory);
        assertEquals(
                whole("A", "B"),
                Cases.of(record, earlier, name -> true).all().get(0).passedAfter());
    }

    @Test
    void whatThereIsNoMoreIsNamedOrLeftOut() throws Exception {
        Path record = new ARecord()
                .runs(2, "Gone")
                .hands(2, "GoneToo")
                .test(2, "passes", "passed")
                .runs(1, "A", "Gone2")
                .hands(1, "V")
                .test(1, "suffers", "failed")
                .over(1, 1)
                .hands(1, "GoneVictim")
                .test(1, "suffers", "failed")
                .in(directory);
        Cases cases = Cases.of(record, null, name -> !name.startsWith("Gone"));
        assertEquals(1, cases.all().size());
        assertEquals(whole("A"), cases.all().get(0).before());
        assertEquals(List.of(List.of()), cases.all().get(0).beside());
        assertEquals(Set.of("GoneVictim"), cases.gone());
    }

    @Test
    void methodsAndTimesOfAClassAreKnown() throws Exception {
        Cases cases = cases(new ARecord()
                .hands(1, "A")
                .test(1, "one", "passed")
                .test(1, "two", "failed")
                .over(1, 70)
                .hands(2, "B")
                .test(2, "other", "passed")
                .over(2, 5));
        assertEquals(List.of(ARecord.id("A", "one"), ARecord.id("A", "two")), cases.methodsOf("A"));
        assertEquals(List.of(), cases.methodsOf("None"));
        assertEquals(70, cases.millis("A"));
        assertEquals(0, cases.millis("None"));
    }

    /** A class that is handed out once more, for the rest of it, is not its own company. */
    @Test
    void whatItsClassWasBeforeIsNotBeforeIt() throws Exception {
        Case one = one(new ARecord()
                .runs(1, "A", "V")
                .hands(1, "V", "rest", 1)
                .test(1, "suffers", "failed")
                .over(1, 10));
        assertEquals(whole("A"), one.before());
    }

    @Test
    void ofWhatAnotherForkRanMeanwhileTheLastFewCount() throws Exception {
        Case one = one(new ARecord()
                .hands(1, "V")
                .runs(2, "C1", "C2", "C3", "C4", "C5", "C6")
                .test(1, "suffers", "failed")
                .over(1, 10));
        assertEquals(List.of(whole("C3", "C4", "C5", "C6")), one.beside());
    }

    /** A class is over when it has ended, however long its worker goes on. */
    @Test
    void whatWasOverIsNotBesideItWhenItsWorkerEndsLater() throws Exception {
        ARecord record = new ARecord().runs(2, "Over").hands(1, "V").test(1, "suffers", "failed");
        record.facts.add(new WorkerFact(100, 2, 2, "ended", false, "finished", "", null, 0, 0));
        assertEquals(List.of(), one(record).beside());
    }

    /** In one millisecond one class may end and the next one begin. */
    @Test
    void whatItsOwnForkRanIsNotBesideIt() throws Exception {
        ARecord record = new ARecord();
        record.facts.add(new ClassFact(10, "A", 1, 1, 1, 1, "whole", 1));
        record.facts.add(new ClassEndFact(20, "A", 1, 1, 10, null, 0));
        record.facts.add(new ClassFact(20, "V", 1, 1, 2, 2, "whole", 1));
        record.facts.add(new TestFact(
                20, 5, 1, 1, ARecord.id("V", "suffers"), "V", "suffers", "", "failed", 1, false, "", "", ""));
        assertEquals(List.of(), one(record).beside());
    }

    /** Anybody may write what the supervisor writes. */
    @Test
    void aStackThatOnlyLooksLikeACrashIsNone() throws Exception {
        ARecord record = new ARecord().hands(1, "V");
        String stack = CrashReport.CRASHED + ": as if";
        record.facts.add(new TestFact(
                20, 5, 1, 1, ARecord.id("V", "suffers"), "V", "suffers", "", "error", 1, false, "", stack, ""));
        assertFalse(one(record).crashed());
    }

    @Test
    void whatHasNoMethodIsNoMethodOfItsClass() throws Exception {
        Cases cases = cases(new ARecord()
                .hands(1, "A")
                .test(1, "[engine:other]/[thing:x]", "A", "x", "passed", 1, "")
                .test(1, "one", "passed"));
        assertEquals(List.of(ARecord.id("A", "one")), cases.methodsOf("A"));
    }

    @Test
    void beyondSoManyFailuresTheyAreCounted() throws Exception {
        ARecord record = new ARecord().hands(1, "V");
        for (int i = 0; i < Cases.MOST + 7; i++) {
            record.test(1, "suffers" + i, "failed");
        }
        Cases cases = cases(record);
        assertEquals(Cases.MOST, cases.all().size());
        assertEquals(7, cases.more());
    }

    /** A class without a result has no place in it, and neither has another attempt. */
    @Test
    void theOrderOfARunIsThatOfItsFirstResults() throws Exception {
        ARecord record = new ARecord().runs(1, "C", "A").hands(1, "Nothing").over(1, 10);
        record.hands(2, "B").test(2, "fails", "failed");
        record.runs(1, "C");
        record.hands(2, "Late", "rerun", 2).test(2, ARecord.id("Late", "x"), "Late", "x", "passed", 2, "");
        assertEquals(List.of("C", "A", "B"), cases(record).order());
    }
}
