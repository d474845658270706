package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one page of all machines: every machine is on it under one name, and on top is what is to be thought of all together. */
class MergedPageTest {
    private static final String OPEN = "<script type=\"application/json\" id=\"data\">";

    @TempDir
    Path directory;

    private final MachineOnDisk one = new MachineOnDisk(1);
    private final MachineOnDisk two = new MachineOnDisk(2);
    private final MachineOnDisk three = new MachineOnDisk(3);

    @BeforeEach
    void allKeepRecords() {
        List.of(one, two, three).forEach(machine -> machine.startedAt = 1_000_000);
    }

    private MergedShards merged(MachineOnDisk... machines) throws IOException {
        Path shards = Files.createDirectories(directory.resolve("shards"));
        for (MachineOnDisk machine : machines) {
            machine.leaves(shards);
        }
        return MergedShards.of(
                shards,
                directory.resolve("merged"),
                null,
                Map.of("GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString()));
    }

    private String page() throws IOException {
        return Files.readString(directory.resolve("merged/report/index.html"));
    }

    private JsonObject data() throws IOException {
        String page = page();
        int begin = page.indexOf(OPEN) + OPEN.length();
        return JsonParser.parseString(page.substring(begin, page.indexOf("</script>", begin)))
                .getAsJsonObject();
    }

    private List<String> machines() throws IOException {
        JsonObject data = data();
        return StreamSupport.stream(data.getAsJsonArray("runs").spliterator(), false)
                .map(run -> run.getAsJsonObject().get("machine").getAsString())
                .toList();
    }

    @Test
    void everyMachineIsOnItInItsOrder() throws IOException {
        merged(three, one, two);
        one.key = "g:b/maven-surefire-plugin/default-test";
        one.startedAt = 2_000_000;
        merged(one);
        assertEquals(List.of("shard 1 of 3", "shard 1 of 3", "shard 2 of 3", "shard 3 of 3"), machines());
    }

    @Test
    void aClassInPartsIsOnTheLanesOfAllMachinesThatHadSomeOfIt() throws IOException {
        List.of(one, two, three).forEach(machine -> machine.divided = new DividedOnDisk());
        merged(one, two, three);
        JsonObject data = data();
        List<String> parts = StreamSupport.stream(data.getAsJsonArray("runs").spliterator(), false)
                .map(run -> run.getAsJsonObject().getAsJsonObject("stints"))
                .map(stints -> stints.getAsJsonArray("part").get(0).getAsInt())
                .map(number -> data.getAsJsonArray("strings").get(number).getAsString())
                .toList();
        assertEquals(List.of("part 1 of 3", "part 2 of 3", "part 3 of 3"), parts);
        assertTrue(page().contains("7 classes planned, 7 reported once (1 in 3 parts)"));
    }

    /** Both machines that are there have passed: whoever looks at these two alone would think that all is well. */
    @Test
    void aMachineThatIsMissingIsOnTopOfThePageAndOfTheSummary() throws IOException {
        merged(one, three);
        String page = page();
        assertTrue(page.contains("<strong class=\"verdict failed\">✗ INCOMPLETE</strong>"), page);
        assertTrue(
                page.contains(
                        "<li>g:a/maven-surefire-plugin/default-test: shard 2 of 3 has left nothing; it had a.BTest, a.ETest</li>"),
                page);
        assertTrue(page.contains("6 classes planned, 4 reported once, 2 of 3 shards; longest 3:00, mean 2:00"));
        String summary = Files.readString(directory.resolve("summary.md"));
        assertTrue(summary.startsWith("### Tests\n\n❌ INCOMPLETE: 6 classes planned, 4 reported once"), summary);
        assertTrue(summary.contains("shard 2 of 3 has left nothing; it had a.BTest, a.ETest\n"), summary);
    }

    @Test
    void whatIsWholeIsGreenOnTop() throws IOException {
        merged(one, two, three);
        assertTrue(page().contains("<strong class=\"verdict passed\">✓ GREEN</strong>"));
        assertTrue(Files.readString(directory.resolve("summary.md")).startsWith("### Tests\n\n✅ GREEN: 6 classes"));
    }

    @Test
    void withoutARecordThereIsNoPageAndTheSummarySaysTheVerdictAllTheSame() throws IOException {
        two.startedAt = 0;
        MergedShards merged = merged(two);
        assertFalse(Files.exists(directory.resolve("merged/report/index.html")));
        assertTrue(
                merged.notes()
                        .get(merged.notes().size() - 1)
                        .contains("; no page, since no machine has left a record;"),
                () -> "" + merged.notes());
        assertTrue(Files.readString(directory.resolve("summary.md")).contains("❌ INCOMPLETE"));
    }

    private static Shipped queued(String key, int number, String build) {
        ShardHeader header =
                new ShardHeader("run-" + key + number, key, number, ShardHeader.QUEUE, 1, "42", "", "u", "", "", build);
        return new Shipped(Path.of(key + number), new ShardRun(header, List.of(), List.of(), null));
    }

    /** With a queue, a machine gets its number in each module anew. */
    @Test
    void aMachineOfAQueueHasOneNameInAllModulesAndNoTwoHaveTheSame() {
        Shipped first = queued("a", 1, "77-1");
        Shipped second = queued("a", 2, "88-1");
        Shipped secondInB = queued("b", 1, "88-1");
        Shipped firstInB = queued("b", 2, "77-1");
        Shipped onlyInC = queued("c", 1, "99-1");
        List<Shipped> all = List.of(onlyInC, firstInB, secondInB, second, first);
        MachineNames names = MachineNames.of(all);
        assertEquals("machine 1", names.of(first.header()));
        assertEquals("machine 1", names.of(firstInB.header()));
        assertEquals(names.of(second.header()), names.of(secondInB.header()));
        assertEquals("machine 1, process 88", names.of(secondInB.header()));
        assertEquals("machine 1, process 99", names.of(onlyInC.header()));
        assertEquals(List.of(firstInB, first, secondInB, second, onlyInC), names.sorted(all));
    }
}
