package io.github.isolation.protocol;

import java.util.HashSet;
import java.util.Set;

/**
 * Unique ids of the JUnit Platform, whose segments say what is in what: {@code a/b} is in the container {@code a}. What a
 * question costs depends on the depth of an id, not on how many there are. Immutable.
 */
public final class UniqueIds {
    /** None at all. */
    public static final UniqueIds NONE = new UniqueIds(Set.of());

    private final Set<String> ids;
    private final Set<String> containers = new HashSet<>();

    private UniqueIds(Set<String> ids) {
        this.ids = ids;
        for (String id : ids) {
            String above = above(id);
            while (!above.isEmpty() && containers.add(above)) {
                above = above(above);
            }
        }
    }

    /** These. */
    public static UniqueIds of(Set<String> ids) {
        return ids.isEmpty() ? NONE : new UniqueIds(Set.copyOf(ids));
    }

    /** All of them, in no order. */
    public Set<String> all() {
        return ids;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether this is one of them. */
    public boolean contains(String id) {
        return ids.contains(id);
    }

    /** Whether this is one of them, or is in one of them. */
    public boolean cover(String id) {
        for (String at = id; !at.isEmpty(); at = above(at)) {
            if (ids.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them is in this container. */
    public boolean areIn(String container) {
        return containers.contains(container);
    }

    /** Whether this is one of them, or is in one of them, or has one of them in it. */
    public boolean areOnOneLineWith(String id) {
        return areIn(id) || cover(id);
    }

    /** What an id is in; empty for an engine. JUnit writes a slash inside of a segment in another way. */
    private static String above(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }
}
