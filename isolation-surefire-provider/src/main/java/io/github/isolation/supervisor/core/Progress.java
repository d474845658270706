package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a class has come, by the unique ids of the JUnit Platform: what it takes to resume it. */
final class Progress {
    private final Map<String, PlannedTest> planned = new LinkedHashMap<>();
    private final Set<String> finalIds = new LinkedHashSet<>();
    private final Set<String> settledAncestors = new LinkedHashSet<>();
    private final Set<String> running = new LinkedHashSet<>();
    private final Set<String> announced = new LinkedHashSet<>();
    private final Set<String> reported = new LinkedHashSet<>();
    private final Set<String> secondChances = new LinkedHashSet<>();
    private boolean known;
    private boolean begun;
    private int finalAtLaunch;
    private int chancesAtLaunch;
    private int deathsBeforeAnything;
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
        event.tests().forEach(test -> planned.putIfAbsent(test.id(), test));
    }

    void began(Began event) {
        begun = true;
        if (!event.container()) {
            running.add(event.id());
        }
    }

    /** Maven has been told that this test started: from here on it owes a result. */
    void announced(@Nullable String id) {
        if (id != null) {
            announced.add(id);
        }
    }

    /**
     * Maven has been told a result. The listener's word on the same test may come later, and never comes if the worker
     * retires at the result.
     */
    void reported(String id) {
        running.remove(id);
        finalIds.add(id);
        reported.add(id);
    }

    /** The tests that have a result, as far as they have ids. */
    Set<String> settledTests() {
        Set<String> settled = new LinkedHashSet<>(reported);
        for (PlannedTest test : planned.values()) {
            if (!test.container() && finalIds.contains(test.id())) {
                settled.add(test.id());
            }
        }
        return settled;
    }

    /** Maven has been told a result by us; null for what the platform does not know. */
    void settled(@Nullable String id) {
        if (id != null) {
            reported(id);
        }
    }

    void ended(Ended event) {
        running.remove(event.id());
        finalIds.add(event.id());
        if (event.settlesBelow()) {
            settledAncestors.add(event.id());
        }
    }

    /** What was seen to begin is around this class. */
    void notBegun() {
        begun = false;
        running.clear();
    }

    /** Something of this class was seen to begin. */
    void begun() {
        begun = true;
    }

    /**
     * The class is not to blame for the death that follows: if nothing of it was begun, it may try again, as often as
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
        deathsBeforeAnything += begun || excused ? 0 : 1;
        excused = false;
        running.retainAll(announced);
        finalIds.addAll(running);
        running.clear();
    }

    /** The worker retired in mid-class: what it had begun and not reported does not count. */
    void pause() {
        deathsBeforeAnything += begun ? 0 : 1;
        running.clear();
    }

    /** A test that was in flight when its worker retired starts over, once. */
    boolean grantsSecondChance(String id) {
        return secondChances.add(id);
    }

    /**
     * Whether a fresh worker can go on where this one ended: the engine can, something became final since, and something is
     * left. A worker that died before it had begun anything may have been anybody's victim, so the class gets one more
     * chance; one that dies so twice is not going to get further.
     */
    boolean canResume() {
        return begun ? known && hasMoved() && !remaining().isEmpty() : deathsBeforeAnything <= 1;
    }

    /** Each worker must bring the class nearer to its end; a second chance is given once, so that counts too. */
    private boolean hasMoved() {
        return finalIds.size() > finalAtLaunch || secondChances.size() > chancesAtLaunch;
    }

    /** What the next worker must not run again. */
    Set<String> resume() {
        finalAtLaunch = finalIds.size();
        chancesAtLaunch = secondChances.size();
        begun = false;
        return new LinkedHashSet<>(finalIds);
    }

    /** Whether a platform engine told us its plan. */
    boolean isKnown() {
        return known;
    }

    /** Whether something is left, as far as that is known. */
    boolean mayHaveMore() {
        return !known || !remaining().isEmpty();
    }

    /** Planned, and never heard of again, although nothing above it was skipped or failed. */
    List<PlannedTest> remaining() {
        List<PlannedTest> left = new ArrayList<>();
        for (PlannedTest test : planned.values()) {
            if (!finalIds.contains(test.id()) && settledAncestors.stream().noneMatch(id -> isBelow(test.id(), id))) {
                left.add(test);
            }
        }
        return left;
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

    private static boolean isBelow(String id, String ancestor) {
        return id.startsWith(ancestor + "/");
    }
}
