package io.github.isolation.shard;

import java.util.List;

/**
 * How much of a class goes to one machine: all of it, or some of its members. A member stands directly in a class: a test with all
 * its invocations, or a class inside of it with all its tests; its name is the last segment of its unique id, as in
 * {@code method:slow()}.
 *
 * @param part which one, from 1; 0 if it is the whole class
 * @param of how many parts the class has; 0 if it is whole
 * @param members the names of those in this part; none in the last one, which is everything that no other part names
 */
public record PlannedPart(int part, int of, List<String> members) {
    /** All of a class. */
    public static final PlannedPart WHOLE = new PlannedPart(0, 0, List.of());

    public PlannedPart {
        members = List.copyOf(members);
        boolean whole = part == 0 && of == 0 && members.isEmpty();
        boolean one = of > 1 && part >= 1 && part <= of && members.isEmpty() == (part == of);
        if (!whole && !one) {
            throw new IllegalArgumentException("there is no part " + part + " of " + of + " with "
                    + (members.isEmpty() ? "nothing" : "something") + " in it");
        }
    }

    /** Whether it is all of its class. */
    public boolean isWhole() {
        return of == 0;
    }

    /** Whether everything is in it that no other part names. */
    public boolean isLast() {
        return part == of && of > 0;
    }
}
