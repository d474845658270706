package io.github.isolation.maven.shard;

import io.github.isolation.maven.report.SampleRuns;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one machine leaves of its shard: made up, and right unless a test wants it otherwise. */
final class MachineOnDisk {
    static final String KEY = "g:a/maven-surefire-plugin/default-test";

    /** Which shard has which class, in the plan of all tests here. */
    static final Map<String, Integer> PLAN =
            new TreeMap<>(Map.of("a.ATest", 1, "a.BTest", 2, "a.CTest", 3, "a.DTest", 1, "a.ETest", 2, "a.FTest", 3));

    final Map<String, Integer> plan = new TreeMap<>(PLAN);
    final Map<String, String> bytes = new TreeMap<>();
    final Map<String, Counts> results = new TreeMap<>();
    final Set<String> lost = new HashSet<>();
    final List<String> besides = new ArrayList<>();
    int total = 3;
    int attempt = 1;
    String key = KEY;
    String run = "4711";
    String group = "";
    String times = "t";
    String build;
    String failure = "";
    boolean ends = true;

    /** When its tests began by its own clock; it leaves no record unless that is set. */
    long startedAt;

    private final int shard;

    MachineOnDisk(int shard) {
        this.shard = shard;
        this.build = "machine-" + shard;
    }

    /** Writes it, and says where. */
    Path leaves(Path directory) throws IOException {
        Path machine = Files.createDirectories(directory.resolve("m" + shard + "-" + attempt + "-" + build + group));
        String id = "run-" + shard + "-" + attempt + "-" + build + "-"
                + Digests.of(bytes(key + group)).substring(0, 6);
        List<String> lines = new ArrayList<>();
        plan.forEach((name, of) -> lines.add(of + " " + name));
        ShardHeader header = new ShardHeader(
                id,
                key,
                shard,
                total,
                attempt,
                run,
                group,
                Digests.ofLines(plan.keySet()),
                times,
                Digests.ofLines(lines),
                build);
        List<ScannedClass> scanned = new ArrayList<>();
        plan.forEach(
                (name, of) -> scanned.add(new ScannedClass(name, of, bytes.getOrDefault(name, "bytes of " + name))));
        ShardFile.begin(machine, header, scanned);
        Path file = machine.resolve(ShardHeader.fileName(shard, total, attempt));
        List<ReportedClass> reported = new ArrayList<>();
        for (Map.Entry<String, Integer> one : plan.entrySet()) {
            if (one.getValue() == shard) {
                reported.add(reported(machine, id, one.getKey()));
            }
        }
        for (String name : besides) {
            reported.add(reported(machine, id, name));
        }
        if (ends) {
            String record = startedAt == 0 ? "" : id + "/record.jsonl";
            if (startedAt != 0) {
                SampleRuns recorded = SampleRuns.begun(id, startedAt, 1, 2);
                reported.forEach(one -> recorded.test(one.name(), "test1", 1, 1, 100, 50, "passed"));
                recorded.end(60_000L * shard, "passed").write(machine.resolve(record));
            }
            ShardFile.end(file, id, reported, new ShardEnd(reported.size(), 60_000L * shard, failure, record));
        }
        return file;
    }

    private ReportedClass reported(Path machine, String id, String name) throws IOException {
        if (lost.contains(name)) {
            return new ReportedClass(name, State.LOST, Counts.NONE, 0, 0, 0, "", "");
        }
        Counts counts = results.getOrDefault(name, new Counts(2, 0, 0, 0, 0));
        StringBuilder xml = new StringBuilder("<testsuite>");
        for (int i = 1; i <= counts.tests(); i++) {
            String what = i <= counts.failures() ? "<failure/>" : i <= counts.flaky() ? "<flakyFailure/>" : "";
            xml.append("<testcase classname='" + name + "' name='test" + i + "'>" + what + "</testcase>");
        }
        String path = id + "/reports/TEST-" + name + ".xml";
        byte[] report = bytes(xml + "</testsuite>");
        Files.createDirectories(machine.resolve(path).resolve("..").normalize());
        Files.write(machine.resolve(path), report);
        State state = besides.contains(name) ? State.BESIDES : State.REPORTED;
        return new ReportedClass(name, state, counts, 100L * shard, 1, 1, path, Digests.of(report));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
