package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.ShardNumber;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.Splitting;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supervisor runs of a part of the tests, and what it writes down of it. */
class ShardingTest {
    private static final List<String> SCANNED = List.of("b.BTest", "a.ATest", "c.CTest");
    private static final Map<String, Long> TIMES = Map.of("a.ATest", 10L, "b.BTest", 500L, "gone.Test", 1L);

    @TempDir
    Path directory;

    private ShardTask task(int shard, int total, @Nullable Path plan) {
        Path book = directory.resolve("book-" + shard + "-" + total + ".jsonl");
        return new ShardTask(
                new ShardNumber(shard, total), "g:a/surefire/default-test", book, plan, "4711", "", 0, "b1");
    }

    private Sharding sharding(ShardTask task, List<String> scanned) throws IOException {
        return Sharding.of(task, true, scanned, TIMES, List.of());
    }

    private String refusal(ShardTask task, List<String> scanned) {
        return String.valueOf(assertThrows(SettingsException.class, () -> sharding(task, scanned))
                .getMessage());
    }

    @Test
    void allShardsTogetherRunEveryClassOnceInTheOrderInWhichTheyWereFound() throws IOException {
        List<String> all = new ArrayList<>();
        for (int shard = 1; shard <= 2; shard++) {
            all.addAll(sharding(task(shard, 2, null), SCANNED).choice(3).classes());
        }
        assertEquals(new TreeSet<>(SCANNED), new TreeSet<>(all));
        assertEquals(3, all.size());
        var second = sharding(task(2, 2, null), SCANNED).choice(3);
        assertEquals(List.of("a.ATest", "c.CTest"), second.classes());
        assertEquals(3, second.forks());
        assertEquals(List.of("isolation: shard 2 of 2: 2 classes of 3 classes, times are known of 2"), second.lines());
    }

    @Test
    void whatTheRecordSaysIsTheSameForAllShardsAndDiffersWithClassesAndTimes() throws IOException {
        var fact = sharding(task(1, 2, null), SCANNED).fact();
        assertEquals("1/2", fact.name());
        var shuffled = sharding(task(2, 2, null), List.of("c.CTest", "a.ATest", "b.BTest"))
                .fact();
        assertEquals(fact.universe(), shuffled.universe());
        assertEquals(fact.times(), shuffled.times());
        var fewer = sharding(task(1, 3, null), List.of("a.ATest", "b.BTest")).fact();
        assertFalse(fact.universe().equals(fewer.universe()));
        assertEquals(fact.times(), fewer.times(), "of the third, nothing is known");
        var other = Sharding.of(task(1, 4, null), true, SCANNED, Map.of("a.ATest", 11L), List.of())
                .fact();
        assertEquals(fact.universe(), other.universe());
        assertFalse(fact.times().equals(other.times()));
    }

    @Test
    void aPlanRunsNothingAndIsFollowed() throws IOException {
        ShardTask planning = task(ShardNumber.PLAN, 2, null);
        var planned = sharding(planning, SCANNED).choice(1);
        assertEquals(List.of(), planned.classes());
        assertEquals(
                List.of("isolation: planned, and not run: 3 classes, times are known of 2; shards from 20 to 500 ms"),
                planned.lines());
        // Without times, this plan would be another one.
        Sharding followed = Sharding.of(task(2, 2, planning.book()), true, SCANNED, Map.of(), List.of());
        assertEquals(List.of("a.ATest", "c.CTest"), followed.choice(1).classes());
        assertFalse(Files.exists(directory.resolve("book-2-2.jsonl")));
        sharding(planning, SCANNED).begin(new ForkLayout(directory), "r", List.of());
        assertFalse(Files.exists(directory.resolve("shard")));
    }

    @Test
    void aPlanOfOtherClassesShardsOrModulesIsRefused() throws IOException {
        Path plan = task(ShardNumber.PLAN, 2, null).book();
        sharding(task(ShardNumber.PLAN, 2, null), SCANNED);
        assertTrue(refusal(task(1, 2, plan), List.of("a.ATest", "b.BTest", "d.NewTest"))
                .contains("is of other classes: here, and not in the plan: d.NewTest; in the plan, and not here:"
                        + " c.CTest"));
        assertTrue(refusal(task(1, 3, plan), SCANNED).contains("is for 2 shards, and this is one of 3"));
        assertTrue(refusal(task(1, 2, directory.resolve("none")), SCANNED).contains("none"));
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("g:a/", "g:other/"));
        assertTrue(refusal(task(1, 2, plan), SCANNED)
                .contains("has no plan for g:a/surefire/default-test; it has those for g:other/"));
        // Somebody has replaced a name in the plan and in none of its digests.
        Files.writeString(plan, text.replace("c.CTest", "d.NewTest"));
        assertTrue(refusal(task(1, 2, plan), List.of("a.ATest", "b.BTest", "d.NewTest"))
                .contains("it was changed after it was made"));
    }

    private Sharding inParts(ShardTask task, Splitting splitting, List<URL> classPath) throws IOException {
        Map<String, Long> members = Map.of("method:m()", 200L, "method:n()", 200L, "method:o()", 90L);
        return Sharding.of(
                task, true, SCANNED, TIMES, classPath, Map.of("b.BTest", members, "gone.Test", members), splitting);
    }

    @Test
    void aClassThatTakesLongerThanItsShareIsInParts() throws IOException {
        Sharding first = inParts(task(1, 2, null), Splitting.TAIL, List.of());
        Sharding second = inParts(task(2, 2, null), Splitting.TAIL, List.of());
        assertEquals(Map.of("b.BTest", new ClassPart(1, 2, List.of("method:m()", "method:o()"))), first.parts());
        assertEquals(
                Map.of("b.BTest", new ClassPart(2, 2, List.of("method:m()", "method:o()"))),
                second.parts(),
                "the last part is what the first one does not name");
        assertEquals(List.of("b.BTest"), first.choice(1).classes());
        assertEquals(SCANNED, second.choice(1).classes());
        assertEquals(
                List.of("isolation: shard 1 of 2: 1 class of 3 classes, times are known of 2"
                        + " (b.BTest in 2 parts, here part 1)"),
                first.choice(1).lines());
        second.begin(new ForkLayout(directory), "r1", List.of());
        ShardRun run = ShardFile.read(directory.resolve("shard/shard-2-of-2.attempt-1.jsonl"))
                .get(0);
        assertEquals(
                List.of(
                        new ScannedClass("a.ATest", 2, ""),
                        new ScannedClass("b.BTest", 1, "", 1, 2),
                        new ScannedClass("b.BTest", 2, "", 2, 2),
                        new ScannedClass("c.CTest", 2, "")),
                run.scanned());
        assertFalse(first.fact()
                .times()
                .equals(sharding(task(1, 3, null), SCANNED).fact().times()));
    }

    @Test
    void onlyWhatMayBeDividedIs() throws IOException {
        assertEquals(
                Map.of(), inParts(task(1, 2, null), Splitting.NEVER, List.of()).parts());
        assertEquals(
                Map.of(), inParts(task(2, 2, null), Splitting.MARKED, List.of()).parts());
        Path classes = Files.createDirectories(directory.resolve("classes/b"));
        Files.writeString(classes.resolve("BTest.class"), "..Lio/github/isolation/SplitClass;..");
        List<URL> classPath = List.of(directory.resolve("classes").toUri().toURL());
        assertEquals(
                Set.of("b.BTest"),
                inParts(task(1, 4, null), Splitting.MARKED, classPath).parts().keySet());
        assertEquals(
                Map.of(), inParts(task(1, 5, null), Splitting.NEVER, classPath).parts());
    }

    @Test
    void aPlanWithPartsIsFollowedWhereverTestsAreRunByTheJUnitPlatform() throws IOException {
        ShardTask planning = task(ShardNumber.PLAN, 2, null);
        Sharding planned = inParts(planning, Splitting.TAIL, List.of());
        assertEquals(Map.of(), planned.parts());
        assertEquals(
                List.of("isolation: planned, and not run: 3 classes, times are known of 2 (b.BTest in 2 parts);"
                        + " shards from 230 to 300 ms"),
                planned.choice(1).lines());
        Sharding followed = Sharding.of(
                task(1, 2, planning.book()), true, SCANNED, Map.of(), List.of(), Map.of(), Splitting.MARKED);
        assertEquals(Set.of("b.BTest"), followed.parts().keySet());
        assertTrue(refusal(task(1, 2, planning.book()), SCANNED)
                .contains("has parts of b.BTest, and here no JUnit Platform runs the tests"));
    }

    @Test
    void whereMavenHandsOutTheClassesNobodyCanChoose() {
        String message = String.valueOf(assertThrows(
                        SettingsException.class, () -> Sharding.of(task(1, 2, null), false, SCANNED, TIMES, List.of()))
                .getMessage());
        assertTrue(message.contains("<extensions>true</extensions>"), message);
    }

    @Test
    void everyClassIsWrittenDownBeforeAnyRuns() throws IOException {
        Sharding sharding = sharding(task(2, 2, null), SCANNED);
        Path classes = Files.createDirectories(directory.resolve("classes/a"));
        Files.writeString(classes.resolve("ATest.class"), "bytes");
        sharding.begin(
                new ForkLayout(directory),
                "r1",
                List.of(directory.resolve("classes").toUri().toURL()));
        Path file = directory.resolve("shard/shard-2-of-2.attempt-1.jsonl");
        ShardRun run = ShardFile.read(file).get(0);
        assertEquals("r1", run.header().id());
        assertEquals("4711", run.header().run());
        assertEquals(List.of("a.ATest", "c.CTest"), run.own());
        assertEquals(
                List.of(
                        new ScannedClass("a.ATest", 2, Digests.of("bytes".getBytes(StandardCharsets.UTF_8))),
                        new ScannedClass("b.BTest", 1, ""),
                        new ScannedClass("c.CTest", 2, "")),
                run.scanned());
        assertEquals(sharding.fact().universe(), run.header().universe());
    }
}
