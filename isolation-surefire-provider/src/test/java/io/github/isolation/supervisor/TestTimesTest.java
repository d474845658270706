package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of how long tests take. */
class TestTimesTest {
    private static final String CLASS = "[engine:junit-jupiter]/[class:a.B]";
    private static final String METHOD = CLASS + "/[method:m()]";
    private static final String TEMPLATE = CLASS + "/[test-template:t(int)]";

    @TempDir
    private Path directory;

    private TestTimes read() {
        return TestTimes.beside(directory.resolve("class-times"));
    }

    private static String invocation(int number) {
        return TEMPLATE + "/[test-template-invocation:#" + number + "]";
    }

    @Test
    void ofAClassThatHasNotRunNothingIsKnown() {
        assertEquals(-1, read().usualMillis(METHOD));
        assertEquals(-1, TestTimes.none().usualMillis(METHOD));
    }

    @Test
    void whatIsLongIsKnownToTheMillisecondAndTheRestIsShort() throws IOException {
        TestTimes times = read();
        times.took(METHOD, 700);
        times.took(invocation(1), 10);
        times.took(invocation(2), 90);
        times.write();

        TestTimes next = read();
        assertEquals(700, next.usualMillis(METHOD));
        assertEquals(100, next.usualMillis(TEMPLATE), "with all its invocations");
        assertEquals(20, next.usualMillis(invocation(1)));
        assertEquals(90, next.usualMillis(invocation(2)));
        assertEquals(20, next.usualMillis(CLASS + "/[method:other()]"));
        assertEquals(-1, next.usualMillis("[engine:junit-jupiter]/[class:a.C]/[method:m()]"));
    }

    @Test
    void aClassThatDidNotRunKeepsItsTimesAndOneThatDidHasNewOnes() throws IOException {
        TestTimes times = read();
        String other = "[engine:junit-jupiter]/[class:a.C]/[method:m()]";
        times.took(METHOD, 700);
        times.took(other, 800);
        times.write();
        TestTimes next = read();
        next.took(METHOD, 30);
        next.write();

        assertEquals(20, read().usualMillis(METHOD));
        assertEquals(800, read().usualMillis(other));
    }

    /** {@code -Dtest=B#m} says nothing of the others, nor does a class that could not be set up. */
    @Test
    void aTestThatDidNotRunKeepsItsTimeThoughItsClassDid() throws IOException {
        String other = CLASS + "/[method:other()]";
        TestTimes times = read();
        times.took(METHOD, 700);
        times.took(other, 800);
        times.took(invocation(1), 900);
        times.write();
        TestTimes next = read();
        next.took(METHOD, 710);
        next.write();

        assertEquals(710, read().usualMillis(METHOD));
        assertEquals(800, read().usualMillis(other));
        assertEquals(900, read().usualMillis(TEMPLATE));
    }

    @Test
    void whereNobodyAsksNothingIsKept() throws IOException {
        TestTimes none = TestTimes.none();
        none.took(METHOD, 700);
        none.write();
        assertFalse(Files.exists(directory.resolve("test-times")));
        assertEquals(-1, none.usualMillis(METHOD));
    }
}
