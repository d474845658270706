package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.queue.Census;
import io.github.isolation.queue.Census.Lost;
import io.github.isolation.supervisor.core.Input;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a machine says when there is nothing left for it. */
class QueueWordsTest {
    private static final List<Lost> LOST = List.of(new Lost("a.ATest", "one, two, three"));

    private static Optional<String> wrong(Census census, boolean cameLate) {
        return new QueueWords(false).wrong(census, cameLate).map(said -> ((Input.Trouble) said).message());
    }

    @Test
    void whoCameInTimeHearsOfItsOwnFailuresOtherwise() {
        assertEquals(Optional.empty(), wrong(new Census(0, 2, List.of("a.BTest"), List.of()), false));
        assertEquals(Optional.empty(), wrong(new Census(0, 2, List.of(), List.of()), true));
    }

    /** Of several errors of a fork, Surefire shows the first. */
    @Test
    void allThatIsWrongIsOneTextWhoseFirstLineIsTheWorst() {
        String[] lines = wrong(new Census(0, 2, List.of("a.BTest"), LOST), true)
                .orElseThrow()
                .split("\n", -1);
        assertEquals(2, lines.length);
        assertTrue(
                lines[0].startsWith("isolation: LOST: there are no results of a.ATest (one, two, three). "), lines[0]);
        assertTrue(lines[1].contains("the run was over before this machine joined it, and a.BTest failed."), lines[1]);
    }

    @Test
    void whereFailuresAreIgnoredThoseOfOthersFailNoBuildAndWhatWasLostStillDoes() {
        QueueWords words = new QueueWords(true);
        assertInstanceOf(
                Input.Warning.class,
                words.wrong(new Census(0, 2, List.of("a.BTest"), List.of()), true)
                        .orElseThrow());
        assertInstanceOf(
                Input.Trouble.class,
                words.wrong(new Census(0, 2, List.of("a.BTest"), LOST), true).orElseThrow());
    }
}
