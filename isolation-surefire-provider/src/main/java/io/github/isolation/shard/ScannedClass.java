package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;

/**
 * A class that there is, or a part of one, whichever shard runs it.
 *
 * @param shard the one that has it, from 1
 * @param digest of its class file; empty if that could not be read
 * @param part which part of the class, from 1; 0 if it is whole
 * @param of how many parts the class has; 0 if it is whole
 */
public record ScannedClass(String name, int shard, String digest, int part, int of) {
    /** All of a class. */
    public ScannedClass(String name, int shard, String digest) {
        this(name, shard, digest, 0, 0);
    }

    String line(String id) {
        return JsonWriter.of("class")
                .put("id", id)
                .put("class", name)
                .put("shard", shard)
                .put("digest", digest)
                .putUnlessZero("part", part)
                .putUnlessZero("of", of)
                .toString();
    }

    static ScannedClass read(Fields in) {
        return new ScannedClass(
                in.text("class"), in.count("shard"), in.text("digest"), in.count("part"), in.count("of"));
    }
}
