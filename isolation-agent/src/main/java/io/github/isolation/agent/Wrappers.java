package io.github.isolation.agent;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in a wrapper that {@link java.util.Collections} has made. Who asks the wrapper itself waits for its lock, runs the code of a collection of the
 * user's, and takes what the garbage collector does to a weak map for the work of a test.
 */
final class Wrappers {
    private static final String PREFIX = "java.util.Collections$";

    /** As the JDK calls what it has wrapped, on Java 17 and 25: a collection, or a map. */
    private static final List<String> NAMES = List.of("c", "m");

    private static final ClassValue<Optional<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private Wrappers() {}

    /** Null if it is none. */
    static @Nullable Object inside(Object value) {
        Optional<Field> field = FIELDS.get(value.getClass());
        try {
            return field.isPresent() ? field.get().get(value) : null;
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static Optional<Field> find(Class<?> type) {
        for (Class<?> at = type; at != null && at.getName().startsWith(PREFIX); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (NAMES.contains(field.getName()) && Digest.open(field)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}
