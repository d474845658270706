package io.github.isolation.maven.shard;

import io.github.isolation.maven.report.SampleRuns;
import io.github.isolation.record.MembersFact;
import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardPlan;
import io.github.isolation.shard.ShardPlan.Placed;
import io.github.isolation.shard.ShardUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

    /** Classes with results, over whose report somebody has written. */
    final Set<String> withoutReport = new HashSet<>();

    /** A class in parts; null if there is none. */
    @Nullable
    DividedOnDisk divided;

    int total = 3;
    int attempt = 1;
    String key = KEY;
    String run = "4711";
    String group = "";
    String times = "t";
    String build;

    /** What tells another run of the same build from the first. */
    String again = "";

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
        String id = "run-" + shard + "-" + attempt + "-" + build + again + "-"
                + Digests.of(bytes(key + group)).substring(0, 6);
        ShardHeader header = new ShardHeader(
                id,
                key,
                shard,
                total,
                attempt,
                run,
                group,
                Digests.ofLines(names()),
                times,
                shardPlan().digest(),
                build);
        List<ScannedClass> scanned = new ArrayList<>();
        plan.forEach(
                (name, of) -> scanned.add(new ScannedClass(name, of, bytes.getOrDefault(name, "bytes of " + name))));
        if (divided != null) {
            scanned.addAll(divided.scanned());
        }
        ShardFile.begin(machine, header, scanned);
        Path file = machine.resolve(ShardHeader.fileName(shard, total, attempt));
        List<ReportedClass> reported = new ArrayList<>();
        for (Map.Entry<String, Integer> one : plan.entrySet()) {
            if (one.getValue() == shard) {
                reported.add(reported(machine, id, one.getKey(), 2));
            }
        }
        for (String name : besides) {
            reported.add(reported(machine, id, name, 2));
        }
        List<ClassMembers> members = new ArrayList<>();
        if (divided != null) {
            for (Placed one : divided.placed()) {
                if (one.shard() == shard) {
                    int part = one.unit().part().part();
                    reported.add(ofPart(machine, id, divided, part));
                    members.addAll(divided.members(part));
                }
            }
        }
        if (ends) {
            String record = startedAt == 0 ? "" : id + "/record.jsonl";
            if (startedAt != 0) {
                SampleRuns recorded = SampleRuns.begun(id, startedAt, 1, 2);
                reported.forEach(one -> recorded.test(one.name(), "test1", 1, 1, 100, 50, "passed"));
                for (ClassMembers of : members) {
                    recorded.ran(of.name(), 1, 1, 100, 200);
                    recorded.and(new MembersFact(200, of.name(), of.part(), of.of(), of.whole(), of.found(), of.own()));
                }
                recorded.end(60_000L * shard, "passed").write(machine.resolve(record));
            }
            ShardEnd end = new ShardEnd(reported.size(), 60_000L * shard, failure, record, members.size());
            ShardFile.end(file, id, reported, members, end);
        }
        return file;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(plan.keySet());
        if (divided != null) {
            names.add(DividedOnDisk.NAME);
        }
        return names;
    }

    private ShardPlan shardPlan() {
        List<Placed> placed = new ArrayList<>();
        plan.forEach((name, of) -> placed.add(new Placed(of, new ShardUnit(List.of(name), 1))));
        if (divided != null) {
            placed.addAll(divided.placed());
        }
        return new ShardPlan(placed, Collections.nCopies(total, 0L));
    }

    private ReportedClass ofPart(Path machine, String id, DividedOnDisk of, int part) throws IOException {
        Set<String> own = of.own(part);
        State state = lost.contains(DividedOnDisk.NAME) ? State.LOST : of.state(part);
        int parts = of.named.size();
        if (state != State.REPORTED) {
            return new ReportedClass(DividedOnDisk.NAME, state, Counts.NONE, 5, 1, 1, "", "").ofPart(part, parts);
        }
        ReportedClass reported = reported(machine, id, DividedOnDisk.NAME, own.size());
        return new ReportedClass(
                reported.name(),
                state,
                reported.counts(),
                own.size() * of.millis + of.besides * part,
                1,
                1,
                reported.file(),
                reported.sha256(),
                part,
                parts);
    }

    private ReportedClass reported(Path machine, String id, String name, int tests) throws IOException {
        if (lost.contains(name)) {
            return new ReportedClass(name, State.LOST, Counts.NONE, 0, 0, 0, "", "");
        }
        Counts counts = results.getOrDefault(name, new Counts(tests, 0, 0, 0, 0));
        if (withoutReport.contains(name)) {
            return new ReportedClass(name, State.REPORTED, counts, 100L * shard, 1, 1, "", "");
        }
        StringBuilder xml = new StringBuilder("<testsuite name='" + name + "' tests='" + counts.tests() + "' failures='"
                + counts.failures() + "'><properties><property name='shard' value='" + shard + "'/></properties>");
        for (int i = 1; i <= counts.tests(); i++) {
            String what = i <= counts.failures() ? "<failure/>" : i <= counts.flaky() ? "<flakyFailure/>" : "";
            xml.append("<testcase classname='" + name + "' name='" + test(name, i) + "'>" + what + "</testcase>");
        }
        String path = id + "/reports/TEST-" + name + ".xml";
        byte[] report = bytes(xml + "</testsuite>");
        Files.createDirectories(machine.resolve(path).resolve("..").normalize());
        Files.write(machine.resolve(path), report);
        State state = besides.contains(name) ? State.BESIDES : State.REPORTED;
        return new ReportedClass(name, state, counts, 100L * shard, 1, 1, path, Digests.of(report));
    }

    /** No two machines run the same test. */
    private String test(String name, int number) {
        return (name.equals(DividedOnDisk.NAME) ? "test" + shard + "." : "test") + number;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
