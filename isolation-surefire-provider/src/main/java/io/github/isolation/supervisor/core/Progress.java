package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a class has come, by the unique ids of the JUnit Platform: what it takes to resume it, and to see that nothing of it
 * was lost. Its size follows what is not final; what is takes little more than a bit.
 */
final class Progress {
    /** What was planned and is not final. */
    private final Map<String, PlannedTest> open = new LinkedHashMap<>();

    private final UniqueIds finalIds = new UniqueIds();
    private final UniqueIds settledAncestors = new UniqueIds();
    /** Tests that have begun and are not final, and whether Maven knows. */
    private final Map<String, Boolean> running = new LinkedHashMap<>();
    /** Tests that ended, and of which no result was heard yet: it may come a moment later. */
    private final Set<String> unreported = new LinkedHashSet<>();

    private final UniqueIds tests = new UniqueIds();
    private final Set<String> secondChances = new HashSet<>();
    private boolean known;
    private boolean anyPlanned;
    private boolean begun;
    private boolean testBegun;
    private int finalAtLaunch;
    private int chancesAtLaunch;
    private int deathsBeforeTests;
    private boolean excused;

    /** Takes what tells of progress; says whether this was of that kind. */
    boolean heard(Event event) {
        if (event instanceof Planned plan) {
            planned(plan);
        } else if (event instanceof Began start) {
            began(start);
        } else if (event instanceof Ended end) {
            ended(end);
        } else {
            return false;
        }
        return true;
    }

    void planned(Planned event) {
        known = true;
        for (PlannedTest test : event.tests()) {
            anyPlanned = true;
            if (!finalIds.contains(test.id())) {
                open.putIfAbsent(test.id(), test);
            }
        }
    }

    void began(Began event) {
        begun = true;
        if (!event.container()) {
            testBegun = true;
            running.put(event.id(), false);
        }
    }

    /** Maven has been told that this test started: from here on it owes a result. */
    void announced(@Nullable String id) {
        testBegun = true;
        if (id != null) {
            running.replace(id, true);
        }
    }

    /**
     * Maven has been told a result. The listener's word on the same test may come later, and never comes if the worker
     * retires at the result.
     */
    void reported(String id) {
        running.remove(id);
        unreported.remove(id);
        open.remove(id);
        finalIds.add(id);
        tests.add(id);
    }

    /** The tests that have a result, as far as they have ids. */
    UniqueIds settledTests() {
        return tests.copy();
    }

    /** Maven has been told a result by us; null for what the platform does not know. */
    void settled(@Nullable String id) {
        if (id != null) {
            reported(id);
        }
    }

    void ended(Ended event) {
        String id = event.id();
        if (running.remove(id) != null && !tests.contains(id)) {
            unreported.add(id);
        }
        PlannedTest plannedOne = open.remove(id);
        if (plannedOne != null && !plannedOne.container()) {
            tests.add(id);
        }
        finalIds.add(id);
        if (event.settlesBelow()) {
            settledAncestors.add(id);
        }
    }

    /** What was seen to begin is around this class. */
    void notBegun() {
        begun = false;
        testBegun = false;
        running.clear();
    }

    /** Something of this class was seen to begin. */
    void begun() {
        begun = true;
    }

    /**
     * The class is not to blame for the death that follows: if no test of it was begun, it may try again, as often as
     * {@code isolation.maxCrashes} allows. What is killed later is blamed like all else, since a kill may be the answer to
     * what it did, as when a machine is out of memory.
     */
    void excuse() {
        excused = true;
    }

    /**
     * The worker died. What it had begun and announced is final. What it had begun without announcing has not run a line
     * of test code yet and starts over.
     */
    void interrupt() {
        deathsBeforeTests += testBegun || (excused && !begun) ? 0 : 1;
        excused = false;
        running.values().removeIf(told -> !told);
        List.copyOf(running.keySet()).forEach(this::reported);
        unreported.clear();
    }

    /** The worker retired in mid-class: what it had begun and not reported does not count. */
    void pause() {
        deathsBeforeTests += begun ? 0 : 1;
        running.clear();
        unreported.clear();
    }

    /** How many workers died before a test of the class had begun, if the one that died last is among them. */
    int deathsInSetup() {
        return testBegun ? 0 : deathsBeforeTests;
    }

    /** A test that was in flight when its worker retired starts over, once. */
    boolean grantsSecondChance(String id) {
        return secondChances.add(id);
    }

    /**
     * Whether a fresh worker can go on where this one ended: the engine can, something became final since, and something is
     * left. A worker that died before it had begun a test may have been anybody's victim, so the class gets one more
     * chance; one that dies so twice is not going to get further.
     */
    boolean canResume() {
        if (!begun) {
            return deathsBeforeTests <= 1;
        }
        boolean again = !testBegun && deathsBeforeTests == 1;
        return known && (hasMoved() || again) && !remaining().isEmpty();
    }

    /** Each worker must bring the class nearer to its end; a second chance is given once, so that counts too. */
    private boolean hasMoved() {
        return finalIds.size() > finalAtLaunch || secondChances.size() > chancesAtLaunch;
    }

    /** What the next worker must not run again. */
    UniqueIds resume() {
        finalAtLaunch = finalIds.size();
        chancesAtLaunch = secondChances.size();
        begun = false;
        testBegun = false;
        return finalIds.copy();
    }

    /** Whether a platform engine told us its plan. */
    boolean isKnown() {
        return known;
    }

    /** Whether it told us of a test, or of something that makes tests. */
    boolean hasTests() {
        return anyPlanned;
    }

    /** Whether something is left, as far as that is known. */
    boolean mayHaveMore() {
        return !known || !remaining().isEmpty();
    }

    /** Planned, and never heard of again, although nothing above it was skipped or failed. */
    List<PlannedTest> remaining() {
        List<PlannedTest> left = new ArrayList<>();
        for (PlannedTest test : open.values()) {
            if (!settledAncestors.cover(test.id())) {
                left.add(test);
            }
        }
        return left;
    }

    /** Planned, and never heard of again, whatever became of what they are in. */
    List<PlannedTest> open() {
        return List.copyOf(open.values());
    }

    /** Tests that have begun, and of which no result was heard although their engine is through with them. */
    List<String> unreported() {
        List<String> ids = new ArrayList<>(unreported);
        ids.addAll(running.keySet());
        return ids;
    }

    /** What is left of invocations of a class that were begun: no worker can be asked for the rest of one. */
    List<PlannedTest> stranded() {
        Set<String> begunOnes = Invocations.begun(finalIds);
        return begunOnes.isEmpty()
                ? List.of()
                : remaining().stream()
                        .filter(test -> begunOnes.contains(String.valueOf(Invocations.around(test.id()))))
                        .toList();
    }
}
