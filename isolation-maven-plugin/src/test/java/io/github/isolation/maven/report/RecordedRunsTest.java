package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records a report is made of. */
class RecordedRunsTest {
    @TempDir
    Path directory;

    private ForkLayout layout;

    @BeforeEach
    void layOut() {
        layout = new ForkLayout(directory.resolve("isolation"));
    }

    private void record(String id, long startedAt) throws IOException {
        SampleRuns.begun(id, startedAt, 1, 1)
                .test("a.ATest", "in" + id, 1, 1, 0, 1, "passed")
                .end(5, "passed")
                .write(layout.runRecord(id));
    }

    private static List<String> ids(List<RecordedRuns.Recorded> runs) {
        return runs.stream().map(one -> one.run().run()).toList();
    }

    @Test
    void theNewestOfEachExecutionAndTheOneBefore() throws IOException {
        record("b", 2000);
        record("c", 3000);
        record("a", 1000);
        Files.createDirectories(layout.runDirectory("it"));
        Files.writeString(
                layout.runRecord("it"),
                SampleRuns.begun("it", 1500, 1, 1).facts().get(0).line().replace("default-test", "integration") + "\n");
        RecordedRuns runs = RecordedRuns.in(layout);
        assertEquals(List.of("a", "it", "b", "c"), ids(runs.all()));
        assertEquals(List.of("it", "c"), ids(runs.newest()));
        assertEquals(Optional.of("b"), runs.before(runs.all().get(3).run()).map(one -> one.run()
                .run()));
        assertEquals(Optional.empty(), runs.before(runs.all().get(1).run()));
        assertEquals("b", runs.named("b").orElseThrow().run().run());
    }

    @Test
    void whatIsNoRecordIsPassedOver() throws IOException {
        record("a", 1000);
        Files.createDirectories(layout.runDirectory("empty"));
        Files.createDirectories(layout.runDirectory("other"));
        Files.writeString(layout.runRecord("other"), "{\"what\":\"gap\"}\n");
        Files.createDirectories(layout.runDirectory("broken"));
        Files.writeString(layout.runRecord("broken"), "{\"what\":\"ru");
        assertEquals(List.of("a"), ids(RecordedRuns.in(layout).all()));
        assertEquals(
                List.of(),
                RecordedRuns.in(new ForkLayout(directory.resolve("none"))).all());
    }

    @Test
    void aRunBeforeThatCannotBeReadIsNone() throws IOException {
        record("a", 1000);
        record("b", 2000);
        RecordedRuns runs = RecordedRuns.in(layout);
        assertEquals(
                "a",
                ShownRun.read(layout.runRecord("b"), runs)
                        .comparison()
                        .before()
                        .run()
                        .run());
        Files.writeString(layout.runRecord("a"), Files.readString(layout.runRecord("a")) + "no line\n{}\n");
        assertNull(ShownRun.read(layout.runRecord("b"), runs).comparison());
        assertThrows(IOException.class, () -> ShownRun.read(layout.runRecord("a"), runs));
    }

    @Test
    void theRunBeforeMayBeKeptWhereNobodyCleans() throws IOException {
        record("b", 2000);
        record("a", 1000);
        Path kept = directory.resolve("kept/org.example/shop/records/000000000001000-a.jsonl");
        Files.createDirectories(kept.getParent());
        Files.move(layout.runRecord("a"), kept);
        String told = "\"settings\":[{\"name\":\"isolation.historyDirectory\",\"value\":\""
                + directory.resolve("kept").toString().replace("\\", "/") + "\",\"from\":\"POM\"},";
        Files.writeString(
                layout.runRecord("b"), Files.readString(layout.runRecord("b")).replace("\"settings\":[", told));
        assertEquals(
                "a",
                ShownRun.read(layout.runRecord("b"), RecordedRuns.in(layout))
                        .comparison()
                        .before()
                        .run()
                        .run());
    }

    @Test
    void ofASharedDirectoryOnlyTheModulesOwnRunsAndOfAnArtifactAll() throws IOException {
        record("mine", 1000);
        Files.createDirectories(layout.runDirectory("theirs"));
        Files.writeString(
                layout.runRecord("theirs"),
                SampleRuns.begun("theirs", 2000, 1, 1).facts().get(0).line().replace("/project", "/other") + "\n");
        ModuleReport mine = ModuleReport.of(layout, Path.of("/project"));
        assertEquals(List.of("mine"), ids(mine.runs().all()));
        assertEquals(1, mine.newest(one -> true).size());
        assertEquals(List.of(), mine.newest(one -> one.run().startedAt() > 1000));
        assertEquals(
                List.of("mine", "theirs"),
                ids(ModuleReport.of(layout, Path.of("/elsewhere")).runs().all()));
    }
}
