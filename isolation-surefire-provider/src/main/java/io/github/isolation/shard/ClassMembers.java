package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;
import io.github.isolation.record.MembersFact;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a worker has found in a class, of which this machine had a part, or of which several machines might have parts. Members have
 * the names that {@link PlannedPart} tells of.
 *
 * @param name of the class
 * @param part which part of it was planned for this machine, from 1; 0 if all of it
 * @param of how many parts it has; 0 if it is whole
 * @param whole whether it turned out that its tests stay together: then the first part is all of it, and the others are nothing
 * @param found all members, before anything was left out; in the order of their names
 * @param own those that are of this machine's part, and how long their tests took, in milliseconds; 0 for one that a filter of the
 *     user's has left out
 */
public record ClassMembers(
        String name, int part, int of, boolean whole, List<String> found, SortedMap<String, Long> own) {
    public ClassMembers {
        found = List.copyOf(new TreeSet<>(found));
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    /** What the record of a run says of it. */
    public static ClassMembers of(MembersFact fact) {
        return new ClassMembers(
                fact.className(), fact.part(), fact.of(), fact.whole(), fact.found(), new TreeMap<>(fact.own()));
    }

    /** How long the tests of this part took, in milliseconds. */
    public long millis() {
        return own.values().stream().mapToLong(Long::longValue).sum();
    }

    String line(String id) {
        return JsonWriter.of("members")
                .put("id", id)
                .put("class", name)
                .putUnlessZero("part", part)
                .putUnlessZero("of", of)
                .put("whole", whole)
                .put("found", found)
                .put("own", own.keySet())
                .numbers("millis", own.values())
                .toString();
    }

    static ClassMembers read(Fields in) {
        return new ClassMembers(
                in.text("class"),
                in.count("part"),
                in.count("of"),
                in.flag("whole"),
                in.texts("found"),
                own(in.texts("own"), in.numbers("millis")));
    }

    private static SortedMap<String, Long> own(List<String> names, List<Long> millis) {
        if (names.size() != millis.size()) {
            throw new IllegalArgumentException("there are not as many times as members");
        }
        SortedMap<String, Long> own = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            own.put(names.get(i), millis.get(i));
        }
        return own;
    }
}
