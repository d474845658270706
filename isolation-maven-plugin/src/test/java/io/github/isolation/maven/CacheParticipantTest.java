package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.maven.cache.CacheEntry;
import org.junit.jupiter.api.Test;

/** A daemon goes on when a build has ended: what that build used may be cleaned away then. */
final class CacheParticipantTest extends GoalOnDisk {
    @Test
    void whatABuildUsedIsFreeWhenItHasEnded() throws Exception {
        cached("a", "words");
        clean();
        assertEquals(1, CacheEntry.all(cache).size());
        new CacheParticipant().afterSessionEnd(session());
        clean();
        assertEquals(0, CacheEntry.all(cache).size());
    }

    private void clean() throws Exception {
        CleanCacheMojo goal = ready(new CleanCacheMojo());
        GoalParameters.set(goal, "olderThan", "0s");
        goal.execute();
    }
}
