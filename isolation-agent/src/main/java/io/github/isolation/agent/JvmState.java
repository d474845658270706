package io.github.isolation.agent;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.security.Provider;
import java.security.Security;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.management.MBeanServer;
import org.jspecify.annotations.Nullable;

/** What the JDK itself keeps for a whole JVM: system properties, defaults, providers, streams, beans. Not thread-safe. */
final class JvmState implements StateSource {
    private static final long ABSENT = 0;

    /** What follows says which one it is, and is another in each run. */
    private static final String IDENTITY = "@";

    /** What we and Surefire write, and what a JDK finds out when it is first asked for the time. */
    private static final List<String> NOT_THE_USERS = List.of("isolation.", "surefire.", "user.timezone");

    /** Of these domains it has beans as soon as anybody asks. */
    private static final List<String> OF_THE_JDK = List.of("JMImplementation", "com.sun.", "java.", "jdk.");

    private final DefaultTimeZone timeZone = new DefaultTimeZone();
    private final Loads loads;
    private final Set<String> ofTheJdk;
    private final Map<String, StateItem> properties = new LinkedHashMap<>();
    private final Map<String, StateItem> others = new LinkedHashMap<>();
    private final Map<Object, Object> lastProperties = new HashMap<>();
    private final @Nullable Field hooks;
    private int lastBeans = -1;
    private String beans = described(Set.of());
    private boolean first = true;

    /** With the names of properties that the JDK has set for itself, which others may add to. */
    JvmState(Loads loads, Set<String> ofTheJdk) {
        this.ofTheJdk = ofTheJdk;
        this.loads = loads;
        this.hooks = hooks();
    }

    @Override
    public Collection<StateItem> items() {
        Map<String, StateItem> all = new LinkedHashMap<>(others);
        properties.forEach((name, item) -> all.put("property " + name, item));
        return all.values();
    }

    @Override
    public void classEnds() {
        // Nothing here is more than one value.
    }

    @Override
    public void initialized(Class<?> type) {
        // There is nothing of the JDK's in it.
    }

    @Override
    public void look(int test) {
        if (!areSameProperties()) {
            lookAtProperties(test);
        }
        lookAtOthers(test);
        first = false;
    }

    private void lookAtProperties(int test) {
        Map<String, Long> now = propertiesNow();
        for (Map.Entry<String, StateItem> known : properties.entrySet()) {
            if (!ofTheJdk.contains(known.getKey())) {
                compare(
                        known.getValue(),
                        test,
                        now.getOrDefault(known.getKey(), ABSENT),
                        now.containsKey(known.getKey()));
            }
        }
        now.forEach((name, digest) -> {
            if (!properties.containsKey(name)) {
                StateItem item =
                        new StateItem("PROPERTY", "", name, first ? digest : ABSENT, first ? "set" : "not set");
                properties.put(name, item);
                compare(item, test, digest, true);
            }
        });
    }

    private void lookAtOthers(int test) {
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
    }

    /** Whether each has the same object for a value: that is told in a microsecond, and after most tests it is so. */
    private boolean areSameProperties() {
        try {
            Properties now = System.getProperties();
            boolean same = now.getClass() == Properties.class && now.size() == lastProperties.size();
            for (Map.Entry<Object, Object> entry : now.entrySet()) {
                same = same && lastProperties.get(entry.getKey()) == entry.getValue();
            }
            if (!same) {
                lastProperties.clear();
                // Those that have others behind them are looked at each time.
                if (now.stringPropertyNames().size() == now.size()) {
                    lastProperties.putAll(now);
                }
            }
            return same;
        } catch (RuntimeException e) {
            return false; // a test's own, which throw
        }
    }

    private static void compare(StateItem item, int test, long digest, boolean isThere) {
        if (item.digest() != digest) {
            item.changed(test, digest, isThere ? item.digest() == ABSENT ? "set" : "another value" : "not set");
        }
    }

    /** Also those that come by way of others, so that a copy with the same values is no change. */
    private Map<String, Long> propertiesNow() {
        Map<String, Long> now = new TreeMap<>();
        try {
            Properties properties = System.getProperties();
            for (String name : properties.stringPropertyNames()) {
                if (!ofTheJdk.contains(name) && NOT_THE_USERS.stream().noneMatch(name::startsWith)) {
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
        values.put("the default time zone", timeZone.id());
        StringBuilder providers = new StringBuilder();
        for (Provider provider : Security.getProviders()) {
            providers.append(providers.length() == 0 ? "" : ", ").append(provider.getName());
        }
        values.put("the security providers", providers.toString());
        values.put("System.out", identity(System.out));
        values.put("System.err", identity(System.err));
        values.put("System.in", identity(System.in));
        values.put("the default uncaught exception handler", identity(Thread.getDefaultUncaughtExceptionHandler()));
        String count = shutdownHooks();
        if (count != null) {
            values.put("the shutdown hooks", count);
        }
        // To ask for the server would start it, and where there is none, nobody has a bean.
        values.put("the MBeans", loads.isManaged() ? beans() : beans);
        return values;
    }

    private static String identity(@Nullable Object value) {
        return value == null
                ? "null"
                : Digest.called(value.getClass()) + IDENTITY + Integer.toHexString(System.identityHashCode(value));
    }

    private static @Nullable Field hooks() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            return hooks;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** Each of them is another thread, so their number says it all. */
    private @Nullable String shutdownHooks() {
        try {
            return hooks != null && hooks.get(null) instanceof Map<?, ?> all ? all.size() + " of them" : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    /** Their names are asked for if there are more of them, or fewer. Those of the JDK are nobody's doing. */
    private String beans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        int count = server.getMBeanCount();
        if (count != lastBeans) {
            lastBeans = count;
            TreeSet<String> names = new TreeSet<>();
            server.queryNames(null, null).stream()
                    .filter(name -> OF_THE_JDK.stream().noneMatch(name.getDomain()::startsWith))
                    .forEach(name -> names.add(name.getCanonicalName()));
            beans = described(names);
        }
        return beans;
    }

    private static String described(Set<String> names) {
        return names.size() + " of them" + IDENTITY + Long.toHexString(Hashes.of(names.toString()));
    }
}
