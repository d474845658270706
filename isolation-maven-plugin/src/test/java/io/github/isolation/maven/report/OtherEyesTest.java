package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same run for viewers of traces, for terminals, and for the summary of a job. */
class OtherEyesTest {
    @TempDir
    private Path directory;

    private static ShownRun shown(SampleRuns run) {
        return ShownRun.of(run.report(), null);
    }

    private List<JsonObject> trace(SampleRuns run) throws IOException {
        Path file = directory.resolve("trace.json");
        ChromeTrace.write(List.of(shown(run)), file);
        List<JsonObject> events = new ArrayList<>();
        for (JsonElement event :
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("traceEvents")) {
            events.add(event.getAsJsonObject());
        }
        return events;
    }

    private static List<JsonObject> of(String category, List<JsonObject> events) {
        return events.stream()
                .filter(event ->
                        event.has("cat") && event.get("cat").getAsString().equals(category))
                .toList();
    }

    @Test
    void aTraceHasATrackForEachKindOfThingInEachFork() throws IOException {
        Set<String> tracks = new TreeSet<>();
        for (JsonObject event : trace(SampleRuns.troubled())) {
            if (event.get("name").getAsString().equals("thread_name")) {
                tracks.add(event.getAsJsonObject("args").get("name").getAsString());
            }
        }
        assertEquals(
                Set.of(
                        "fork 1: classes",
                        "fork 1: fixtures",
                        "fork 1: tests",
                        "fork 1: workers",
                        "fork 2: classes",
                        "fork 2: fixtures",
                        "fork 2: tests",
                        "fork 2: waits",
                        "fork 2: workers"),
                tracks);
    }

    @Test
    void aTestInATraceIsWhereItRanAndAsLongAsItTook() throws IOException {
        JsonObject crashed = of("error", trace(SampleRuns.troubled())).get(0);
        assertEquals("LabelsTest.second", crashed.get("name").getAsString());
        assertEquals(750_000, crashed.get("ts").getAsLong());
        assertEquals(450_000, crashed.get("dur").getAsLong());
        assertEquals(1, crashed.getAsJsonObject("args").get("worker").getAsInt());
    }

    /** Viewers draw what overlaps on one track as if one were inside the other. */
    @Test
    void noTwoTestsOverlapOnOneTrack() throws IOException {
        SampleRuns parallel = SampleRuns.begun("p", 1, 4).worker(1, 1, 0, 10);
        for (int test = 0; test < 20; test++) {
            parallel.test("a.ATest", "t" + test, 1, 1, 10 + test * 7 % 30, 5 + test % 11, "passed");
        }
        Map<Integer, List<JsonObject>> tracks = new TreeMap<>();
        of("passed", trace(parallel))
                .forEach(event -> tracks.computeIfAbsent(event.get("tid").getAsInt(), track -> new ArrayList<>())
                        .add(event));
        assertEquals(20, tracks.values().stream().mapToInt(List::size).sum());
        assertTrue(tracks.size() > 1, "some run at the same time");
        for (List<JsonObject> track : tracks.values()) {
            for (int i = 1; i < track.size(); i++) {
                JsonObject before = track.get(i - 1);
                long end = before.get("ts").getAsLong() + before.get("dur").getAsLong();
                assertTrue(end <= track.get(i).get("ts").getAsLong(), track::toString);
            }
        }
    }

    /** A worker that lives while the next one starts. */
    @Test
    void workersBeginAndEndByTheirNumbers() throws IOException {
        List<JsonObject> workers = of("worker", trace(SampleRuns.troubled()));
        Map<Integer, String> phases = new TreeMap<>();
        workers.forEach(event ->
                phases.merge(event.get("id").getAsInt(), event.get("ph").getAsString(), String::concat));
        assertEquals(Map.of(1, "be", 2, "be", 3, "be", 4, "be"), phases);
    }

    @Test
    void aTerminalHasTheWorstFirst() {
        List<String> lines = TextReport.lines(shown(SampleRuns.troubled()));
        assertEquals(
                "shop · default-test: failed, 9 tests in 2 forks, 5.1 s: 1 failed, 2 errors, 2 skipped, 1 flaky",
                lines.get(0));
        assertEquals("  did not pass:", lines.get(1));
        String all = String.join("\n", lines);
        assertTrue(all.contains("    error  shop.LabelsTest.second: The worker JVM of fork 1 crashed"), all);
        assertTrue(all.contains("  passed when they were tried again:\n    shop.OrdersTest.sometimes"), all);
        assertTrue(all.contains("      2.9 s  shop.SlowTest.never"), all);
        assertTrue(all.contains("    worker 2 of fork 2: retired (after every class)"), all);
        assertTrue(all.contains("  fork 1: "), all);
        assertTrue(lines.get(lines.size() - 1).startsWith("  What would help: "), all);
    }

    @Test
    void ofManyATerminalHasTheFirst() {
        List<String> lines = TextReport.lines(shown(SampleRuns.many(2_000)));
        assertTrue(lines.contains("    and 10 more"), lines::toString);
        assertTrue(lines.size() < 60, lines::toString);
    }

    @Test
    void aRecordThatWasCutSaysSo() {
        ShownRun cut = shown(SampleRuns.begun("c", 1, 1).worker(1, 1, 0, 10));
        assertTrue(TextReport.lines(cut).get(1).contains("cut off"), TextReport.lines(cut)::toString);
        assertTrue(MarkdownSummary.of(List.of(cut)).contains("❌ cut"));
    }

    @Test
    void aSummaryIsATableAndWhatDidNotPass() {
        String text = MarkdownSummary.of(List.of(shown(SampleRuns.troubled())));
        assertTrue(text.contains("| shop · default\\-test | ❌ failed | 9 | 1 | 2 | 2 | 1 | 2 | 5.1 s |"), text);
        assertTrue(
                text.contains("\n- shop.LabelsTest.second: The worker JVM of fork 1 crashed: exit status 134"), text);
    }

    /** A name is a name, whatever it would be in Markdown. */
    @Test
    void nothingInASummaryIsMarkup() {
        String text = MarkdownSummary.of(List.of(shown(SampleRuns.troubled())));
        assertFalse(text.contains("<img") || text.contains("<script"), text);
        assertEquals(
                "a \\| b \\`c\\` \\*d\\* &lt;e\\> \\[f\\](g)".replace("(g)", "\\(g\\)"),
                MarkdownSummary.escaped("a | b `c` *d* <e> [f](g)"));
        assertEquals("one line", MarkdownSummary.escaped("one\nline"));
    }

    @Test
    void theSummaryGoesWhereTheEnvironmentSays() throws IOException {
        Path file = directory.resolve("summary.md");
        List<ShownRun> runs = List.of(shown(SampleRuns.troubled()));
        assertEquals(Optional.empty(), ReportFiles.summarize(runs, Map.of()));
        assertEquals(
                Optional.empty(), ReportFiles.summarize(List.of(), Map.of("GITHUB_STEP_SUMMARY", file.toString())));
        Files.writeString(file, "what another step has said\n");
        assertEquals(Optional.of(file), ReportFiles.summarize(runs, Map.of("GITHUB_STEP_SUMMARY", file.toString())));
        assertEquals("what another step has said\n" + MarkdownSummary.of(runs), Files.readString(file));
    }
}
