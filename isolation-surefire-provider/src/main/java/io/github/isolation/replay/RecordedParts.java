package io.github.isolation.replay;

import io.github.isolation.record.Fact;
import io.github.isolation.record.MembersFact;
import io.github.isolation.supervisor.core.ClassPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of which classes a run on one of several machines had a part: the same tests are run again, and not those of other machines. Pure. */
final class RecordedParts {
    private RecordedParts() {}

    /** By class. A record that was cut off does not say. */
    static Map<String, ClassPart> of(List<Fact> facts) {
        Map<String, ClassPart> parts = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof MembersFact members && members.of() > 0) {
                List<String> others = new ArrayList<>(members.found());
                others.removeAll(members.own().keySet());
                boolean last = members.part() == members.of();
                parts.put(
                        members.className(),
                        new ClassPart(
                                members.part(),
                                members.of(),
                                last ? others : List.copyOf(members.own().keySet())));
            }
        }
        return parts;
    }
}
