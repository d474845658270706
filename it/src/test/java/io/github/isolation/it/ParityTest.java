package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parity that overlooks a difference would prove nothing: each kind of difference is found, and named. */
class ParityTest {

    private static final Case PASSED = testCase("a", Outcome.PASSED, "", "");
    private static final Case FAILED = testCase("a", Outcome.FAILED, "AssertionError", "1 < 2");

    @Test
    void theSameCasesInAnotherOrderArePar() {
        Case other = testCase("b", Outcome.PASSED, "", "");

        assertEquals(List.of(), Parity.between(reports(FAILED, other), reports(other, FAILED)));
    }

    @Test
    void aCaseThatIsMissingIsNamed() {
        assertDifference("T#a\n  expected: PASSED\n  actual:   nothing", reports(PASSED), reports());
    }

    @Test
    void aCaseThatIsNewIsNamed() {
        assertDifference("T#a\n  expected: nothing\n  actual:   PASSED", reports(), reports(PASSED));
    }

    @Test
    void aCaseThatIsReportedTwiceIsNamed() {
        assertDifference(
                "T#a\n  expected: PASSED\n  actual:   PASSED | PASSED", reports(PASSED), reports(PASSED, PASSED));
    }

    @Test
    void anotherOutcomeIsADifference() {
        assertDifference(
                "T#a\n  expected: PASSED\n  actual:   FAILED AssertionError: 1 < 2", reports(PASSED), reports(FAILED));
    }

    @Test
    void anotherMessageOfTheSameFailureIsADifference() {
        Case otherwise = testCase("a", Outcome.FAILED, "AssertionError", "2 < 3");

        assertEquals(1, Parity.between(reports(FAILED), reports(otherwise)).size());
    }

    @Test
    void aRetryThatOnlyOneOfThemHadIsADifference() {
        Case flaky = new Case("T", "a", Outcome.PASSED, "", "", "", List.of(new Retry("flakyError", "E", "once")));

        assertEquals(1, Parity.between(reports(PASSED), reports(flaky)).size());
    }

    @Test
    void anotherCountInTheFileIsADifferenceAlthoughTheCasesAreTheSame() {
        Reports miscounted =
                new Reports("here", List.of(new Suite("TEST-T.xml", "T", new Counts(2, 0, 0, 0), List.of(PASSED))));

        List<String> differences = Parity.between(reports(PASSED), miscounted);

        assertEquals(1, differences.size());
        assertTrue(differences.get(0).startsWith("TEST-T.xml"), differences.get(0));
    }

    /** The counts of the file differ too, hence the second entry. */
    private static void assertDifference(String wanted, Reports expected, Reports actual) {
        List<String> differences = Parity.between(expected, actual);
        assertEquals(2, differences.size(), differences::toString);
        assertEquals(wanted, differences.get(0));
        assertTrue(differences.get(1).startsWith("TEST-T.xml"), differences.get(1));
    }

    private static Case testCase(String name, Outcome outcome, String type, String message) {
        return new Case("T", name, outcome, type, message, "", List.of());
    }

    private static Reports reports(Case... cases) {
        List<Case> all = List.of(cases);
        return new Reports("here", List.of(new Suite("TEST-T.xml", "T", Counts.of(all), all)));
    }
}
