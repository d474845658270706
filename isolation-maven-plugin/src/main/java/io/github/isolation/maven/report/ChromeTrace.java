package io.github.isolation.maven.report;

import com.google.gson.stream.JsonWriter;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.WaitFact;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs in Chrome's trace event format, which Perfetto and other viewers of traces open. A run is a process there; each fork has tracks:
 * its workers, its classes, its tests (several tracks where tests run at the same time), what they waited for, its fixtures.
 */
final class ChromeTrace {
    private static final long MICROS_PER_MILLI = 1000;

    /** Tracks of a fork, in their order; tests take as many as they need, from {@link #TESTS} on. */
    private static final int TRACKS_PER_FORK = 1_000;

    private static final int CLASSES = 0;
    private static final int WAITS = 1;
    private static final int FIXTURES = 2;
    private static final int WORKERS = 3;
    private static final int TESTS = 100;

    private final JsonWriter out;

    private ChromeTrace(JsonWriter out) {
        this.out = out;
    }

    /** Writes a trace of these runs, each of which begins at zero. */
    static void write(List<ShownRun> runs, Path file) throws IOException {
        // Half a character, as a test may have one in its name, becomes a question mark.
        try (Writer text = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
                JsonWriter json = new JsonWriter(text)) {
            ChromeTrace trace = new ChromeTrace(json);
            json.beginObject()
                    .name("displayTimeUnit")
                    .value("ms")
                    .name("traceEvents")
                    .beginArray();
            for (int i = 0; i < runs.size(); i++) {
                trace.run(i + 1, runs.get(i));
            }
            json.endArray().endObject();
        }
    }

    private void run(int process, ShownRun shown) throws IOException {
        RunReport report = shown.report();
        name(process, 0, "process_name", shown.title() + " (run " + report.run().run() + ")");
        for (WorkerLife life : report.workers()) {
            worker(process, life, report.millis());
        }
        for (Stint stint : report.stints()) {
            int track = track(process, stint.fork(), CLASSES, "classes");
            begin("X", stint.className(), "class", process, track, stint.at(), stint.millis());
            arguments(Map.of(
                    "worker",
                    stint.worker(),
                    "part",
                    stint.part(),
                    "attempt",
                    stint.fact().attempt()));
        }
        tests(process, report);
        for (WaitFact wait : report.waits()) {
            int track = track(process, wait.fork(), WAITS, "waits");
            begin("X", wait.what(), "wait", process, track, wait.at() - wait.millis(), wait.millis());
            arguments(Map.of("class", wait.className(), "worker", wait.worker()));
        }
        for (FixturesFact seeded : report.fixtures()) {
            int track = track(process, seeded.fork(), FIXTURES, "fixtures");
            begin("X", "fixtures", "fixtures", process, track, seeded.at() - seeded.millis(), seeded.millis());
            arguments(Map.of("bytes", seeded.bytes(), "files", seeded.files(), "removed", seeded.removed()));
        }
    }

    /** One may be started while another still works, so these are events that may overlap. */
    private void worker(int process, WorkerLife life, long endOfRun) throws IOException {
        int track = track(process, life.fork(), WORKERS, "workers");
        long end = life.ended() == WorkerLife.UNKNOWN ? endOfRun : life.ended();
        String name = "worker " + life.number() + (life.spare() ? " (spare)" : "");
        begin("b", name, "worker", process, track, life.started(), 0);
        out.name("id").value(life.number());
        arguments(Map.of("how", life.how(), "why", life.why(), "classes", life.classes(), "peakKiB", life.peakKiB()));
        begin("e", name, "worker", process, track, end, 0);
        out.name("id").value(life.number());
        out.endObject();
    }

    private void tests(int process, RunReport report) throws IOException {
        List<TestFact> all = new ArrayList<>();
        report.tests().forEach(test -> all.addAll(test.attempts()));
        all.sort(Comparator.comparingLong(TestFact::at));
        Map<Integer, List<Long>> busyUntil = new TreeMap<>();
        for (TestFact test : all) {
            List<Long> lanes = busyUntil.computeIfAbsent(test.fork(), fork -> new ArrayList<>());
            int lane = 0;
            while (lane < lanes.size() && lanes.get(lane) > test.at()) {
                lane++;
            }
            if (lane == lanes.size()) {
                lanes.add(0L);
            }
            lanes.set(lane, test.at() + test.millis());
            int track = track(process, test.fork(), TESTS + lane, "tests");
            String name = test.displayName().isEmpty() ? test.name() : test.displayName();
            String simple = test.className().substring(test.className().lastIndexOf('.') + 1);
            begin(
                    "X",
                    simple + (name.isEmpty() ? "" : "." + name),
                    test.outcome(),
                    process,
                    track,
                    test.at(),
                    test.millis());
            arguments(test);
        }
    }

    /** As {@link #arguments(Map)}, and without a map: of all there is in a trace, nearly everything is tests. */
    private void arguments(TestFact test) throws IOException {
        out.name("args").beginObject();
        out.name("attempt").value(test.attempt());
        out.name("class").value(test.className());
        out.name("message").value(test.message());
        out.name("outcome").value(test.outcome());
        out.name("worker").value(test.worker());
        out.endObject().endObject();
    }

    private final Map<Long, Integer> named = new TreeMap<>();

    /** The number of a track, which gets its name when it is first used. */
    private int track(int process, int fork, int kind, String what) throws IOException {
        int track = fork * TRACKS_PER_FORK + kind;
        if (named.put(process * 1_000_000_000L + track, track) == null) {
            name(process, track, "thread_name", (fork == 0 ? "no fork" : "fork " + fork) + ": " + what);
        }
        return track;
    }

    private void name(int process, int track, String what, String name) throws IOException {
        out.beginObject().name("ph").value("M").name("name").value(what);
        out.name("pid").value(process).name("tid").value(track);
        arguments(Map.of("name", name));
    }

    private void begin(String phase, String name, String category, int process, int track, long at, long millis)
            throws IOException {
        out.beginObject()
                .name("ph")
                .value(phase)
                .name("name")
                .value(name)
                .name("cat")
                .value(category);
        out.name("pid").value(process).name("tid").value(track).name("ts").value(at * MICROS_PER_MILLI);
        if (phase.equals("X")) {
            out.name("dur").value(millis * MICROS_PER_MILLI);
        }
    }

    /** What is shown of an event that is chosen; ends it. */
    private void arguments(Map<String, Object> arguments) throws IOException {
        out.name("args").beginObject();
        for (Map.Entry<String, Object> one : new TreeMap<>(arguments).entrySet()) {
            out.name(one.getKey());
            if (one.getValue() instanceof Number number) {
                out.value(number);
            } else {
                out.value(one.getValue().toString());
            }
        }
        out.endObject().endObject();
    }
}
