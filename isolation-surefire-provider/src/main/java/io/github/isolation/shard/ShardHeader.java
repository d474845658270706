package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;
import io.github.isolation.settings.QueueTask;
import io.github.isolation.settings.ShardTask;

/**
 * What a shard says of one run of its tests before anything has run.
 *
 * @param id of the run, the name of its directory
 * @param key {@code groupId:artifactId/plugin/execution}
 * @param shard from 1; with a queue, the number of the machine, and 0 if it has none
 * @param total how many shards there are; {@link #QUEUE} if machines take classes from a queue
 * @param attempt at this shard, from 1
 * @param run what tells this build from others, the same on all machines; empty if nobody said
 * @param group what tells shards from those of the same build that run the same tests otherwise; may be empty
 * @param universe stands for the classes that there are; empty if no test could be begun
 * @param times stands for how long they take
 * @param plan stands for who has which class
 * @param build what tells this start of Maven from all others on this machine
 */
public record ShardHeader(
        String id,
        String key,
        int shard,
        int total,
        int attempt,
        String run,
        String group,
        String universe,
        String times,
        String plan,
        String build) {
    /** Stands for the number of shards where there are none. */
    public static final int QUEUE = 0;

    /** Lines with another version have another meaning. */
    static final int VERSION = 2;

    /** The file that it is written to: one for all executions of a module. */
    public static String fileName(int shard, int total, int attempt) {
        return "shard-" + shard + "-of-" + (total == QUEUE ? "queue" : total) + ".attempt-" + attempt + ".jsonl";
    }

    /** For a person: {@code shard 2 of 5}. */
    public String title() {
        return (isOfQueue()
                        ? shard == 0 ? "a machine that could not begin" : "machine " + shard
                        : "shard " + shard + " of " + total)
                + (group.isEmpty() ? "" : " (" + group + ")");
    }

    /** Whether this machine takes classes from a queue. */
    public boolean isOfQueue() {
        return total == QUEUE;
    }

    /** Whether it could not even be found out what there is to run. */
    public boolean isRefused() {
        return universe.isEmpty();
    }

    /** Of a shard that has run nothing. */
    static ShardHeader refused(String id, ShardTask task, int attempt) {
        return new ShardHeader(
                id,
                task.key(),
                task.number().shard(),
                task.number().total(),
                attempt,
                task.run(),
                task.group(),
                "",
                "",
                "",
                task.build());
    }

    /** Of a machine that has not got to the queue, or no further: it has no number. */
    static ShardHeader refused(String id, QueueTask task) {
        return new ShardHeader(
                id, task.key(), 0, QUEUE, task.attempt(), task.run(), task.group(), "", "", "", task.build());
    }

    String line() {
        return JsonWriter.of("shard")
                .put("version", VERSION)
                .put("id", id)
                .put("key", key)
                .put("shard", shard)
                .put("total", total)
                .put("attempt", attempt)
                .put("run", run)
                .put("group", group)
                .put("universe", universe)
                .put("times", times)
                .put("plan", plan)
                .put("build", build)
                .toString();
    }

    static ShardHeader read(Fields in) {
        if (in.number("version") != VERSION) {
            throw new IllegalArgumentException("it is of another version of this plugin: its lines have version "
                    + in.number("version") + ", and not " + VERSION);
        }
        return new ShardHeader(
                in.text("id"),
                in.text("key"),
                in.count("shard"),
                in.count("total"),
                in.count("attempt"),
                in.text("run"),
                in.text("group"),
                in.text("universe"),
                in.text("times"),
                in.text("plan"),
                in.text("build"));
    }
}
