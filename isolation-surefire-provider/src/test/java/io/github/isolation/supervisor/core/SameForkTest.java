package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Classes of a group stay in one fork, in executions in which workers die whenever they like; and none is lost for it. */
class SameForkTest {
    @Property(tries = 10_000)
    void aGroupStaysInOneLaneAndNoTestIsLost(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> groupOfClass,
            @ForAll @IntRange(max = 10) int killPercent,
            @ForAll @IntRange(max = 2) int retireEvery) {
        List<String> names = new ArrayList<>();
        Map<String, String> groups = new TreeMap<>();
        for (int i = 0; i < groupOfClass.size(); i++) {
            names.add("C" + i);
            if (groupOfClass.get(i) > 0) {
                groups.put("C" + i, "group " + groupOfClass.get(i));
            }
        }
        Simulation run = run(seed, forks, names, groups, killPercent, retireEvery);

        Map<String, Set<Integer>> forksOf = new TreeMap<>();
        groups.forEach((name, group) ->
                forksOf.computeIfAbsent(group, g -> new HashSet<>()).addAll(run.forksOf.getOrDefault(name, Set.of())));
        assertTrue(forksOf.values().stream().allMatch(found -> found.size() <= 1), forksOf::toString);
        assertTrue(run.finished && run.nothingIsHeld(), () -> "stuck: " + run.results());
        assertEquals(0, run.effectsAfterFinish);
        for (String name : names) {
            boolean complete = run.results().keySet().containsAll(ScriptedClass.testsOf(name));
            assertTrue(complete || run.results().containsKey(name + "/<class>"), name + ": " + run.results());
            assertTrue(complete || killPercent > 0, name + " is not complete, and nothing was killed");
        }
    }

    @Property(tries = 2_500)
    void theGroupOfALaneThatBreaksIsRunByOneOfTheOthers(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int forks,
            @ForAll @IntRange(max = 6) int startsBeforeItBreaks) {
        List<String> names = List.of("C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7");
        Map<String, String> groups = new TreeMap<>();
        names.subList(0, 6).forEach(name -> groups.put(name, "group"));
        Simulation run = simulation(seed, forks, names, groups, 0, 1);
        run.brokenFork = 1;
        run.startsBeforeItBreaks = startsBeforeItBreaks;
        run.run();

        Set<Integer> lanesOfTheGroup = new HashSet<>();
        groups.keySet().forEach(name -> lanesOfTheGroup.addAll(run.forksOf.getOrDefault(name, Set.of())));
        lanesOfTheGroup.remove(run.brokenFork);
        assertTrue(lanesOfTheGroup.size() <= 1, lanesOfTheGroup::toString);
        assertTrue(run.finished && run.nothingIsHeld());
        for (String name : names) {
            assertTrue(run.results().keySet().containsAll(ScriptedClass.testsOf(name)), name + ": " + run.results());
        }
    }

    @Example
    void aGroupAloneNeedsNoMoreThanOneWorker() {
        List<String> names = List.of("C0", "C1", "C2", "C3");
        Map<String, String> groups = Map.of("C0", "g", "C1", "g", "C2", "g", "C3", "g");
        assertEquals(1, run(1, 4, names, groups, 0, 0).launches);
    }

    private static Simulation run(
            long seed, int forks, List<String> names, Map<String, String> groups, int killPercent, int retireEvery) {
        return simulation(seed, forks, names, groups, killPercent, retireEvery).run();
    }

    private static Simulation simulation(
            long seed, int forks, List<String> names, Map<String, String> groups, int killPercent, int retireEvery) {
        Settings settings = Configured.forks(forks)
                .retiring(new RetirePolicy(retireEvery, false, 0))
                .settings();
        return new Simulation(seed, settings, names, Placement.sameFork(groups), killPercent, true);
    }
}
