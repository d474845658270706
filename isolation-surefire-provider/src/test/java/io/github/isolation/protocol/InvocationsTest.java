package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Unique ids as JUnit 5.13 and later make them for parameterized classes. */
class InvocationsTest {
    private static final String TEMPLATE = "[engine:junit-jupiter]/[class-template:a.BTest]";
    private static final String INVOCATION = "[class-template-invocation:";
    private static final String SECOND = TEMPLATE + "/[class-template-invocation:#2]";

    @Test
    void theInvocationIsFoundAroundItsTests() {
        assertEquals(SECOND, Invocations.around(SECOND + "/[method:after()]"));
        assertEquals(SECOND, Invocations.around(SECOND));
        assertEquals(SECOND, Invocations.around(SECOND + "/[nested-class-template:C]/[class-template-invocation:#1]"));
        assertEquals("after()[2]", Invocations.name("after()", SECOND + "/[method:after()]"));
        assertEquals(
                "p(int)[2][1][3]",
                Invocations.name("p(int)[3]", SECOND + "/[nested-class-template:C]/[class-template-invocation:#1]/p"));
        assertEquals(TEMPLATE + "/[method:after()]", Invocations.prototype(SECOND + "/[method:after()]"));
    }

    /** Built from segments, as JUnit does, and looked at segment by segment. */
    @Property
    void theyAreWhatLookingAtEachSegmentWouldTell(@ForAll("segments") List<String> segments) {
        String id = "[engine:junit-jupiter]";
        String prototype = id;
        String outermost = null;
        StringBuilder numbers = new StringBuilder();
        for (String segment : segments) {
            id += "/" + segment;
            boolean isInvocation = segment.startsWith(INVOCATION);
            prototype += isInvocation ? "" : "/" + segment;
            outermost = isInvocation && outermost == null ? id : outermost;
            numbers.append(isInvocation ? segment.replaceAll("\\D", "").replaceAll(".+", "[$0]") : "");
        }
        assertEquals(outermost, Invocations.around(id));
        assertEquals(prototype, Invocations.prototype(id));
        assertEquals("m()" + numbers, Invocations.name("m()", id));
        assertEquals("m(int)" + numbers + "[3]", Invocations.name("m(int)[3]", id));
        UniqueIds ids = UniqueIds.of(List.of(id, TEMPLATE));
        assertEquals(outermost == null ? Set.of() : Set.of(outermost), Invocations.begun(ids));
        assertEquals(
                ids.size() - (outermost == null ? 0 : 1),
                Invocations.outside(ids).size());
    }

    /** Only Java forbids it; other languages of the JVM have such methods. */
    @Test
    void aNameThatEndsInABracketIsANameAndNotANumber() {
        assertEquals("ends in ][2]", Invocations.name("ends in ]", SECOND));
        assertEquals("m[x][2]", Invocations.name("m[x]", SECOND));
        assertEquals("m[][2]", Invocations.name("m[]", SECOND));
        assertEquals("m]1][2]", Invocations.name("m]1]", SECOND));
        assertEquals("[2][1]", Invocations.name("[1]", SECOND));
    }

    @Provide
    Arbitrary<List<String>> segments() {
        return Arbitraries.oneOf(
                        Arbitraries.of("[class:a.ATest]", "[class-template:a.BTest]", "[method:m()]"),
                        Arbitraries.integers().between(1, 120).map(number -> INVOCATION + "#" + number + "]"),
                        Arbitraries.integers()
                                .between(1, 9)
                                .map(number -> "[test-template-invocation:#" + number + "]"))
                .list()
                .ofMaxSize(6);
    }

    @Test
    void otherTestsAreInNone() {
        assertNull(Invocations.around(TEMPLATE));
        assertNull(Invocations.around("[engine:junit-jupiter]/[class:a.BTest]/[method:m()]"));
    }

    @Test
    void itIsBegunWithItsFirstTest() {
        String other = TEMPLATE + "/[class-template-invocation:#21]";
        assertEquals(
                Set.of(SECOND, other),
                Invocations.begun(UniqueIds.of(
                        Set.of(SECOND + "/[method:after()]", other, TEMPLATE, "[engine:e]/[method:m()]"))));
        assertEquals(
                Set.of(TEMPLATE),
                Invocations.outside(UniqueIds.of(Set.of(SECOND, TEMPLATE))).all());
    }
}
