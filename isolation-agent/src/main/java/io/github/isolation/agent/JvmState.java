package io.github.isolation.agent;

import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.security.Provider;
import java.security.Security;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the JDK itself keeps for a whole JVM: system properties, defaults, providers, streams, beans. Not thread-safe. */
final class JvmState implements StateSource {
    private static final long ABSENT = 0;

    /** What follows says which one it is, and is another in each run. */
    private static final String IDENTITY = "@";

    /** What we and Surefire write, and what a JDK finds out when it is first asked for the time. */
    private static final List<String> NOT_THE_USERS = List.of("isolation.", "surefire.", "user.timezone");

    private final Instrumentation instrumentation;
    private final Map<String, StateItem> properties = new LinkedHashMap<>();
    private final Map<String, StateItem> others = new LinkedHashMap<>();
    private boolean managed;
    private boolean first = true;

    JvmState(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public Collection<StateItem> items() {
        Map<String, StateItem> all = new LinkedHashMap<>(others);
        properties.forEach((name, item) -> all.put("property " + name, item));
        return all.values();
    }

    @Override
    public void initialized(Class<?> type) {
        // There is nothing of the JDK's in it.
    }

    @Override
    public void look(int test) {
        Map<String, Long> now = propertiesNow();
        for (Map.Entry<String, StateItem> known : properties.entrySet()) {
            compare(known.getValue(), test, now.getOrDefault(known.getKey(), ABSENT), now.containsKey(known.getKey()));
        }
        now.forEach((name, digest) -> {
            if (!properties.containsKey(name)) {
                StateItem item =
                        new StateItem("PROPERTY", "", name, first ? digest : ABSENT, first ? "set" : "not set");
                properties.put(name, item);
                compare(item, test, digest, true);
            }
        });
        for (Map.Entry<String, String> value : otherValues().entrySet()) {
            long digest = Hashes.of(value.getValue());
            String brief = value.getValue().split(IDENTITY, 2)[0];
            StateItem item = others.get(value.getKey());
            if (item == null) {
                others.put(value.getKey(), new StateItem("JVM", "", value.getKey(), digest, brief));
            } else if (item.digest() != digest) {
                item.changed(test, digest, brief);
            }
        }
        first = false;
    }

    private static void compare(StateItem item, int test, long digest, boolean isThere) {
        if (item.digest() != digest) {
            item.changed(test, digest, isThere ? item.digest() == ABSENT ? "set" : "another value" : "not set");
        }
    }

    /** Also those that come by way of others, so that a copy with the same values is no change. */
    private static Map<String, Long> propertiesNow() {
        Map<String, Long> now = new TreeMap<>();
        try {
            Properties properties = System.getProperties();
            for (String name : properties.stringPropertyNames()) {
                if (NOT_THE_USERS.stream().noneMatch(name::startsWith)) {
                    now.put(name, Hashes.and(1, Hashes.of(String.valueOf(properties.getProperty(name)))));
                }
            }
        } catch (RuntimeException e) {
            now.put("(all of them)", 1L); // a test's own, which throw
        }
        return now;
    }

    private Map<String, String> otherValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "the default locale",
                Locale.getDefault() + " " + Locale.getDefault(Locale.Category.DISPLAY) + " "
                        + Locale.getDefault(Locale.Category.FORMAT));
        values.put("the default time zone", TimeZone.getDefault().getID());
        StringBuilder providers = new StringBuilder();
        for (Provider provider : Security.getProviders()) {
            providers.append(providers.length() == 0 ? "" : ", ").append(provider.getName());
        }
        values.put("the security providers", providers.toString());
        values.put("System.out", identity(System.out));
        values.put("System.err", identity(System.err));
        values.put("System.in", identity(System.in));
        values.put("the default uncaught exception handler", identity(Thread.getDefaultUncaughtExceptionHandler()));
        String hooks = shutdownHooks();
        if (hooks != null) {
            values.put("the shutdown hooks", hooks);
        }
        if (isManaged()) {
            values.put("the MBeans", beans());
        }
        return values;
    }

    private static String identity(@Nullable Object value) {
        return value == null
                ? "null"
                : "a " + value.getClass().getSimpleName() + IDENTITY
                        + Integer.toHexString(System.identityHashCode(value));
    }

    /** Each of them is another thread, so their number says it all. */
    private static @Nullable String shutdownHooks() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            return hooks.get(null) instanceof Map<?, ?> all ? all.size() + " of them" : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** Asking would start what no test has asked for. */
    private boolean isManaged() {
        if (!managed) {
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
                managed |= type.getName().equals("com.sun.jmx.mbeanserver.JmxMBeanServer");
            }
        }
        return managed;
    }

    private static String beans() {
        TreeSet<String> names = new TreeSet<>();
        ManagementFactory.getPlatformMBeanServer()
                .queryNames(null, null)
                .forEach(name -> names.add(name.getCanonicalName()));
        return names.size() + " of them" + IDENTITY + Long.toHexString(Hashes.of(names.toString()));
    }
}
