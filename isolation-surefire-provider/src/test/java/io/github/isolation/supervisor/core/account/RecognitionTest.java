package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether a class that goes on in another JVM goes on with the right invocations. */
class RecognitionTest {
    private static final String METHOD = "[engine:junit-jupiter]/[class:C]/[test-template:m(int)]";
    private static final Selection REST = Selection.allOf("C").without(UniqueIds.of(List.of(id(1))), Set.of());

    private final Recognition recognition = new Recognition(new Identities(), false, new HashSet<>());

    @Test
    void aNumberThatMeansAnotherOneInTheNextJvmIsToldOnceAndAllRunAgain() {
        inTheFirstWorker("Berlin", "Celle");
        recognition.nextWorker();
        List<Event> told = recognition.translate(new Began(id(2), false, "Berlin"), REST, "C");

        Logged line = (Logged) told.get(0);
        assertEquals(LogLevel.WARNING, line.level());
        assertTrue(
                line.message().contains("the invocations of C.m(int) come in another order in each JVM"),
                line::toString);
        assertEquals(
                1,
                recognition
                        .translate(new Began(id(3), false, "Celle"), REST, "C")
                        .size(),
                "once for a test");
        assertTrue(recognition.hasMore());
        assertEquals(Set.of(METHOD), recognition.nextWorker());
        assertFalse(recognition.hasMore());
    }

    @Test
    void whereNothingIsLeftOutOrderIsOfNoInterest() {
        inTheFirstWorker("Berlin", "Celle");
        recognition.nextWorker();
        assertEquals(
                1,
                recognition
                        .translate(new Began(id(2), false, "Berlin"), Selection.allOf("C"), "C")
                        .size());
        assertFalse(recognition.hasMore());
    }

    @Test
    void untilThenTheContainerHasNotEnded() {
        inTheFirstWorker("Berlin", "Celle");
        recognition.nextWorker();
        recognition.translate(new Began(id(2), false, "Berlin"), REST, "C");
        assertTrue(recognition.holdsBack(new Ended(METHOD, false)));
        assertTrue(recognition.holdsBack(new Ended("[engine:junit-jupiter]/[class:C]", false)), "what it is in");
        assertFalse(recognition.holdsBack(new Ended("[engine:junit-jupiter]/[class:C]/[method:other()]", false)));
    }

    /** In another attempt nobody can tell which of two of one name had failed; after a death nothing had. */
    @Test
    void invocationsOfOneNameMatterWhereAFailureIsTriedAgain() {
        Identities alike = new Identities();
        alike.translate(new Began(id(1), false, "Berlin"));
        alike.translate(new Began(id(2), false, "Berlin"));
        Recognition again = new Recognition(alike, true, new HashSet<>());
        List<Event> told = again.translate(new Began(id(2), false, "Berlin"), REST, "C");
        assertTrue(((Logged) told.get(0)).message().contains("several invocations of C.m(int) are called \"Berlin\""));

        Selection whole = Selection.allOf("C").without(new UniqueIds(), Set.of(METHOD));
        Logged fails = again.failsAgain(report(id(1)), whole, "C");
        assertNotNull(fails);
        assertNotNull(fails.trace(), "that fails the build");
        assertNull(again.failsAgain(report("[e]/other"), whole, "C"));
        assertNull(recognition.failsAgain(report(id(1)), whole, "C"), "after a death it is no other attempt");
    }

    private void inTheFirstWorker(String... labels) {
        for (int i = 0; i < labels.length; i++) {
            recognition.translate(new Began(id(i + 1), false, labels[i]), Selection.allOf("C"), "C");
        }
    }

    private static String id(int number) {
        return METHOD + "/[test-template-invocation:#" + number + "]";
    }

    private static TestReport report(String id) {
        return new TestReport(false, 1, "C", null, "m{int}[1]", null, null, 1, null, Map.of(), null, id);
    }
}
