package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unique ids as JUnit 5.13 and later make them for parameterized classes. */
class InvocationsTest {
    private static final String TEMPLATE = "[engine:junit-jupiter]/[class-template:a.BTest]";
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
