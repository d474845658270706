package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.agent.RunningTests.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Which test runs, by what a thread has inherited and by what began last. */
final class RunningTestsTest {
    private final RunningTests tests = new RunningTests();
    private final List<String> news = new ArrayList<>();

    private Running begins(String className, String method) {
        return tests.begins(className, method, (number, name, of) -> news.add(number + " " + name + " " + of));
    }

    @Test
    void aTestIsInItsClassAndAfterItTheClassIsLeft() {
        Running top = begins("A", null);
        Running test = begins("A", "m");
        assertTrue(top.isTopLevel());
        assertFalse(test.isTopLevel());
        assertEquals(2, tests.inherited());
        assertEquals(2, tests.last());
        assertEquals(test, tests.ends());
        assertEquals(1, tests.inherited());
        assertEquals(1, tests.last());
        assertEquals(top, tests.ends());
        assertEquals(RunningTests.NONE, tests.inherited());
        assertEquals(RunningTests.NONE, tests.last());
        assertNull(tests.ends());
    }

    @Test
    void anInvocationIsPartOfItsTestAndHasItsNumber() {
        begins("A", null);
        begins("A", "m");
        assertTrue(begins("A", "m").isPartOfATest());
        assertEquals(List.of("1 A null", "2 A m"), news);
    }

    @Test
    void aThreadThatATestHasStartedRemainsItsOwnAndWhatBeganLastDoesNot() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            begins("A", "m");
            assertEquals(1, pool.submit(tests::inherited).get());
            tests.ends();
            begins("B", "n");
            assertEquals(1, pool.submit(tests::inherited).get());
            assertEquals(2, pool.submit(tests::last).get());
        } finally {
            pool.shutdown();
        }
    }

    /** As JUnit runs the methods of a class in parallel: its pool grows while the class runs, and inherits that. */
    @Test
    void methodsSideBySideAreSeenInAPoolThatTheirClassHasMade() throws Exception {
        begins("A", null);
        begins("A", "alone");
        tests.ends();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> begins("A", "one")).get();
            assertEquals(3, tests.last());
            begins("A", "two");
            assertEquals(RunningTests.SEVERAL, tests.last());
            begins("A", "two");
            tests.ends();
            tests.ends();
            pool.submit(tests::ends).get();
            tests.ends();
            begins("B", null);
            begins("B", "n");
            begins("B", "n");
            assertEquals(6, tests.last());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whereTestsRunSideBySideNobodyKnowsWhichIsTheLast() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(tests::inherited).get();
            begins("A", null);
            pool.submit(() -> begins("B", null)).get();
            assertEquals(RunningTests.SEVERAL, tests.last());
            assertEquals(1, tests.inherited());
            tests.ends();
            assertEquals(RunningTests.SEVERAL, tests.last());
            pool.submit(tests::ends).get();
            begins("C", null);
            assertEquals(3, tests.last());
        } finally {
            pool.shutdown();
        }
    }
}
