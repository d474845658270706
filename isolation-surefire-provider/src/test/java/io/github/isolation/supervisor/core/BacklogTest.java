package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits to be run, and for whom. */
class BacklogTest {
    private final AtomicLong freshRunIds = new AtomicLong();
    private final Backlog backlog =
            new Backlog(false, Placement.sameFork(Map.of("P1", "printer", "P2", "printer", "P3", "printer")));

    @Test
    void whoeverAsksFirstGetsTheFirst() {
        add("A", "B");
        assertEquals("A", name(backlog.poll(2)));
        assertEquals("B", name(backlog.poll(1)));
        assertNull(backlog.poll(1));
        assertTrue(backlog.isEmpty());
    }

    @Test
    void aGroupBelongsToTheForkThatTookTheFirstOfIt() {
        add("P1", "A", "P2", "P3");
        assertEquals("P1", name(backlog.poll(1)));
        assertEquals("A", name(backlog.poll(2)));
        assertNull(backlog.poll(2), "the rest is fork 1's");
        assertFalse(backlog.mayHaveMore(2));
        assertTrue(backlog.waitsFor(1));
        assertEquals("P2", name(backlog.poll(1)));
    }

    @Test
    void whatOnlyAForkThatIsOutOfServiceCouldRunGoesElsewhere() {
        add("P1", "P2");
        backlog.poll(1);
        backlog.disown(1);
        assertEquals("P2", name(backlog.poll(2)));
    }

    @Test
    void asManyForksAreOfUseAsThereAreGroupsAndClasses() {
        add("P1", "P2", "P3", "A", "B");
        assertEquals(3, backlog.width(1));
        backlog.poll(1);
        assertEquals(2, backlog.width(2), "A and B");
        assertEquals(3, backlog.width(1), "and the group");
    }

    @Test
    void whatIsPutBackGoesFirstAndKeepsItsOrder() {
        add("C");
        backlog.putBack(List.of(slice("A"), slice("B")));
        assertEquals("A", name(backlog.poll(1)));
        assertEquals("B", name(backlog.poll(1)));
        assertEquals("C", name(backlog.poll(1)));
    }

    @Test
    void onlyClassesThatFollowOneAnotherShareAPlan() {
        add("A", "B");
        Slice alone = slice("C");
        alone.mustRunAlone();
        backlog.add(alone);
        add("D");
        assertEquals(
                List.of("A", "B"),
                backlog.pollTogether(PlanSharing.ALL).stream()
                        .map(Slice::className)
                        .toList());
        assertEquals(List.of(), backlog.pollTogether(PlanSharing.ALL));
        assertEquals("C", name(backlog.peek(1)));
    }

    @Test
    void theUsersOrderIsKeptAndWhatItDoesNotNameIsLeftOut() {
        add("A", "B", "C");
        assertEquals(Set.of("B"), backlog.order(List.of("C", "X", "A")));
        assertEquals("C", name(backlog.poll(1)));
        assertEquals("A", name(backlog.poll(1)));
        assertTrue(backlog.isEmpty());
    }

    @Test
    void thePartsOfAClassStayTogetherInTheUsersOrder() {
        add("A");
        List<List<PlannedTest>> parts = List.of(
                List.of(new PlannedTest("[e]/1", "B", "1", false)), List.of(new PlannedTest("[e]/2", "B", "2", false)));
        ClassAccount.inParts("B", 0, freshRunIds::incrementAndGet, parts)
                .slices()
                .forEach(backlog::add);
        backlog.order(List.of("B", "A"));
        assertEquals("B", name(backlog.poll(1)));
        assertEquals("B", name(backlog.poll(2)));
        assertEquals("A", name(backlog.poll(1)));
    }

    @Test
    void mavenIsAskedOnceUntilItAnswers() {
        Backlog fed = new Backlog(true, Placement.FREE);
        assertTrue(fed.mayHaveMore());
        assertEquals(1, fed.expected());
        assertTrue(fed.ask());
        assertFalse(fed.ask(), "it has been asked");
        fed.add(slice("A"));
        assertTrue(fed.ask());
        fed.noneLeft();
        assertFalse(fed.ask());
        assertTrue(fed.mayHaveMore(), "A waits");
        fed.poll(1);
        assertFalse(fed.mayHaveMore());
    }

    private void add(String... names) {
        for (String name : names) {
            backlog.add(slice(name));
        }
    }

    private Slice slice(String name) {
        return new ClassAccount(name, 0, freshRunIds::incrementAndGet).whole();
    }

    private static @Nullable String name(@Nullable Slice slice) {
        return slice == null ? null : slice.className();
    }
}
