package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.PlanFile.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loads go from module to module, and what is read is what was written. */
class PlanFileTest {
    @TempDir
    Path directory;

    private Section add(String key, Map<String, Long> times) throws IOException {
        return PlanFile.add(
                file(),
                2,
                loads -> new Section(
                        key,
                        "u" + key,
                        "t",
                        ShardPlanner.plan(times.keySet(), times, Map.of("Ü", "g", "Z", "g"), loads)));
    }

    private Path file() {
        return directory.resolve("shard-plan.jsonl");
    }

    @Test
    void aModuleTakesUpWhereTheOneBeforeLeftOff() throws IOException {
        Section first = add("g:a/s/t", Map.of("A", 100L));
        assertEquals(List.of(100L, 0L), first.plan().loads());
        Section second = add("g:b/s/t", Map.of("A", 30L, "Ü", 20L, "Z", 1L));
        assertEquals(List.of(100L, 51L), second.plan().loads());
        assertEquals(List.of(first, second), PlanFile.read(file()));
        assertEquals(second, PlanFile.of(PlanFile.read(file()), "g:b/s/t").orElseThrow());
        assertTrue(PlanFile.of(PlanFile.read(file()), "g:c/s/t").isEmpty());
    }

    @Test
    void whatRunsTwiceInABuildHasOnePlan() throws IOException {
        Section first = add("g:a/s/t", Map.of("A", 100L, "B", 10L));
        assertEquals(first, add("g:a/s/t", Map.of("A", 100L, "B", 10L)));
        assertEquals(List.of(first), PlanFile.read(file()));
    }

    @Test
    void whatIsCutOrNoPlanIsAnErrorThatNamesFileAndLine() throws IOException {
        add("g:a/s/t", Map.of("A", 100L, "B", 5L));
        String text = Files.readString(file());
        Map<String, String> broken = Map.of(
                text.substring(0, text.length() - 10),
                "line 3: ",
                text.substring(0, text.indexOf('\n') + 1),
                "line 2: it ends too early",
                text.replace("\"total\":2", "\"total\":3"),
                "there are not as many loads as shards",
                text.replace("\"version\":2", "\"version\":1"),
                "line 1: it is of another version of this plugin: its lines have version 1, and not 2",
                text.replace("\"shard\":1", "\"shard\":3"),
                "line 2: there is no shard 3 of 2",
                text.replace("\"B\"", "\"A\""),
                "line 3: A is there twice",
                "<project/>",
                "line 1: ",
                "{\"what\":\"run\"}",
                "line 1: 'run', and not 'plan'");
        assertBroken(broken);
        Files.writeString(file(), "");
        assertTrue(assertThrows(IOException.class, () -> PlanFile.read(file()))
                .getMessage()
                .contains("nothing is in it"));
    }

    private void assertBroken(Map<String, String> broken) throws IOException {
        for (Map.Entry<String, String> one : broken.entrySet()) {
            Files.writeString(file(), one.getKey());
            String message =
                    assertThrows(IOException.class, () -> PlanFile.read(file())).getMessage();
            assertTrue(
                    message.contains(file() + " is no plan of shards: ") && message.contains(one.getValue()), message);
        }
    }

    /** Somebody may have edited it: each member is to be run by one. */
    @Test
    void aClassOfWhichPartsAreMissingOrMembersAreThereTwiceIsNoPlan() throws IOException {
        Map<String, Long> members = Map.of("m", 100L, "n", 100L, "o", 100L, "p", 100L);
        Section section = PlanFile.add(
                file(),
                4,
                loads -> new Section(
                        "g:a/s/t",
                        "u",
                        "t",
                        ShardPlanner.plan(
                                List.of("A", "B"), Map.of("A", 400L, "B", 1L), Map.of(), loads, Map.of("A", members))));
        assertEquals(List.of(section), PlanFile.read(file()));
        List<String> lines = Files.readAllLines(file());
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.get(1).contains("\"part\":1,\"of\":4,\"members\":[\"m\"]"), lines.get(1));
        String text = String.join("\n", lines) + "\n";
        String second = lines.get(2) + "\n";
        assertBroken(Map.of(
                text.replace("[\"n\"]", "[\"m\"]"),
                "m of A is there twice",
                text.replace(second, "").replace("\"units\":5", "\"units\":4"),
                "A has 4 parts, and 3 of them are there",
                text.replace(second, second + second).replace("\"units\":5", "\"units\":6"),
                "part 2 of 4 of A is there twice",
                text.replace("\"shard\":2", "\"shard\":1"),
                "shard 1 has two parts of A",
                text.replace("\"part\":2,\"of\":4", "\"part\":2,\"of\":3"),
                "part 2 of 3 of A, and there are 4 of it in a line before",
                text.replace("[\"n\"]", "[]"),
                "there is no part 2 of 4 with nothing in it",
                text.replace("\"part\":1,\"of\":4,\"members\":[\"m\"]", "\"x\":1"),
                "part 2 of 4 of A is there twice",
                text.replace("[\"B\"]", "[\"A\"]"),
                "A is there twice",
                text.replace("[\"A\"],\"part\":1", "[\"A\",\"C\"],\"part\":1"),
                "classes that stay together are not divided"));
    }
}
