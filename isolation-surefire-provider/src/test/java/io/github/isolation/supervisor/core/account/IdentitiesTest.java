package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Label;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a second JVM says of the invocations of a test, under the ids that they had in the first. */
class IdentitiesTest {
    private static final String METHOD = "[engine:junit-jupiter]/[class:C]/[test-template:m(int)]";

    private final Identities identities = new Identities();

    @Test
    void inTheFirstWorkerEverythingIsWhatItIsCalled() {
        assertEquals(invocation(1), began(1, "Berlin"));
        assertEquals(invocation(2), began(2, "Celle"));
        assertNull(identities.outOfOrder(METHOD));
    }

    @Test
    void inTheNextOneTheNameDecides() {
        began(1, "Berlin");
        began(2, "Celle");
        identities.nextWorker();
        assertEquals(invocation(2), began(1, "Celle"));
        assertEquals(invocation(1), began(2, "Berlin"));
        assertEquals("\"Celle\" is number 1 here and was 2 before", identities.outOfOrder(METHOD));
    }

    private Event ahead(boolean more, String... names) {
        List<UpcomingTest> next = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            PlannedTest test = new PlannedTest(invocation(i + 2), "C", "m{int}[" + (i + 2) + "]", false);
            next.add(new UpcomingTest(test, Label.digest(names[i], i + 2)));
        }
        return identities.translate(new Ahead(METHOD, next, more));
    }

    @Test
    void whatIsToldInAdvanceIsKnownWhenItBegins() {
        began(1, "Berlin");
        ahead(false, "Celle", "Dresden");
        assertEquals(invocation(2), began(2, "Celle"));
        assertEquals(invocation(3), began(3, "Dresden"));
        assertNull(identities.outOfOrder(METHOD));
    }

    @Test
    void whoHasAPartKnowsTheNamesOfAll() {
        began(1, "Berlin");
        ahead(false, "Celle", "Dresden");
        Identities part = identities.ofPart(List.of(invocation(3)));
        part.nextWorker();
        assertEquals(
                new Began(invocation(1), false, "Berlin"), part.translate(new Began(invocation(3), false, "Berlin")));
        assertEquals("\"Berlin\" is number 3 here and was 1 before", part.outOfOrder(METHOD));
    }

    @Test
    void aNewNameCountsByItsNumberOnlyIfAllNamesAreKnown() {
        for (boolean more : List.of(true, false)) {
            Identities first = new Identities();
            first.translate(new Began(invocation(1), false, "Berlin"));
            PlannedTest second = new PlannedTest(invocation(2), "C", "m{int}[2]", false);
            first.translate(new Ahead(METHOD, List.of(new UpcomingTest(second, Label.digest("Celle", 2))), more));
            Identities part = first.ofPart(List.of(invocation(2)));
            part.nextWorker();
            Began known = (Began) part.translate(new Began(invocation(2), false, "12:30"));
            assertEquals(more ? invocation(3) : invocation(2), known.id());
            assertEquals(!more, part.areNumberedOnly(METHOD));
            assertEquals(!more, part.outOfOrder(METHOD) == null);
        }
    }

    /** Nobody can be asked to give back one of them: its number here is that of another one. */
    @Test
    void ofWhatHasChangedPlacesNothingIsOffered() {
        began(1, "Berlin");
        began(2, "Celle");
        identities.nextWorker();
        assertEquals(new Ahead(METHOD, List.of(), false), ahead(true, "Berlin"));
        assertEquals(invocation(1), began(2, "Berlin"));
    }

    @Test
    void allThatIsSaidOfItIsTranslatedWhateverItIsIn() {
        began(1, "Berlin");
        began(2, "Celle");
        identities.nextWorker();
        began(1, "Celle");

        assertEquals(new Ended(invocation(2), true), identities.translate(new Ended(invocation(1), true)));
        String below = "/[dynamic-test:#3]";
        assertEquals(
                new Began(invocation(2) + below, false), identities.translate(new Began(invocation(1) + below, false)));
        assertEquals(
                new Planned(List.of(new PlannedTest(invocation(2) + below, "C", "n", false))),
                identities.translate(new Planned(List.of(new PlannedTest(invocation(1) + below, "C", "n", false)))));
        TestReport report = report(invocation(1), "m{int}[1]");
        Event translated = identities.translate(new Reported(ReportKind.SUCCEEDED, report));
        assertEquals(
                new Reported(ReportKind.SUCCEEDED, report.known(invocation(2), "m{int}[2]")),
                translated,
                "Surefire's name ends with the number");
    }

    @Test
    void whatHasNoIdOrHasNotMovedIsLeftAlone() {
        began(1, "Berlin");
        began(2, "Celle");
        identities.nextWorker();
        began(1, "Celle");
        Event nameless = new Reported(ReportKind.SUCCEEDED, report(null, "m"));
        assertEquals(nameless, identities.translate(nameless));
        Event other = new Ended("[engine:junit-jupiter]/[class:C]/[method:other()]", true);
        assertEquals(other, identities.translate(other));
    }

    @Test
    void numbersInsideOfNumbersMoveWithWhatTheyAreIn() {
        String outer = "[e]/[class-template:C]/[class-template-invocation:#";
        identities.translate(new Began(outer + "1]", true, "[1] red"));
        identities.translate(new Began(outer + "2]", true, "[2] blue"));
        identities.translate(new Began(outer + "1]/[test-template:m]/[test-template-invocation:#1]", false, "x"));
        identities.nextWorker();
        identities.translate(new Began(outer + "2]", true, "[2] red"));
        assertEquals(
                new Began(outer + "1]/[test-template:m]/[test-template-invocation:#1]", false, "x"),
                identities.translate(
                        new Began(outer + "2]/[test-template:m]/[test-template-invocation:#1]", false, "x")));
        assertEquals("[e]/[class-template:C]", Identities.test(outer + "2]/[test-template:m]"));
        assertNotNull(identities.outOfOrder("[e]/[class-template:C]"));
    }

    @Test
    void severalOfOneNameAreNamedAsSuch() {
        began(1, "Berlin");
        began(2, "Berlin");
        assertNull(identities.alike(METHOD), "there is no other worker yet");
        identities.nextWorker();
        began(1, "Berlin");
        assertEquals("Berlin", identities.alike(METHOD));
    }

    @Test
    void whatSlicesKnowIsJoined() {
        Identities other = new Identities();
        other.translate(new Began("[e]/[test-template:n]/[test-template-invocation:#1]", false, "red"));
        began(1, "Berlin");
        Identities joined = Identities.joined(List.of(identities, other));
        joined.nextWorker();
        joined.translate(new Began("[e]/[test-template:n]/[test-template-invocation:#1]", false, "blue"));
        assertNotNull(joined.outOfOrder("[e]/[test-template:n]"), "number 1 was red");
        assertSame(other, Identities.joined(List.of(other)));
    }

    @Test
    void aCopyKnowsTheSameAndLearnsByItself() {
        began(1, "Berlin");
        began(2, "Celle");
        Identities copy = identities.copy();
        copy.nextWorker();
        assertEquals(
                new Began(invocation(2), false, "Celle"), copy.translate(new Began(invocation(1), false, "Celle")));
        assertNull(identities.outOfOrder(METHOD));
    }

    @Test
    void titlesAreTheLastPartOfAnId() {
        assertEquals("m(int)", Identities.title(METHOD));
        assertEquals("no id of JUnit's", Identities.title("no id of JUnit's"));
        assertEquals("[e]", Identities.test("[e]"), "no invocation of anything");
    }

    private String began(int number, String label) {
        return ((Began) identities.translate(new Began(invocation(number), false, label))).id();
    }

    private static String invocation(int number) {
        return METHOD + "/[test-template-invocation:#" + number + "]";
    }

    private static TestReport report(@Nullable String id, String name) {
        return new TestReport(false, 1, "C", null, name, null, null, 1, null, Map.of(), null, id);
    }
}
