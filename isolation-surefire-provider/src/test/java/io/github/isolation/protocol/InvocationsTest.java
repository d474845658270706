package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        assertEquals("2", Invocations.number(SECOND));
        assertEquals(TEMPLATE + "/[method:after()]", Invocations.prototype(SECOND + "/[method:after()]"));
    }

    @Test
    void otherTestsAreInNone() {
        assertNull(Invocations.around(TEMPLATE));
        assertNull(Invocations.around("[engine:junit-jupiter]/[class:a.BTest]/[method:m()]"));
    }

    @Test
    void itIsBegunWithItsFirstTest() {
        assertTrue(Invocations.isBegun(SECOND, List.of(SECOND + "/[method:after()]")));
        assertTrue(Invocations.isBegun(SECOND, List.of(SECOND)));
        assertFalse(Invocations.isBegun(SECOND, List.of(TEMPLATE + "/[class-template-invocation:#21]/[method:m()]")));
    }
}
