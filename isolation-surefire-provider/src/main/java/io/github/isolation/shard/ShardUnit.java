package io.github.isolation.shard;

import java.util.List;

/**
 * What goes to one machine as a whole: a class, or the classes that {@code @SameFork} keeps together.
 *
 * @param classes in the order of their names; not empty
 * @param millis how long it takes: what was recorded, or the median for classes of which nothing is
 */
public record ShardUnit(List<String> classes, long millis) {
    public ShardUnit {
        classes = List.copyOf(classes);
    }

    /** By which units are told apart, and put in order where they take equally long. */
    public String name() {
        return classes.get(0);
    }
}
