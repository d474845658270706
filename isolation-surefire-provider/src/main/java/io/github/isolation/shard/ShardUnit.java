package io.github.isolation.shard;

import java.util.List;

/**
 * What goes to one machine: a class, the classes that {@code @SameFork} keeps together, or a part of a class.
 *
 * @param classes in the order of their names; not empty, and one of which there is only a part here
 * @param millis how long it takes: what was recorded, or the median for classes of which nothing is
 * @param part how much of the class it is
 */
public record ShardUnit(List<String> classes, long millis, PlannedPart part) {
    public ShardUnit {
        classes = List.copyOf(classes);
        if (classes.size() != 1 && !part.isWhole()) {
            throw new IllegalArgumentException("classes that stay together are not divided");
        }
    }

    /** Classes as a whole. */
    public ShardUnit(List<String> classes, long millis) {
        this(classes, millis, PlannedPart.WHOLE);
    }

    /** By which units are told apart, and put in order where they take equally long. */
    public String name() {
        return classes.get(0);
    }
}
