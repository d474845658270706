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
    private String id = "";

    /** Before there is a test, and so before there is a thread of one's. */
    private boolean first = true;

    private static @Nullable Field known() {
        try {
            Field field = TimeZone.class.getDeclaredField("defaultTimeZone");
            return Digest.open(field) ? field : null;
        } catch (NoSuchFieldException e) {
            return null; // of a JDK that does it otherwise
        }
    }

    String id() {
        boolean unknown = isUnknown();
        if (unknown && !first) {
            return id; // nobody has asked meanwhile, and nobody has set it
        }
        String property = unknown ? System.getProperty(PROPERTY) : null;
        id = TimeZone.getDefault().getID();
        if (unknown) {
            forget(property);
        }
        first = false;
        return id;
    }

    private boolean isUnknown() {
        try {
            return known != null && known.get(null) == null;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    /** What the JDK has found out it writes there as well. By the way that it takes itself, where there is no hook. */
    private void forget(@Nullable String property) {
        try {
            if (known != null) {
                known.set(null, null);
            }
            if (property == null) {
                System.getProperties().remove(PROPERTY);
            } else {
                System.getProperties().setProperty(PROPERTY, property);
            }
        } catch (IllegalAccessException | RuntimeException e) {
            return; // properties of a test's own, which throw
        }
    }
}
