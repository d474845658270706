package io.github.isolation.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Books that agree are quiet, and each way not to agree is one line. */
class BooksCheckTest {
    private static final String NAME = "a.ATest";

    /** A result that a worker told: of which of three test sets, its outcome, and a number for the test. */
    record Told(int set, Outcome outcome, long test) {}

    private final RunBooks books = closed();
    private final ClassAccount ofClass = books.ofClass(NAME);

    @Property
    void whatWasHeardAndToldInAnyOrderAgrees(@ForAll("results") List<Told> results, @ForAll Random random) {
        assertEquals(List.of(), BooksCheck.differences(heardAndTold(results, shuffled(results, random))));
    }

    @Property
    void aResultThatGetsLostIsSeenInItsTestSetAndInTheSummary(
            @ForAll("results") List<Told> results, @ForAll @IntRange(max = 20) int which) {
        if (!results.isEmpty()) {
            int lost = which % results.size();
            List<Told> told = new ArrayList<>(results);
            Told one = told.remove(lost);
            RunBooks run = heardAndTold(results, told);
            run.summary = results.size();
            List<String> differences = BooksCheck.differences(run);
            assertEquals(2, differences.size(), differences::toString);
            assertTrue(differences.get(0).startsWith("set" + one.set() + ": workers told of "), differences::toString);
        }
    }

    @Property
    void aResultThatIsToldTwiceIsSeenUnlessItIsAnError(
            @ForAll("results") List<Told> results, @ForAll @IntRange(max = 20) int which) {
        if (!results.isEmpty()) {
            Told twice = results.get(which % results.size());
            List<Told> told = new ArrayList<>(results);
            told.add(twice);
            int expected = twice.outcome() == Outcome.ERROR ? 0 : 1;
            assertEquals(
                    expected,
                    BooksCheck.differences(heardAndTold(results, told)).size());
        }
    }

    @Property
    void aResultUnderAnotherNameIsSeen(
            @ForAll("results") List<Told> results, @ForAll @IntRange(max = 20) int which, @ForAll long other) {
        if (!results.isEmpty()) {
            int at = which % results.size();
            Told one = results.get(at);
            List<Told> told = new ArrayList<>(results);
            told.set(at, new Told(one.set(), one.outcome(), other));
            assertEquals(
                    one.test() == other,
                    BooksCheck.differences(heardAndTold(results, told)).isEmpty());
        }
    }

    @Example
    void aClassThatNoWorkerWasGiven() {
        ofClass.promised = 1;
        assertDifference(NAME + ": was to be run, and no worker was given it; no result or error of it was told");
    }

    @Example
    void aClassThatAWorkerWentOnToAndLeft() {
        ofClass.promised = 1;
        ofClass.handed = 1;
        ofClass.goneOnTo = 1;
        ofClass.planned = 3;
        assertDifference(NAME + ": was begun by a worker, which went on to it, and left no test set");
    }

    @Example
    void aClassThatWasPlannedAndLeft() {
        ofClass.promised = 1;
        ofClass.handed = 1;
        ofClass.planned = 3;
        assertDifference(NAME + ": has 3 planned tests, was given to a worker, and left no test set");
    }

    @Example
    void aClassWithoutTestsLeavesNothing() {
        ofClass.promised = 1;
        ofClass.handed = 1;
        assertAgree();
    }

    @Example
    void whatTheUsersFiltersLeaveOutIsNotMissed() {
        ofClass.promised = 1;
        ofClass.leftOut = true;
        assertAgree();
    }

    @Example
    void whatIsSkippedIsNotMissed() {
        ofClass.promised = 1;
        books.skipping = true;
        assertAgree();
    }

    @Example
    void aClassOfWhichAReportCameIsNotSilent() {
        ofClass.promised = 1;
        ofClass.heard = 1;
        assertAgree();
    }

    @Example
    void anErrorOfTheSupervisorsOwnSpeaksOfAClass() {
        ofClass.promised = 1;
        books.ofSource(NAME).told.add(Outcome.ERROR, 7);
        assertAgree();
    }

    @Example
    void soDoesATestSetWithoutResults() {
        ofClass.promised = 1;
        books.ofSource(NAME).setsBegun = 1;
        books.ofSource(NAME).setsEnded = 1;
        assertAgree();
    }

    @Example
    void anotherClassSpeaksForItselfAlone() {
        ofClass.promised = 1;
        books.ofSource("a.ATestToo").told.add(Outcome.ERROR, 7);
        assertDifference(NAME + ": was to be run, and no worker was given it; no result or error of it was told");
    }

    @Example
    void anAccountThatWasOpenedByAnEmptyQuestionIsNoWord() {
        ofClass.promised = 1;
        books.ofSource(NAME);
        assertNotEquals(List.of(), BooksCheck.differences(books));
    }

    @Example
    void testsThatBeganTwiceInOneWorker() {
        ofClass.begunTwice = 2;
        assertDifference(NAME + ": 2 of its tests began twice in one worker, so results of it count twice");
    }

    @Example
    void aClassThatRanAgainAfterItsEndUnlessItWasPromisedTwice() {
        ofClass.heard = 1;
        ofClass.promised = 1;
        ofClass.afterItsEnd = 1;
        assertDifference(NAME + ": was run again after its end, though no test of it was to be tried again");
        ofClass.promised = 2;
        assertAgree();
    }

    @Example
    void whatIsHeardAgainMayBeToldOnceMoreOrNot() {
        SourceAccount set = books.ofSource(NAME);
        set.heardFirst.add(Outcome.PASSED, 1);
        set.heardAgain.add(Outcome.PASSED, 1);
        set.heardAgain.add(Outcome.PASSED, 2);
        assertDifference(NAME + ": workers told of 1 to 3 passed, Maven was told of 0");
        set.told.add(Outcome.PASSED, 1);
        assertAgree();
        set.toldAgain.add(Outcome.PASSED, 1);
        set.toldAgain.add(Outcome.PASSED, 2);
        assertAgree();
        set.toldAgain.add(Outcome.PASSED, 2);
        assertDifference(NAME + ": workers told of 1 to 3 passed, Maven was told of 4");
    }

    @Example
    void asManyOfOthersAreNotTheSame() {
        SourceAccount set = books.ofSource(NAME);
        set.heardFirst.add(Outcome.FAILED, 1);
        set.told.add(Outcome.FAILED, 2);
        assertDifference(NAME + ": Maven was told as many results as workers told (1 failure), but not the same ones");
    }

    @Example
    void aTestSetThatNeverEnds() {
        SourceAccount set = books.ofSource(NAME);
        set.setsBegun = 2;
        set.setsEnded = 1;
        assertDifference(NAME + ": 2 test sets began, and 1 ended");
        set.setsEnded = 2;
        assertAgree();
        set.setsBegun = 1;
        assertAgree();
    }

    @Example
    void aSummaryOfOtherNumbers() {
        SourceAccount set = books.ofSource(NAME);
        set.told.add(Outcome.ERROR, 1);
        set.toldAgain.add(Outcome.ERROR, 1);
        books.summary = RunBooks.NONE;
        assertAgree();
        books.summary = 1;
        assertAgree();
        books.summary = 2;
        assertDifference("the line at the end speaks of 2 results, and Maven was told of 1");
    }

    @Example
    void ofARunThatMavenEndedNothingIsSaid() {
        ofClass.promised = 1;
        books.cancelled = true;
        assertAgree();
        books.endedMillis = 0;
        assertAgree();
    }

    @Example
    void booksWithoutAnEndAreOneLineWhateverIsInThem() {
        ofClass.promised = 1;
        books.endedMillis = 0;
        assertDifference("the supervisor began, and was gone before it had closed its books: nobody knows what else it"
                + " was to run");
    }

    @Example
    void everyDifferenceIsALineOfItsOwn() {
        ofClass.promised = 1;
        books.ofClass("a.BTest").begunTwice = 1;
        books.ofSource("a.CTest").setsBegun = 1;
        books.summary = 7;
        assertEquals(4, BooksCheck.differences(books).size());
    }

    @Provide
    Arbitrary<List<Told>> results() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.of(Outcome.values()), Arbitraries.longs())
                .as(Told::new)
                .list()
                .ofMaxSize(20);
    }

    private void assertAgree() {
        assertEquals(List.of(), BooksCheck.differences(books));
    }

    private void assertDifference(String line) {
        assertEquals(List.of(line), BooksCheck.differences(books));
    }

    private static RunBooks heardAndTold(List<Told> heard, List<Told> told) {
        RunBooks run = closed();
        heard.forEach(one -> run.ofSource("set" + one.set()).heardFirst.add(one.outcome(), one.test()));
        told.forEach(one -> run.ofSource("set" + one.set()).told.add(one.outcome(), one.test()));
        return run;
    }

    private static List<Told> shuffled(List<Told> results, Random random) {
        List<Told> shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static RunBooks closed() {
        RunBooks run = new RunBooks(new RunHeader("42", 1_000, "/m", "/m/reports", "", "", 0));
        run.endedMillis = 2_000;
        return run;
    }
}
