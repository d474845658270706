package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlowTestTest {
    @Test
    void theFirstFramesAndThePlaceInTheTest() {
        String frames =
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "f.F", "t.Some$Nested", "t.Some"), "t.Some");
        assertEquals(lines("a.A", "b.B", "c.C", "d.D", "e.E") + "\n    ..." + lines("t.Some$Nested"), frames);
    }

    @Test
    void nothingIsLeftOutBetweenNeighbours() {
        assertEquals(
                lines("a.A", "b.B", "c.C", "d.D", "e.E", "t.Some"),
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "t.Some", "j.J"), "t.Some"));
    }

    @Test
    void aTestThatIsAmongTheFirstIsNotShownTwiceAndOneThatIsNowhereNotAtAll() {
        assertEquals(lines("a.A", "t.Some", "j.J"), SlowTest.frames(stack("a.A", "t.Some", "j.J"), "t.Some"));
        assertEquals(
                lines("a.A", "b.B", "c.C", "d.D", "e.E"),
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "f.F", "t.Somebody"), "t.Some"));
        assertEquals("", SlowTest.frames(stack(), "t.Some"));
    }

    private static StackTraceElement[] stack(String... classes) {
        return Stream.of(classes)
                .map(name -> new StackTraceElement(name, "m", "F.java", 7))
                .toArray(StackTraceElement[]::new);
    }

    private static String lines(String... classes) {
        StringBuilder text = new StringBuilder();
        for (String name : classes) {
            text.append("\n    at ").append(name).append(".m(F.java:7)");
        }
        return text.toString();
    }
}
