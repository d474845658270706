package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;

/**
 * A class that there is, whichever shard runs it.
 *
 * @param shard the one that has it, from 1
 * @param digest of its class file; empty if that could not be read
 */
public record ScannedClass(String name, int shard, String digest) {
    String line(String id) {
        return JsonWriter.of("class")
                .put("id", id)
                .put("class", name)
                .put("shard", shard)
                .put("digest", digest)
                .toString();
    }

    static ScannedClass read(Fields in) {
        return new ScannedClass(in.text("class"), in.count("shard"), in.text("digest"));
    }
}
