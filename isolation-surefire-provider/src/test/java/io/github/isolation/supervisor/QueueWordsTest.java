package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.queue.Census;
import io.github.isolation.queue.Census.Lost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a machine says when there is nothing left for it. */
class QueueWordsTest {
    private static final List<Lost> LOST = List.of(new Lost("a.ATest", "one, two, three"));

    @Test
    void whoHadAClassHearsOfItsOwnFailuresOtherwise() {
        assertEquals(Optional.empty(), QueueWords.wrong(new Census(0, 2, List.of("a.BTest"), List.of()), true));
        assertEquals(Optional.empty(), QueueWords.wrong(new Census(0, 2, List.of(), List.of()), false));
    }

    /** Of several errors of a fork, Surefire shows the first. */
    @Test
    void allThatIsWrongIsOneTextWhoseFirstLineIsTheWorst() {
        String[] lines = QueueWords.wrong(new Census(0, 2, List.of("a.BTest"), LOST), false)
                .orElseThrow()
                .split("\n", -1);
        assertEquals(2, lines.length);
        assertTrue(
                lines[0].startsWith("isolation: LOST: there are no results of a.ATest (one, two, three). "), lines[0]);
        assertTrue(lines[1].contains("the run was over before this machine joined it, and a.BTest failed."), lines[1]);
    }
}
