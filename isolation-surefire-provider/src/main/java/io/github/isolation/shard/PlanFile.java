package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;
import io.github.isolation.shard.ShardPlan.Placed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The plans of all modules of a build, one after the other, in lines of JSON: what one module gave to a shard, the next one takes
 * into account. The file that users keep, {@code shard-plan.jsonl}, is the same.
 */
public final class PlanFile {
    /** Lines with another version have another meaning. */
    private static final int VERSION = 2;

    /**
     * The plan of one execution.
     *
     * @param key {@code groupId:artifactId/plugin/execution}
     * @param universe stands for the classes that there are
     * @param times stands for how long they take
     */
    public record Section(String key, String universe, String times, ShardPlan plan) {
        private String lines() {
            StringBuilder lines = new StringBuilder();
            lines.append(JsonWriter.of("plan")
                            .put("version", VERSION)
                            .put("key", key)
                            .put("total", plan.total())
                            .put("universe", universe)
                            .put("times", times)
                            .put("units", plan.placed().size())
                            .numbers("loads", plan.loads()))
                    .append('\n');
            for (Placed one : plan.placed()) {
                PlannedPart part = one.unit().part();
                lines.append(JsonWriter.of("unit")
                                .put("key", key)
                                .put("shard", one.shard())
                                .put("millis", one.unit().millis())
                                .put("classes", one.unit().classes())
                                .putUnlessZero("part", part.part())
                                .putUnlessZero("of", part.of())
                                .put("members", part.members()))
                        .append('\n');
            }
            return lines.toString();
        }
    }

    /** Makes a plan from what each shard has to do already. */
    public interface Planner {
        Section plan(List<Long> loads);
    }

    private PlanFile() {}

    /**
     * Adds the plan of one more execution, made with the loads of those that are there. Modules that are built at the same time wait
     * for each other. One that runs twice in a build has one plan.
     *
     * @param total how many shards there are
     */
    public static Section add(Path file, int total, Planner planner) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            List<Section> before = parse(file, new String(bytes, StandardCharsets.UTF_8));
            List<Long> loads = before.isEmpty()
                    ? Collections.nCopies(total, 0L)
                    : before.get(before.size() - 1).plan().loads();
            Section section = planner.plan(loads);
            Optional<Section> already =
                    of(before, section.key()).filter(one -> one.universe().equals(section.universe()));
            if (already.isPresent()) {
                return already.get();
            }
            ByteBuffer lines = ByteBuffer.wrap(section.lines().getBytes(StandardCharsets.UTF_8));
            channel.position(bytes.length);
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
            return section;
        }
    }

    /**
     * All plans of a file.
     *
     * @throws IOException if it cannot be read, or is no plan that is whole
     */
    public static List<Section> read(Path file) throws IOException {
        List<Section> sections = parse(file, Files.readString(file));
        if (sections.isEmpty()) {
            throw new IOException(file + " is no plan of shards: nothing is in it");
        }
        return sections;
    }

    /** That of an execution. */
    public static Optional<Section> of(List<Section> sections, String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    private static List<Section> parse(Path file, String text) throws IOException {
        List<Section> sections = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int at = 0;
        try {
            while (at < lines.size()) {
                Fields head = line(lines, at++, "plan");
                if (head.number("version") != VERSION) {
                    throw new IllegalArgumentException(
                            "it is of another version of this plugin: its lines have version " + head.number("version")
                                    + ", and not " + VERSION);
                }
                List<Placed> placed = new ArrayList<>();
                WholePlan whole = new WholePlan();
                for (int i = 0; i < head.count("units"); i++) {
                    Placed one = unit(line(lines, at++, "unit"), head.count("total"));
                    whole.take(one);
                    placed.add(one);
                }
                whole.end();
                List<Long> loads = head.numbers("loads");
                if (loads.size() != head.count("total")) {
                    throw new IllegalArgumentException("there are not as many loads as shards");
                }
                sections.add(new Section(
                        head.text("key"), head.text("universe"), head.text("times"), new ShardPlan(placed, loads)));
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " is no plan of shards: line " + at + ": " + e.getMessage(), e);
        }
        return sections;
    }

    private static Placed unit(Fields unit, int total) {
        int shard = unit.count("shard");
        if (shard < 1 || shard > total) {
            throw new IllegalArgumentException("there is no shard " + shard + " of " + total);
        }
        PlannedPart part = new PlannedPart(unit.count("part"), unit.count("of"), unit.texts("members"));
        return new Placed(shard, new ShardUnit(unit.texts("classes"), unit.number("millis"), part));
    }

    private static Fields line(List<String> lines, int at, String what) {
        if (at == lines.size()) {
            throw new IllegalArgumentException("it ends too early");
        }
        Fields line = Fields.of(lines.get(at));
        if (!line.text("what").equals(what)) {
            throw new IllegalArgumentException("'" + line.text("what") + "', and not '" + what + "'");
        }
        return line;
    }
}
