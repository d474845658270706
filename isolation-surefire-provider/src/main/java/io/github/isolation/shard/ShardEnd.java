package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;

/**
 * The last line of a run of a shard: without it, the machine died.
 *
 * @param classes how many lines there are of classes that were reported
 * @param millis how long the run took
 * @param failure why the build of this machine failed, of which a test may be the reason; empty if it did not
 * @param record the record of the run, seen from the directory of the shard's file; empty if there is none
 * @param members how many lines there are of members of classes
 */
public record ShardEnd(int classes, long millis, String failure, String record, int members) {
    /** Of a run without any class of whose members something is to be said. */
    public ShardEnd(int classes, long millis, String failure, String record) {
        this(classes, millis, failure, record, 0);
    }

    String line(String id) {
        return JsonWriter.of("end")
                .put("id", id)
                .put("classes", classes)
                .put("millis", millis)
                .put("failure", failure)
                .put("record", record)
                .putUnlessZero("members", members)
                .toString();
    }

    static ShardEnd read(Fields in) {
        return new ShardEnd(
                in.count("classes"), in.number("millis"), in.text("failure"), in.text("record"), in.count("members"));
    }
}
