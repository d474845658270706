package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What of a class is not begun, and who gets it. */
class DivisionTest {
    private static final String CLASS = "[engine:junit-jupiter]/[class:a.B]";

    private static final String TEMPLATE = CLASS + "/[test-template:t(int)]";

    private static String method(int number) {
        return CLASS + "/[method:m" + number + "()]";
    }

    private static Division of(String... ids) {
        return new Division(
                CLASS,
                List.of(TEMPLATE),
                List.of(ids).stream()
                        .map(id -> new PlannedTest(id, "a.B", id, false))
                        .toList(),
                id -> -1,
                0);
    }

    private static Division methods(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(method(i));
        }
        return of(ids.toArray(String[]::new));
    }

    @Example
    void aClassInsideIsOneMemberWithAllItsTests() {
        String inner = CLASS + "/[nested-class:C]";
        Division division = of(method(1), inner + "/[method:x()]", inner + "/[nested-class:D]/[method:y()]");
        assertEquals(2, division.size());
        assertEquals(List.of(inner), division.ask(1, 1, 0));
        assertEquals(
                List.of(Set.of(inner + "/[method:x()]", inner + "/[nested-class:D]/[method:y()]")),
                division.answered(1, List.of(inner)));
    }

    @Example
    void whatHasBegunIsNotAskedFor() {
        Division division = methods(3);
        division.begins(method(0), 0);
        division.begins(method(0) + "/[test-template-invocation:#1]", 0);
        division.begins("[engine:junit-jupiter]/[class:a.BC]/[method:m1()]", 0);
        division.begins(CLASS, 0);
        assertEquals(2, division.size());
        assertEquals(List.of(method(2)), division.ask(1, 1, 0));
    }

    @Example
    void theTimeThatIsLeftFollowsFromTheTimeSoFar() {
        Division division = methods(10);
        assertEquals(0, division.millisLeft(500));
        division.begins(method(0), 0);
        division.begins(method(1), 0);
        assertEquals(8 * 250, division.millisLeft(500));
    }

    @Example
    void anAnswerToAnotherQuestionIsNone() {
        Division division = methods(4);
        division.ask(7, 1, 0);
        assertEquals(1, division.promised());
        assertEquals(List.of(), division.answered(6, List.of(method(3))));
        assertEquals(1, division.promised());
        assertEquals(List.of(Set.of(method(3))), division.answered(7, List.of(method(3))));
        assertEquals(0, division.promised());
        assertEquals(List.of(), division.answered(7, List.of(method(1))));
    }

    @Example
    void whatIsNotGivenBackIsNotAskedForAgain() {
        Division division = methods(4);
        assertEquals(List.of(method(2), method(3)), division.ask(7, 1, 0));
        assertEquals(List.of(), division.answered(7, List.of()));
        assertEquals(List.of(method(1)), division.ask(8, 1, 0));
    }

    private static String invocation(int number) {
        return TEMPLATE + "/[test-template-invocation:#" + number + "]";
    }

    private static Ahead ahead(boolean more, int... numbers) {
        List<UpcomingTest> next = new ArrayList<>();
        for (int number : numbers) {
            next.add(new UpcomingTest(new PlannedTest(invocation(number), "a.B", "t[" + number + "]", false), number));
        }
        return new Ahead(TEMPLATE, next, more);
    }

    @Example
    void whatComesNextOfATestThatRunsIsAMemberEach() {
        Division division = of(TEMPLATE, method(1));
        division.begins(TEMPLATE, 0);
        division.begins(invocation(1), 0);
        division.ahead(ahead(false, 2, 3, 4));
        assertEquals(4, division.size());
        assertEquals(List.of(invocation(4), method(1)), division.ask(1, 1, 0));
        assertEquals(
                List.of(Set.of(invocation(4), method(1))), division.answered(1, List.of(invocation(4), method(1))));
        division.begins(invocation(2), 0);
        assertEquals(1, division.size());
    }

    @Example
    void itsWorkerIsAskedOnceItHasRunForSoLongAndAgainWhenMoreMayCome() {
        Division division = of(TEMPLATE);
        assertNull(division.unknownAhead(0, 1_000), "it has not begun");
        division.begins(TEMPLATE, 1_000);
        division.begins(invocation(1), 1_000);
        assertNull(division.unknownAhead(200, 1_100), "for too short a time");
        assertEquals(TEMPLATE, division.unknownAhead(200, 1_200));
        division.looksAhead();
        assertNull(division.unknownAhead(200, 1_200), "it was asked");
        division.ahead(ahead(true, 2));
        assertNull(division.unknownAhead(200, 1_200), "one is known");
        division.begins(invocation(2), 1_300);
        assertEquals(TEMPLATE, division.unknownAhead(200, 1_300));
        division.ahead(ahead(false));
        assertNull(division.unknownAhead(200, 1_300), "there are no more");
        assertFalse(division.mayYield());
    }

    @Example
    void whoeverWaitsWaitsForATestThatRunsAndNotBeyondItsEnd() {
        Division division = of(TEMPLATE);
        division.begins(TEMPLATE, 0);
        assertTrue(division.mayYield());
        division.ends(invocation(1), 0);
        assertTrue(division.mayYield());
        division.ends(TEMPLATE, 0);
        assertFalse(division.mayYield());
        assertNull(division.unknownAhead(0, 1_000));
    }

    /** What one takes is known of both kinds. */
    @Example
    void invocationsAndOthersHaveEachTheirPace() {
        Division division = of(method(1), TEMPLATE, method(2));
        division.begins(method(1), 0);
        division.begins(TEMPLATE, 100);
        division.begins(invocation(1), 100);
        division.begins(invocation(2), 1_100);
        division.ahead(ahead(false, 3, 4));
        assertEquals(2 * 1_000 + 100, division.millisLeft(2_100));
        division.begins(invocation(3), 2_100);
        division.begins(invocation(4), 3_100);
        division.ends(TEMPLATE, 4_100);
        assertEquals(100, division.millisLeft(4_100));
    }

    /** One that takes as long as all others is a half by itself. */
    @Example
    void aHalfIsByTimeWhereTimesAreKnown() {
        Map<String, Long> usual = Map.of(method(0), 10L, method(1), 10L, method(2), 10L, method(3), 30L);
        Division division = new Division(
                CLASS,
                List.of(),
                usual.keySet().stream()
                        .sorted()
                        .map(id -> new PlannedTest(id, "a.B", id, false))
                        .toList(),
                id -> usual.getOrDefault(id, -1L),
                0);
        assertEquals(60, division.millisLeft(0));
        assertEquals(List.of(method(3)), division.ask(1, 1, 0));
        division.answered(1, List.of());
        assertEquals(30, division.millisLeft(0));
        assertEquals(List.of(method(1), method(2)), division.ask(2, 2, 0));
        assertEquals(
                List.of(Set.of(method(1)), Set.of(method(2))), division.answered(2, List.of(method(1), method(2))));
    }

    @Property
    void everyoneHasAsMuchAsTheOthersAndNobodyWhatAnotherHas(
            @ForAll @IntRange(min = 1, max = 40) int tests, @ForAll @IntRange(min = 1, max = 6) int shares) {
        Division division = methods(tests);
        List<String> asked = division.ask(1, shares, 0);
        List<Set<String>> given = division.answered(1, asked);

        assertEquals(Math.min(shares, tests), given.size());
        Set<String> all = new HashSet<>();
        given.forEach(share -> assertTrue(!share.isEmpty() && all.addAll(share)));
        assertEquals(new HashSet<>(asked), all);
        assertEquals(tests - all.size(), division.size());
        int most = given.stream().mapToInt(Set::size).max().orElseThrow();
        int least = given.stream().mapToInt(Set::size).min().orElseThrow();
        assertTrue(most - least <= 1 && most <= division.size() + 1 + 1, given + " of " + tests);
    }
}
