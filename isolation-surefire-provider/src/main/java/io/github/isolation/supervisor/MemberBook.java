package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.record.MemberTimes;
import io.github.isolation.record.MembersFact;
import io.github.isolation.supervisor.core.ClassPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What workers have found in classes that several machines share, or might, and how long it took. The loop's.
 */
final class MemberBook {
    private static final class Seen {
        private final TreeSet<String> found = new TreeSet<>();
        private final SortedMap<String, Long> own = new TreeMap<>();
        private boolean whole = true;
        private final TreeSet<String> ran = new TreeSet<>();
    }

    private final Map<String, Seen> classes = new TreeMap<>();
    private Map<String, ClassPart> parts = Map.of();

    /** Of these classes, this machine has only a part. */
    void parts(Map<String, ClassPart> ofClasses) {
        parts = Map.copyOf(ofClasses);
    }

    /**
     * A worker has found these; after a crash, another one finds the same. Where a class has tests of two engines, one may keep those together
     * that it has while the other divides its own: then the class is not whole.
     */
    void found(Event.Members members) {
        Seen seen = classes.computeIfAbsent(members.className(), any -> new Seen());
        seen.found.addAll(members.found());
        members.own().forEach(name -> seen.own.putIfAbsent(name, 0L));
        seen.whole &= members.whole();
    }

    /** A result, at the first attempt. */
    void took(TestReport report) {
        String id = report.id();
        Integer millis = report.elapsedMillis();
        if (classes.isEmpty() || id == null || millis == null || report.rerun()) {
            return;
        }
        int type = id.indexOf("]/[");
        int member = type < 0 ? -1 : id.indexOf("]/[", type + 1);
        if (member < 0) {
            return; // of a class as a whole
        }
        Seen seen = classes.get(id.substring(id.indexOf(':', type) + 1, member));
        int begin = member + "]/[".length();
        int end = id.indexOf(']', begin);
        if (seen != null && end > 0) {
            String name = id.substring(begin, end);
            seen.own.computeIfPresent(name, (any, before) -> before + millis);
            seen.ran.add(name);
        }
    }

    /**
     * What the record says of it: of classes in parts, and of those that take so long that they might be.
     *
     * @param classMillis how long each class took in this run
     */
    List<MembersFact> facts(long at, Map<String, Long> classMillis) {
        List<MembersFact> facts = new ArrayList<>();
        classes.forEach((name, seen) -> {
            ClassPart part = parts.get(name);
            if (part != null || isLong(name, seen, classMillis)) {
                facts.add(new MembersFact(
                        at,
                        name,
                        part == null ? 0 : part.part(),
                        part == null ? 0 : part.of(),
                        seen.whole,
                        List.copyOf(seen.found),
                        seen.own));
            }
        });
        return facts;
    }

    private static boolean isLong(String name, Seen seen, Map<String, Long> classMillis) {
        return !seen.ran.isEmpty() && !seen.whole && classMillis.getOrDefault(name, 0L) >= MemberTimes.LONG_MILLIS;
    }

    /**
     * What is worth keeping for later runs.
     *
     * @param key of the execution; empty if the file is of one alone
     * @param judged whether workers were asked to judge all classes: then one of which they said nothing is not divided any more
     */
    Collection<MemberTimes.Seen> times(String key, Map<String, Long> classMillis, boolean judged) {
        List<MemberTimes.Seen> times = new ArrayList<>();
        classMillis.forEach((name, millis) -> {
            Seen seen = classes.get(name);
            if (seen == null && judged) {
                times.add(new MemberTimes.Seen(key, name, false, List.of(), Map.of()));
            } else if (seen != null && isLong(name, seen, classMillis)) {
                Map<String, Long> ran = new TreeMap<>(seen.own);
                ran.keySet().retainAll(seen.ran);
                times.add(new MemberTimes.Seen(key, name, true, seen.found, ran));
            }
        });
        return times;
    }
}
