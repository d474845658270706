package io.github.isolation.trial;

import static io.github.isolation.trial.SimulatedSuite.id;
import static io.github.isolation.trial.SimulatedSuite.method;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a trial is, and what its result says of a test. */
class TrialTest {
    private static final TestRef TEST = new TestRef(id("A", "test"), "A", "test");

    private static Outcome of(TestRef test, Map<TestRef, Outcome> outcomes) {
        return new TrialResult(outcomes, 1, "").of(test);
    }

    @Test
    void noClassIsInATrialTwice() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Trial.inOrder(List.of(Piece.whole("A"), Piece.whole("B"), method("A", "test"))));
    }

    @Test
    void whatHasBeenTriedIsKnownByWhatRunsWhere() {
        Trial inOrder = Trial.inOrder(List.of(Piece.whole("A"), Piece.whole("B")));
        assertNotEquals(
                inOrder.key(),
                Trial.inOrder(List.of(Piece.whole("B"), Piece.whole("A"))).key());
        assertNotEquals(
                inOrder.key(), Trial.atOnce(Piece.whole("A"), Piece.whole("B")).key());
        assertNotEquals(
                inOrder.key(),
                Trial.inOrder(List.of(Piece.whole("A"), method("B", "test"))).key());
        assertEquals(2, Trial.atOnce(Piece.whole("A"), Piece.whole("B")).workers());
        assertEquals(List.of("A", "B"), inOrder.classes());
    }

    /** The victim is the last of its worker, with what of its own class came before it. */
    @Test
    void ofTheClassOfATestOnlyThoseRunThatAreAskedForAndTheTest() {
        Case of = new Case(TEST, false, method("A", "test"), List.of(), List.of(), List.of(), List.of());
        assertEquals(List.of(List.of(method("A", "test"))), of.after(List.of()).lanes());
        assertEquals(
                List.of(List.of(Piece.whole("B"), new Piece("A", List.of(id("A", "first"), id("A", "test"))))),
                of.after(List.of(Piece.whole("B"), method("A", "first"))).lanes());
        assertEquals(
                List.of(List.of(Piece.whole("A"))),
                of.after(List.of(Piece.whole("A"))).lanes());
    }

    @Test
    void invocationsAreKnownByTheirNamesWhereTheirIdsAreOthers() {
        TestRef elsewhere = new TestRef(TEST.id() + "/[test-template-invocation:#7]", "A", "test");
        assertEquals(Outcome.FAILED, of(TEST, Map.of(elsewhere, Outcome.FAILED)));
        assertEquals(Outcome.NOT_RUN, of(TEST, Map.of(new TestRef("", "A", "other"), Outcome.FAILED)));
        assertEquals(Outcome.PASSED, of(new TestRef("", "A", "test"), Map.of(TEST, Outcome.PASSED)));
    }

    /** In whatever order they are kept, which is another one in each JVM. */
    @Test
    void ofSeveralOfOneNameItIsTheTestItselfAndOtherwiseOneThatFailed() {
        Map<TestRef, Outcome> outcomes = new HashMap<>();
        Map<TestRef, String> lines = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            TestRef one = new TestRef(TEST.id() + "/[test-template-invocation:#" + (i + 10) + "]", "A", "test");
            outcomes.put(one, i == 20 ? Outcome.FAILED : Outcome.PASSED);
            lines.put(one, "A.test(A.java:" + (i + 10) + ")");
        }
        TrialResult all = new TrialResult(outcomes, 1, "", lines, Map.of());
        assertEquals(Outcome.FAILED, all.of(TEST));
        assertEquals("A.test(A.java:10)", all.lineOf(TEST));
        TestRef last = new TestRef(TEST.id() + "/[test-template-invocation:#49]", "A", "test");
        assertEquals(Outcome.PASSED, all.of(last));
        assertEquals("A.test(A.java:49)", all.lineOf(last));
    }

    @Test
    void whatBefallsAClassBefallsItsTestsAndThoseOfClassesInIt() {
        TestRef nested = new TestRef("", "A$Inner", "test");
        TestRef whole = new TestRef("", "A", "");
        assertEquals(Outcome.FAILED, of(TEST, Map.of(whole, Outcome.FAILED)));
        assertEquals(Outcome.CRASHED, of(nested, Map.of(new TestRef("", "A", "executionError"), Outcome.CRASHED)));
        assertEquals(Outcome.NOT_RUN, of(new TestRef("", "AB", "test"), Map.of(whole, Outcome.FAILED)));
        assertTrue(new TrialResult(Map.of(whole, Outcome.TIMED_OUT), 1, "").fails(TEST));
    }

    /** It has no result of its own then. */
    @Test
    void aClassThatFailedAsAWholePassesIfItsTestsAreRun() {
        TestRef whole = new TestRef("", "A", "");
        assertEquals(Outcome.PASSED, of(whole, Map.of(TEST, Outcome.PASSED)));
        assertEquals(Outcome.NOT_RUN, of(whole, Map.of()));
        assertEquals(Outcome.NOT_RUN, of(whole, Map.of(TEST, Outcome.NOT_RUN)));
        assertEquals(Outcome.FAILED, of(whole, Map.of(TEST, Outcome.PASSED, whole, Outcome.FAILED)));
        assertFalse(new TrialResult(Map.of(TEST, Outcome.SKIPPED), 1, "").fails(TEST));
    }

    @Test
    void aPersonReadsNames() {
        assertEquals("A.test", TEST.toString());
        assertEquals("A", new TestRef("", "A", "initializationError").toString());
        assertEquals("A.test", method("A", "test").toString());
        assertEquals("A (2 of its tests)", new Piece("A", List.of(id("A", "a"), id("A", "b"))).toString());
        String template = "[engine:junit-jupiter]/[class:A]/[nested-class:In]/[test-template:sums(int)]";
        assertEquals(template, MethodIds.of(template + "/[test-template-invocation:#2]"));
        assertEquals("A.sums", new Piece("A", List.of(template)).toString());
        assertEquals("", MethodIds.of("[engine:spock]/[spec:A]/[feature:x]"));
        assertEquals(
                "[engine:junit-vintage]/[runner:A]/[test:test(A)]",
                MethodIds.of("[engine:junit-vintage]/[runner:A]/[test:test(A)]"));
    }
}
