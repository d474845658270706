package io.github.isolation.shard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the tests of a shard, as its file tells it.
 *
 * @param scanned all classes that there are, those of other shards as well
 * @param reported what became of those of this shard, as far as it was written down
 * @param members what workers have found in classes of which more than one machine has a part, and in those that could be divided, as
 *     far as it was written down
 * @param end the last line; null if the machine, or the supervisor, was gone before
 */
public record ShardRun(
        ShardHeader header,
        List<ScannedClass> scanned,
        List<ReportedClass> reported,
        List<ClassMembers> members,
        @Nullable ShardEnd end) {
    public ShardRun {
        scanned = List.copyOf(scanned);
        reported = List.copyOf(reported);
        members = List.copyOf(members);
    }

    /** One of which nothing is said of members. */
    public ShardRun(
            ShardHeader header, List<ScannedClass> scanned, List<ReportedClass> reported, @Nullable ShardEnd end) {
        this(header, scanned, reported, List.of(), end);
    }

    /** Whether nothing of it is missing. */
    public boolean isWhole() {
        return end != null && end.classes() == reported.size() && end.members() == members.size();
    }

    /** The classes that this shard was to run, or a part of them. */
    public List<String> own() {
        return scanned.stream()
                .filter(one -> one.shard() == header.shard())
                .map(ScannedClass::name)
                .toList();
    }
}
