package io.github.isolation.record;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands directly in a class, at the end of a run in which this machine had a part of the class, or which took a second or more and
 * might be divided among machines. A member is a test with all its invocations, or a class inside with all its tests; its name is the
 * last segment of its unique id.
 *
 * @param part which part of the class was planned for this machine, from 1; 0 if all of it
 * @param of how many parts it has; 0 if it is whole
 * @param whole whether its tests stay together: then the first part is all of it, and the others are nothing
 * @param found all members, before anything was left out
 * @param own those that are of this machine's part, and how long their tests took, in milliseconds; 0 where none ran
 */
public record MembersFact(
        long at, String className, int part, int of, boolean whole, List<String> found, SortedMap<String, Long> own)
        implements Fact {
    public MembersFact {
        found = List.copyOf(found);
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
    }

    @Override
    public String line() {
        return JsonWriter.of("members")
                .put("at", at)
                .put("class", className)
                .putUnlessZero("part", part)
                .putUnlessZero("of", of)
                .put("whole", whole)
                .put("found", found)
                .put("own", own.keySet())
                .numbers("millis", own.values())
                .toString();
    }

    static MembersFact read(Fields in) {
        List<String> names = in.texts("own");
        List<Long> millis = in.numbers("millis");
        SortedMap<String, Long> own = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            own.put(names.get(i), i < millis.size() ? millis.get(i) : 0L);
        }
        return new MembersFact(
                in.number("at"),
                in.text("class"),
                in.count("part"),
                in.count("of"),
                in.flag("whole"),
                in.texts("found"),
                own);
    }
}
