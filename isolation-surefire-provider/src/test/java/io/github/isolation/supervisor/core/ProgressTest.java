package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.PlannedTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a class is left when a worker is gone (L14, L22). */
class ProgressTest {

    /** Surefire's listener speaks before ours, or after it; a worker that retires at a result leaves between the two. */
    @Test
    void whatWasReportedIsFinalAlsoIfItsListenerNeverSpeaks() {
        Progress progress = new Progress();
        progress.planned(new Planned(List.of(test("first"), test("second"))));
        progress.began(new Began("first", false));
        progress.announced("first");
        progress.reported("first");
        progress.pause();

        assertTrue(progress.canResume());
        assertEquals(Set.of("first"), progress.resume().all());
        assertEquals(List.of(test("second")), progress.remaining());
    }

    /** The very first test of a class ends its worker on purpose: that it starts over is progress, but only once. */
    @Test
    void aSecondChanceIsReasonEnoughToGoOnOnce() {
        Progress progress = new Progress();
        progress.planned(new Planned(List.of(test("first"), test("second"))));
        progress.began(new Began("first", false));
        progress.announced("first");

        assertTrue(progress.grantsSecondChance("first"));
        progress.pause();
        assertTrue(progress.canResume());
        assertEquals(Set.of(), progress.resume().all());

        progress.began(new Began("first", false));
        assertFalse(progress.grantsSecondChance("first"));
        progress.pause();
        assertFalse(progress.canResume());
    }

    private static PlannedTest test(String id) {
        return new PlannedTest(id, "C", id, false);
    }
}
