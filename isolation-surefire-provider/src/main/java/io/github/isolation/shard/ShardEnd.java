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
 */
public record ShardEnd(int classes, long millis, String failure, String record) {
    String line(String id) {
        return JsonWriter.of("end")
                .put("id", id)
                .put("classes", classes)
                .put("millis", millis)
                .put("failure", failure)
                .put("record", record)
                .toString();
    }

    static ShardEnd read(Fields in) {
        return new ShardEnd(in.count("classes"), in.number("millis"), in.text("failure"), in.text("record"));
    }
}
