package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Of a stack trace, the line that is the test's. */
class FailingLineTest {
    private static final String TRACE = """
            org.opentest4j.AssertionFailedError: expected: <0> but was: <1>
            \tat at.nobody.knows(it)
            \tat org.junit.jupiter.api.AssertEquals.assertEquals(AssertEquals.java:150)
            \tat app.Helper.check(Helper.java:7)
            \tat java.base/java.util.ArrayList.forEach(ArrayList.java:1511)
            \tat app//app.BTest$Inner.lambda$sums$0(BTest.java:12)
            \tat app.BTest$Inner.sums(BTest.java:11)
            Caused by: java.io.IOException
            \tat app.CTest.reads(CTest.java:3)
            \tat app.DTest.runs(Native Method)
            """;

    @Test
    void itIsTheFirstInTheClassOfTheTest() {
        assertEquals("app.BTest$Inner.sums(BTest.java:12)", FailingLine.of(TRACE, "app.BTest$Inner"));
        assertEquals("app.BTest$Inner.sums(BTest.java:12)", FailingLine.of(TRACE, "app.BTest"));
        assertEquals("app.CTest.reads(CTest.java:3)", FailingLine.of(TRACE, "app.CTest"));
    }

    @Test
    void whereThereIsNoneThereIsNone() {
        assertEquals("", FailingLine.of(TRACE, "app.B"));
        assertEquals("", FailingLine.of(TRACE, "app.DTest"));
        assertEquals("", FailingLine.of("", "app.BTest"));
    }
}
