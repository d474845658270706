package io.github.isolation.maven.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.record.HowFar;
import io.github.isolation.record.HowFar.Running;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The most important first, as far as there is room. */
class LineTextTest {
    private static final HowFar HOW_FAR = new HowFar(
            3,
            20,
            1,
            OptionalLong.of(65_000),
            List.of(new Running("a.b.YoungTest", 1_000), new Running("a.OldTest", 70_000), new Running("C", 2_000)));

    @Test
    void whatIsDoneWhatFailedWhatIsLeftAndWhatRuns() {
        assertEquals(
                "Tests: 3 of 20 classes done, 1 failed test, about 1:05 min left;"
                        + " OldTest for 1:10 min, C for 2 s, YoungTest for 1 s",
                LineText.of(HOW_FAR, 200));
    }

    @Test
    void namesForWhichThereIsNoRoomAreCounted() {
        String two = "Tests: 3 of 20 classes done, 1 failed test, about 1:05 min left;"
                + " OldTest for 1:10 min, C for 2 s and 1 other";
        assertEquals(two, LineText.of(HOW_FAR, two.length()));
        String one =
                "Tests: 3 of 20 classes done, 1 failed test, about 1:05 min left; OldTest for 1:10 min and 2 others";
        assertEquals(one, LineText.of(HOW_FAR, two.length() - 1));
        assertEquals(one, LineText.of(HOW_FAR, one.length()));
        assertEquals(
                "Tests: 3 of 20 classes done, 1 failed test, about 1:05 min left",
                LineText.of(HOW_FAR, one.length() - 1));
    }

    @Test
    void onANarrowTerminalItIsCut() {
        assertEquals("Tests: 3 of 20 c...", LineText.of(HOW_FAR, 19));
    }

    @Test
    void aNameThatATerminalWouldObeyIsHarmless() {
        HowFar howFar = new HowFar(0, 0, 0, OptionalLong.empty(), List.of(new Running("a.`\u001b[2J\rTest`", 0)));
        assertEquals("Tests: 0 classes done; `?[2J?Test` for 0 s", LineText.of(howFar, 100));
    }
}
