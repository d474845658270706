package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Builds of which only the order differs are the same where modules run at the same time, and nowhere else. */
class ConsoleTest {
    private static final List<String> ONE = List.of(
            "[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in ATest",
            "[INFO] Results:",
            "[ERROR] Failures: ",
            "[ERROR]   ATest.fails:7 expected: <1> but was: <2>",
            "[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0");
    private static final List<String> OTHER = List.of(
            "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.2 s -- in BTest",
            "[INFO] Results:",
            "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");

    @Test
    void modulesThatRunAtTheSameTimeEndInAnyOrder() {
        assertEquals(Console.ofParallelBuild(log(ONE, OTHER)), Console.ofParallelBuild(log(OTHER, ONE)));
        assertNotEquals(Console.of(log(ONE, OTHER)), Console.of(log(OTHER, ONE)));
    }

    @Test
    void aLineOfAnotherModuleEndsNothing() {
        List<String> mixed = List.of(ONE.get(0), ONE.get(1), OTHER.get(0), ONE.get(2), ONE.get(3), ONE.get(4));
        Console console = Console.ofParallelBuild(log(mixed, OTHER.subList(1, 3)));

        assertEquals(Console.ofParallelBuild(log(ONE, OTHER)), console);
        assertEquals(List.of(ONE.get(3)), console.results());
    }

    @Test
    void aLineThatFollowsHalfALineOfAnotherModuleIsALine() {
        List<String> mixed = List.of(ONE.get(0), ONE.get(1), ONE.get(2), "half a line, " + ONE.get(3), ONE.get(4));
        assertEquals(Console.ofParallelBuild(log(ONE)), Console.ofParallelBuild(log(mixed)));
        assertNotEquals(Console.of(log(ONE)), Console.of(log(mixed)));
    }

    @Test
    void aFailureThatIsMissingInTheSummaryIsSeen() {
        List<String> without = List.of(ONE.get(0), ONE.get(1), ONE.get(2), ONE.get(4));

        assertNotEquals(Console.ofParallelBuild(log(ONE)), Console.ofParallelBuild(log(without)));
    }

    private static Log log(List<String> lines) {
        return new Log(lines);
    }

    private static Log log(List<String> first, List<String> second) {
        return new Log(Stream.concat(first.stream(), second.stream()).toList());
    }
}
