package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the tests of a slice, by their unique ids: a status for each. Its size follows what is not final; what is
 * takes little more than a bit.
 */
public final class TestBook {
    /** How far a test has come that is not final. */
    private enum Status {
        /** It was found. */
        PLANNED,
        /** Its engine has begun it, and Maven does not know: no line of test code has run yet. */
        BEGUN,
        /** Maven knows that it has begun, and is owed a result. */
        ANNOUNCED,
        /** Its engine is through with it, and the result may come a moment later. */
        ENDED
    }

    /** A test that is not final. One that comes up while others run was never planned. */
    private record Entry(@Nullable PlannedTest planned, Status status) {
        Entry as(Status next) {
            return new Entry(planned, next);
        }
    }

    private static final Entry UNPLANNED = new Entry(null, Status.PLANNED);

    private final Map<String, Entry> open = new LinkedHashMap<>();
    private final UniqueIds finalIds = new UniqueIds();
    private final UniqueIds settledAncestors = new UniqueIds();
    private final UniqueIds results = new UniqueIds();
    private final Set<String> secondChances = new HashSet<>();
    private boolean known;
    private int deathsBeforeTests;

    /** Takes what tells of progress in this turn; says whether this was of that kind. */
    public boolean heard(Event event, Turn turn) {
        if (event instanceof Planned plan) {
            planned(plan.tests());
        } else if (event instanceof Began start) {
            began(start, turn);
        } else if (event instanceof Ended end) {
            ended(end);
        } else {
            return false;
        }
        return true;
    }

    /** An engine of the platform says what there is. */
    public void planned(Collection<PlannedTest> tests) {
        known = true;
        for (PlannedTest test : tests) {
            if (!finalIds.contains(test.id())) {
                Entry entry = open.getOrDefault(test.id(), UNPLANNED);
                open.put(test.id(), entry.planned() == null ? new Entry(test, entry.status()) : entry);
            }
        }
    }

    private void began(Began event, Turn turn) {
        turn.begun();
        if (!event.container()) {
            Entry entry = open.get(event.id());
            if (entry == null || entry.status() != Status.ENDED) {
                become(event.id(), Status.BEGUN);
            }
        }
    }

    private void become(String id, Status status) {
        open.put(id, open.getOrDefault(id, UNPLANNED).as(status));
    }

    /** Maven has been told that this test started: from here on it owes a result. */
    public void announced(@Nullable String id) {
        if (id != null && isBegun(open.get(id))) {
            become(id, Status.ANNOUNCED);
        }
    }

    /**
     * Maven has been told a result. The engine's word on the same test may come later, and never comes if the worker retires at
     * the result.
     *
     * @param id null for what the platform does not know
     */
    public void reported(@Nullable String id) {
        if (id != null) {
            open.remove(id);
            finalIds.add(id);
            results.add(id);
        }
    }

    private void ended(Ended event) {
        String id = event.id();
        Entry entry = open.remove(id);
        boolean saidTwice = entry != null && entry.status() == Status.ENDED;
        boolean awaited = saidTwice || (isBegun(entry) && !results.contains(id));
        if (entry != null && entry.planned() != null && !entry.planned().container()) {
            results.add(id);
        }
        if (awaited) {
            open.put(id, new Entry(null, Status.ENDED));
        }
        finalIds.add(id);
        if (event.settlesBelow()) {
            settledAncestors.add(id);
        }
    }

    /** Whoever has the result of this test, it is told elsewhere. */
    public void owesNothingOf(String id) {
        Entry entry = open.get(id);
        if (entry != null && entry.status() == Status.ENDED) {
            open.remove(id);
        }
    }

    private static boolean isBegun(@Nullable Entry entry) {
        return entry != null && (entry.status() == Status.BEGUN || entry.status() == Status.ANNOUNCED);
    }

    /** The tests that have a result, as far as they have ids. */
    public UniqueIds settledTests() {
        return results.copy();
    }

    /** What was begun is as if it had not been: another worker begins. */
    public void putBack() {
        forget(EnumSet.of(Status.BEGUN, Status.ANNOUNCED));
    }

    private void forget(Set<Status> statuses) {
        open.replaceAll((id, entry) -> statuses.contains(entry.status()) ? entry.as(Status.PLANNED) : entry);
        open.values().removeIf(entry -> entry.planned() == null && entry.status() == Status.PLANNED);
    }

    /**
     * The worker died. What it had begun and announced is final. What it had begun without announcing has not run a line of test
     * code yet and starts over.
     *
     * @param excused whether the class is not to blame, if no test of it was begun: it may try again then, as often as
     *     {@code isolation.maxCrashes} allows. What is killed later is blamed like all else, since a kill may be the answer to
     *     what it did, as when a machine is out of memory
     */
    public void interrupt(Turn turn, boolean excused) {
        deathsBeforeTests += turn.hasBegunATest() || (excused && !turn.hasBegun()) ? 0 : 1;
        with(Status.ANNOUNCED).forEach(this::reported);
        forget(EnumSet.of(Status.BEGUN, Status.ENDED));
    }

    /** The worker left in mid-class: what it had begun and not reported does not count. */
    public void pause(Turn turn) {
        boolean afterADeath = !turn.hasBegunATest() && deathsBeforeTests > 0; // which was its one chance more
        deathsBeforeTests += !turn.hasBegun() || afterADeath ? 1 : 0;
        forget(EnumSet.of(Status.BEGUN, Status.ANNOUNCED, Status.ENDED));
    }

    /** How many workers died before a test of the class had begun, if the one that died last is among them. */
    public int deathsInSetup(Turn last) {
        return last.hasBegunATest() ? 0 : deathsBeforeTests;
    }

    /** A test that was in flight when its worker retired starts over, once. */
    public boolean grantsSecondChance(String id) {
        return secondChances.add(id);
    }

    /**
     * Whether a fresh worker can go on where this one ended: the engine can, something became final since, and something is
     * left. A worker that died before it had begun a test may have been anybody's victim, so the class gets one more
     * chance; one that dies so twice is not going to get further.
     */
    public boolean canResume(Turn after) {
        if (!after.hasBegun()) {
            return deathsBeforeTests <= 1;
        }
        boolean again = !after.hasBegunATest() && deathsBeforeTests == 1;
        boolean moved = after.hasMoved(finalIds.size(), secondChances.size());
        return known && (moved || again) && !remaining().isEmpty();
    }

    /** What the next worker must not run again. */
    public UniqueIds finalIds() {
        return finalIds.copy();
    }

    /** The next worker's, from now on. */
    public Turn turn(long nowMillis) {
        return new Turn(nowMillis, finalIds.size(), secondChances.size());
    }

    /** Whether a platform engine told us its plan. */
    public boolean isKnown() {
        return known;
    }

    /** Whether something is left, as far as that is known. */
    public boolean mayHaveMore() {
        return !known || !remaining().isEmpty();
    }

    /** Whether this is directly below its engine, and something that is planned and not final is in it. */
    boolean isClassOfWhatIsLeft(String id) {
        int slash = id.indexOf('/');
        return slash >= 0
                && id.indexOf('/', slash + 1) < 0
                && unsettled().stream().anyMatch(test -> test.id().startsWith(id + "/"));
    }

    /** Planned, and never heard of again, although nothing above it was skipped or failed. */
    public List<PlannedTest> remaining() {
        List<PlannedTest> left = new ArrayList<>();
        for (Entry entry : open.values()) {
            if (entry.planned() != null
                    && !settledAncestors.cover(entry.planned().id())) {
                left.add(entry.planned());
            }
        }
        return left;
    }

    /** Planned, and never heard of again, whatever became of what they are in. */
    public List<PlannedTest> unsettled() {
        List<PlannedTest> left = new ArrayList<>();
        for (Entry entry : open.values()) {
            if (entry.planned() != null) {
                left.add(entry.planned());
            }
        }
        return left;
    }

    /** Tests that have begun, and of which no result was heard although their engine is through with them. */
    public List<String> unreported() {
        List<String> ids = with(Status.ENDED);
        ids.addAll(with(Status.BEGUN));
        ids.addAll(with(Status.ANNOUNCED));
        return ids;
    }

    private List<String> with(Status status) {
        List<String> ids = new ArrayList<>();
        open.forEach((id, entry) -> {
            if (entry.status() == status) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** What is left of invocations of a class that were begun: no worker can be asked for the rest of one. */
    public List<PlannedTest> stranded() {
        Set<String> begun = Invocations.begun(finalIds);
        return begun.isEmpty()
                ? List.of()
                : remaining().stream()
                        .filter(test -> begun.contains(String.valueOf(Invocations.around(test.id()))))
                        .toList();
    }

    /**
     * Gives away tests that have not begun: they are another slice's from now on.
     *
     * @return those of them that were planned here and are not begun
     */
    public List<PlannedTest> giveAway(Set<String> ids) {
        List<PlannedTest> given = new ArrayList<>();
        for (String id : ids) {
            Entry entry = open.get(id);
            if (entry != null && entry.planned() != null && entry.status() == Status.PLANNED) {
                open.remove(id);
                finalIds.add(id);
                given.add(entry.planned());
            }
        }
        return given;
    }
}
