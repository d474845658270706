package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.PlannedTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a class is left when a worker is gone (L14, L22). */
class TestBookTest {

    /** Surefire's listener speaks before ours, or after it; a worker that retires at a result leaves between the two. */
    @Test
    void whatWasReportedIsFinalAlsoIfItsListenerNeverSpeaks() {
        TestBook book = new TestBook();
        Turn turn = book.turn(0);
        book.planned(List.of(test("first"), test("second")));
        book.heard(new Began("first", false), turn);
        turn.testBegun();
        book.announced("first");
        book.reported("first");
        book.pause(turn);

        assertTrue(book.canResume(turn));
        assertEquals(Set.of("first"), book.finalIds().all());
        assertEquals(List.of(test("second")), book.remaining());
    }

    /** The very first test of a class ends its worker on purpose: that it starts over is progress, but only once. */
    @Test
    void aSecondChanceIsReasonEnoughToGoOnOnce() {
        TestBook book = new TestBook();
        Turn turn = book.turn(0);
        book.planned(List.of(test("first"), test("second")));
        book.heard(new Began("first", false), turn);
        turn.testBegun();
        book.announced("first");

        assertTrue(book.grantsSecondChance("first"));
        book.pause(turn);
        assertTrue(book.canResume(turn));
        assertEquals(Set.of(), book.finalIds().all());
        turn = book.turn(1);

        book.heard(new Began("first", false), turn);
        assertFalse(book.grantsSecondChance("first"));
        book.pause(turn);
        assertFalse(book.canResume(turn));
    }

    /** A kill between the engine's word and Maven's: no line of the test has run, so it may have been anybody's victim. */
    @Test
    void whoDiesBeforeMavenHasHeardOfATestHasBegunNone() {
        TestBook book = new TestBook();
        Turn turn = book.turn(0);
        book.planned(List.of(test("first"), test("second")));
        book.heard(new Began("first", false), turn);
        book.interrupt(turn, false);
        assertTrue(book.canResume(turn));

        turn = book.turn(1);
        book.heard(new Began("first", false), turn);
        book.interrupt(turn, false);
        assertFalse(book.canResume(turn), "and who dies so again does not get further");
    }

    /** Its result was on the way when the worker died; the death is told, and nobody owes it a second time. */
    @Test
    void whatHadEndedWithoutAResultIsNotOwedOnceItsWorkerHasDied() {
        TestBook book = new TestBook();
        Turn turn = book.turn(0);
        book.heard(new Began("first", false), turn);
        book.heard(new Ended("first", false), turn);
        assertEquals(List.of("first"), book.unreported());
        book.interrupt(turn, false);
        assertEquals(List.of(), book.unreported());
    }

    /** An engine may say twice that a test has ended, and begin it once more: it owes a result all the same. */
    @Test
    void whatIsSaidTwiceToHaveEndedIsStillOwed() {
        TestBook book = new TestBook();
        book.planned(List.of(test("first")));
        Turn turn = book.turn(0);
        book.heard(new Began("first", false), turn);
        book.heard(new Ended("first", false), turn);
        book.heard(new Ended("first", false), turn);
        assertEquals(List.of("first"), book.unreported());
        book.heard(new Began("first", false), turn);
        book.putBack();
        assertEquals(List.of("first"), book.unreported());
    }

    private static PlannedTest test(String id) {
        return new PlannedTest(id, "C", id, false);
    }
}
