package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a worker's provider was told. */
class ExecutionTest {
    private final Execution execution = new Execution();

    @Test
    void beforeThereIsAProviderNothing() {
        assertFalse(execution.isInFirstWorker());
        assertFalse(execution.maySharePlans());
        assertEquals(Map.of(), execution.junitConfiguration());
    }

    @Test
    void eachFlagByItsName() {
        execution.begin(Map.of(IsolationProvider.FIRST, "true", IsolationProvider.SHARES_PLANS, "false"));
        assertTrue(execution.isInFirstWorker());
        assertFalse(execution.maySharePlans());
        execution.begin(Map.of(IsolationProvider.SHARES_PLANS, "true"));
        assertFalse(execution.isInFirstWorker());
        assertTrue(execution.maySharePlans());
    }

    @Test
    void whatTheUserHasConfiguredJUnitWith() {
        execution.begin(Map.of("configurationParameters", """
                a.b = 1
                c = x y
                """));
        assertEquals(Map.of("a.b", "1", "c", "x y"), execution.junitConfiguration());
    }

    /** Surefire's provider has not understood it either. */
    @Test
    void whatNobodyUnderstandsIsNoConfiguration() {
        execution.begin(Map.of("configurationParameters", "a = \\u00zz"));
        assertEquals(Map.of(), execution.junitConfiguration());
    }

    @Test
    void aPropertyWithoutAValueIsNone() {
        Map<String, String> properties = new HashMap<>();
        properties.put(IsolationProvider.FIRST, null);
        execution.begin(properties);
        properties.put(IsolationProvider.FIRST, "true");
        assertFalse(execution.isInFirstWorker(), "what is changed later is not what was told");
    }
}
