package io.github.isolation.it;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one test class saw of the JVM it ran in, as the builds' {@code support} wrote it down.
 *
 * @param seen the system properties, and the environment as {@code env.NAME}
 */
public record Note(Map<String, String> seen) {

    public Note {
        seen = Map.copyOf(seen);
    }

    /** The test class's full name. */
    public String className() {
        return required("class");
    }

    /** The JVM's process id. */
    public String pid() {
        return required("pid");
    }

    /** A system property or {@code env.NAME}; null if the class did not see it. */
    public @Nullable String get(String name) {
        return seen.get(name);
    }

    /** Short, because a failed assertion of a script prints all it looked at. */
    @Override
    public String toString() {
        return className() + " in " + pid() + " (" + seen.getOrDefault("run", "default") + ")";
    }

    private String required(String name) {
        String value = seen.get(name);
        if (value == null) {
            throw new IllegalStateException("A note without " + name + ": " + seen.keySet());
        }
        return value;
    }
}
