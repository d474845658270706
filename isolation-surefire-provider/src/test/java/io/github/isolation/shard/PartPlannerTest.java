package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.PlanFile.Section;
import io.github.isolation.shard.ShardPlan.Placed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A class that takes longer than its share is in parts: every member in one of them, and no shard longer for it. */
class PartPlannerTest {
    private record Suite(Map<String, Long> times, Map<String, Map<String, Long>> members, Map<String, String> groups) {}

    private static Suite suite(Random random, int classes, boolean withGroups) {
        Map<String, Long> times = new HashMap<>();
        Map<String, Map<String, Long>> members = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (int i = 0; i < classes; i++) {
            String name = "a.C" + i + "Test";
            long setUp = random.nextInt(4) == 0 ? random.nextLong(5_000) : random.nextLong(50);
            Map<String, Long> of = new HashMap<>();
            for (int m = random.nextInt(30); m >= 0; m--) {
                of.put("method:m" + m + "()", random.nextLong(random.nextInt(5) == 0 ? 8_000 : 300));
            }
            times.put(name, setUp + sum(of.values().stream().toList()));
            if (random.nextInt(4) > 0) {
                members.put(name, of);
            }
            if (withGroups && random.nextInt(4) == 0) {
                groups.put(name, "g" + random.nextInt(2));
            }
        }
        members.put("gone.Test", Map.of("method:a()", 1_000_000L, "method:b()", 1_000_000L));
        return new Suite(times, members, groups);
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> loads(Random random, int shards) {
        boolean none = random.nextBoolean();
        List<Long> loads = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            loads.add(none ? 0 : random.nextLong(4_000));
        }
        return loads;
    }

    private static long longest(ShardPlan plan) {
        return Collections.max(plan.loads());
    }

    @Property(tries = 3_000)
    void everyMemberIsInOnePartAndNoShardIsLongerForIt(
            @ForAll long seed, @ForAll @IntRange(max = 8) int classes, @ForAll @IntRange(min = 1, max = 12) int shards)
            throws IOException {
        Random random = new Random(seed);
        Suite suite = suite(random, classes, true);
        List<Long> loads = loads(random, shards);
        ShardPlan whole = ShardPlanner.plan(suite.times().keySet(), suite.times(), suite.groups(), loads);
        ShardPlan plan =
                ShardPlanner.plan(suite.times().keySet(), suite.times(), suite.groups(), loads, suite.members());

        assertTrue(longest(plan) <= longest(whole));
        assertEquals(suite.times().keySet(), plan.byClass().keySet());
        List<Long> sums = new ArrayList<>(loads);
        plan.placed()
                .forEach(one -> sums.set(
                        one.shard() - 1, sums.get(one.shard() - 1) + one.unit().millis()));
        assertEquals(sums, plan.loads());
        plan.byClass().forEach((name, placed) -> assertParts(suite, name, placed));

        List<String> shuffled = new ArrayList<>(suite.times().keySet());
        Collections.shuffle(shuffled, random);
        ShardPlan other = ShardPlanner.plan(
                shuffled, new TreeMap<>(suite.times()), suite.groups(), loads, new TreeMap<>(suite.members()));
        assertEquals(plan, other);
        assertEquals(plan.digest(), other.digest());
        Path file = Files.createTempFile("plan", ".jsonl");
        try {
            Section section = PlanFile.add(file, shards, none -> new Section("g:a/s/t", "u", "t", plan));
            assertEquals(List.of(section), PlanFile.read(file), "it is one that is whole");
        } finally {
            Files.delete(file);
        }
    }

    private static void assertParts(Suite suite, String name, List<Placed> placed) {
        if (placed.size() == 1) {
            assertEquals(PlannedPart.WHOLE, placed.get(0).unit().part());
            return;
        }
        assertTrue(!suite.groups().containsKey(name), "of a group");
        Set<Integer> shards = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < placed.size(); i++) {
            PlannedPart part = placed.get(i).unit().part();
            assertEquals(i + 1, part.part());
            assertEquals(placed.size(), part.of());
            assertTrue(shards.add(placed.get(i).shard()), "two parts on one shard");
            assertEquals(i == placed.size() - 1, part.isLast());
            part.members().forEach(member -> assertTrue(named.add(member), member + " twice"));
        }
        Set<String> left = new TreeSet<>(suite.members().get(name).keySet());
        assertTrue(left.removeAll(named) && !left.isEmpty(), "nothing is left for the last part");
    }

    /** List scheduling: a shard ends beyond the mean by no more than what it was given last, and what is too small for a part. */
    @Property(tries = 2_000)
    void noShardIsBeyondTheMeanByMuchMoreThanTheLongestMember(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int shards) {
        Random random = new Random(seed);
        Map<String, Long> members = new HashMap<>();
        for (int m = 0; m < 100; m++) {
            members.put("method:m" + m + "()", 1 + random.nextLong(500));
        }
        long inMembers = sum(members.values().stream().toList());
        long setUp = random.nextLong(inMembers / 20);
        Map<String, Long> times = new HashMap<>(Map.of("a.LongTest", inMembers + setUp));
        for (int i = random.nextInt(20); i > 0; i--) {
            times.put("a.Short" + i, 1 + random.nextLong(300));
        }
        ShardPlan plan = ShardPlanner.plan(
                times.keySet(), times, Map.of(), Collections.nCopies(shards, 0L), Map.of("a.LongTest", members));
        long mean = sum(times.values().stream().toList()) / shards + 1;
        long bound = mean + setUp + Math.max(300, Collections.max(members.values()) + mean / 10) + 1;
        assertTrue(longest(plan) <= bound, () -> longest(plan) + " > " + bound + " of " + times + " on " + shards);
    }

    @Property(tries = 500)
    void withoutClassesThatCanBeDividedThePlanIsWhatItWas(
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int classes,
            @ForAll @IntRange(min = 1, max = 8) int shards) {
        Random random = new Random(seed);
        Suite suite = suite(random, classes, false);
        List<Long> loads = loads(random, shards);
        ShardPlan whole = ShardPlanner.plan(suite.times().keySet(), suite.times(), Map.of(), loads);
        Map<String, Map<String, Long>> one = new HashMap<>();
        suite.members().forEach((name, of) -> one.put(name, Map.of("method:only()", 99_999L)));
        assertEquals(whole, ShardPlanner.plan(suite.times().keySet(), suite.times(), Map.of(), loads, one));
        assertEquals(whole, ShardPlanner.plan(suite.times().keySet(), suite.times(), Map.of(), loads, Map.of()));
    }

    private static ShardPlan plan(Map<String, Long> times, Map<String, Map<String, Long>> members, Long... loads) {
        return ShardPlanner.plan(times.keySet(), times, Map.of(), List.of(loads), members);
    }

    private static Map<String, Long> equal(int members, long millis) {
        Map<String, Long> all = new HashMap<>();
        for (int i = 0; i < members; i++) {
            all.put(String.format("method:m%02d()", i), millis);
        }
        return all;
    }

    @Test
    void aClassThatIsAllThereIsGoesToAllShards() {
        ShardPlan plan = plan(Map.of("A", 900L), Map.of("A", equal(9, 100)), 0L, 0L, 0L);
        assertEquals(List.of(300L, 300L, 300L), plan.loads());
        assertEquals(
                List.of("method:m00()", "method:m01()", "method:m02()"),
                plan.of(1).get("A").members());
        assertEquals(new PlannedPart(3, 3, List.of()), plan.of(3).get("A"));
        assertEquals(6, plan.named("A").size());
        assertEquals(Map.of("A", 1), plan.shards());
    }

    @Test
    void whatAPartIsSetUpWithIsPaidInEach() {
        ShardPlan plan = plan(Map.of("A", 1_000L), Map.of("A", equal(9, 100)), 0L, 0L, 0L);
        assertEquals(List.of(400L, 400L, 400L), plan.loads());
    }

    @Test
    void whereItIsHalfOfTheClassThatStaysWhole() {
        ShardPlan plan = plan(Map.of("A", 1_800L), Map.of("A", equal(9, 100)), 0L, 0L, 0L);
        assertEquals(List.of(1_800L, 0L, 0L), plan.loads());
    }

    @Test
    void whoHasLessToDoFromModulesBeforeHasMoreOfIt() {
        ShardPlan plan = plan(Map.of("A", 900L), Map.of("A", equal(9, 100)), 500L, 0L, 100L);
        assertEquals(List.of(500L, 500L, 500L), plan.loads());
        assertEquals(2, plan.byClass().get("A").size());
    }

    /** Of nine and a half members on average, half a one would be left: less than a tenth of the mean. */
    @Test
    void noPartIsNotWorthItsSetUp() {
        Map<String, Long> members = new HashMap<>(equal(2, 1_000));
        members.put("method:tiny()", 10L);
        ShardPlan plan = plan(Map.of("A", 2_010L), Map.of("A", members), 0L, 0L, 0L);
        assertEquals(2, plan.byClass().get("A").size(), plan.toString());
        assertEquals(1_010, longest(plan));
    }

    @Test
    void aClassThatFitsIntoItsShareStaysWhole() {
        ShardPlan plan = plan(Map.of("A", 500L, "B", 500L), Map.of("A", equal(5, 100), "B", equal(5, 100)), 0L, 0L);
        assertEquals(List.of(500L, 500L), plan.loads());
        assertTrue(plan.placed().stream().allMatch(one -> one.unit().part().isWhole()));
    }

    /** It would make the longest shard shorter, and is set up once more for it. */
    @Test
    void noClassIsDividedThatTakesLessThanAShardOnAverage() {
        ShardPlan plan = plan(Map.of("A", 60L), Map.of("A", equal(6, 10)), 50L, 50L);
        assertEquals(List.of(110L, 50L), plan.loads());
    }

    @Test
    void theLongestMembersComeFirst() {
        Map<String, Long> members = Map.of("method:a()", 70L, "method:b()", 40L, "method:c()", 30L, "method:d()", 60L);
        assertEquals(
                List.of(100L, 100L),
                plan(Map.of("A", 200L), Map.of("A", members), 0L, 0L).loads());
    }

    private static Map<String, Long> taking(long... millis) {
        Map<String, Long> all = new HashMap<>();
        for (long one : millis) {
            all.put("method:m" + all.size() + "()", one);
        }
        return all;
    }

    /** Filled one after the other, the first shard has 60 and 60, and 160 are left for the second. */
    @Test
    void membersThatAreLongBesideTheLevelAreSharedOutEvenly() {
        ShardPlan plan = plan(Map.of("A", 280L), Map.of("A", taking(60, 60, 40, 40, 40, 40)), 0L, 0L);
        assertEquals(List.of(140L, 140L), plan.loads());
    }

    /** Shared out evenly, one would have 30, 20 and 20. */
    @Test
    void shardsAreFilledOneAfterTheOtherWhereThatIsShorter() {
        ShardPlan plan = plan(Map.of("A", 120L), Map.of("A", taking(30, 30, 20, 20, 20)), 0L, 0L);
        assertEquals(List.of(60L, 60L), plan.loads());
    }

    @Test
    void whereThereIsMostRoomThereIsTheFirstPart() {
        ShardPlan plan = plan(Map.of("A", 700L), Map.of("A", equal(7, 100)), 300L, 350L, 0L);
        assertEquals(List.of(500L, 350L, 500L), plan.loads());
        assertEquals(2, plan.byClass().get("A").size());
    }

    @Test
    void aClassWhoseTimeIsNotKnownStaysWhole() {
        Map<String, Map<String, Long>> members = Map.of("A", equal(9, 100), "B", equal(9, 100));
        ShardPlan plan =
                ShardPlanner.plan(List.of("A", "B"), Map.of("B", 900L), Map.of(), List.of(0L, 0L, 0L), members);
        assertEquals(List.of(900L, 900L, 0L), plan.loads());
    }

    private static Placed placed(int shard, int part, int of, String... members) {
        return new Placed(shard, new ShardUnit(List.of("A"), 1, new PlannedPart(part, of, List.of(members))));
    }

    @Test
    void plansThatGiveSomethingToSomebodyElseHaveOtherDigests() {
        List<List<Placed>> plans = List.of(
                List.of(placed(1, 0, 0)),
                List.of(placed(1, 1, 2, "x"), placed(2, 2, 2)),
                List.of(placed(1, 1, 2, "y"), placed(2, 2, 2)),
                List.of(placed(1, 1, 2, "x", "y"), placed(2, 2, 2)),
                List.of(placed(2, 1, 2, "x"), placed(1, 2, 2)),
                List.of(placed(1, 1, 3, "x"), placed(2, 2, 3, "y"), placed(3, 3, 3)));
        Set<String> digests = new HashSet<>();
        plans.forEach(one -> digests.add(new ShardPlan(one, List.of(1L, 1L, 1L)).digest()));
        assertEquals(plans.size(), digests.size());
        List<Placed> turned = List.of(placed(2, 2, 2), placed(1, 1, 2, "x"));
        assertTrue(digests.contains(new ShardPlan(turned, List.of(9L, 9L, 9L)).digest()), "whatever it takes");
    }
}
