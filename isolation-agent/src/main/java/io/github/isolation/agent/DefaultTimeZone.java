package io.github.isolation.agent;

import java.lang.reflect.Field;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The default time zone, asked for without a trace: the JDK finds it out when somebody asks first, and looks at {@code user.timezone} only then, so a test
 * that sets that property would see another world with an audit than without.
 */
final class DefaultTimeZone {
    private static final String PROPERTY = "user.timezone";

    private final @Nullable Field known = known();

    private static @Nullable Field known() {
        try {
            Field field = TimeZone.class.getDeclaredField("defaultTimeZone");
            return Digest.open(field) ? field : null;
        } catch (NoSuchFieldException e) {
            return null; // of a JDK that does it otherwise
        }
    }

    String id() {
        try {
            boolean asked = known == null || known.get(null) != null;
            String property = asked ? null : System.getProperty(PROPERTY);
            String id = TimeZone.getDefault().getID();
            if (known != null && !asked) {
                known.set(null, null);
                restore(property);
            }
            return id;
        } catch (IllegalAccessException e) {
            return TimeZone.getDefault().getID();
        }
    }

    /** What the JDK has found out it writes there as well. By the way that it takes itself, where there is no hook. */
    private static void restore(@Nullable String property) {
        try {
            if (property == null) {
                System.getProperties().remove(PROPERTY);
            } else {
                System.getProperties().setProperty(PROPERTY, property);
            }
        } catch (RuntimeException e) {
            return; // properties of a test's own, which throw
        }
    }
}
