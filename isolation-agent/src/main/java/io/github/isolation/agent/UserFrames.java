package io.github.isolation.agent;

import java.io.IOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose code it is. The user's are the classes that come from a directory, as those of tests and of what they test do, and those
 * of the jars that the build has made itself, or whose tests are run; those of libraries come from other jars. Thread-safe.
 */
final class UserFrames {
    private static final String BRIDGE = Bridge.NAME.replace('/', '.');
    private static final String UDP = "sun.nio.ch.DatagramChannelImpl";

    /** A line of the user's. */
    record Place(String className, String method, int line) {
        /** Cheaper than what a JVM makes of a record when it is first asked. */
        String key() {
            return className + "\t" + method + "\t" + line;
        }
    }

    /**
     * What a stack says.
     *
     * @param place the user's line that is nearest; null if there is none
     * @param udp whether a datagram channel comes before it
     * @param byTheJdk whether the hooked method was called by the JDK, for purposes of its own perhaps
     * @param internally whether the caller is a class that is the JDK's own business, and not one that calls back what it is given
     * @param started whether the place is where the thread was started
     */
    record Found(@Nullable Place place, boolean udp, boolean byTheJdk, boolean internally, boolean started) {}

    private final StackWalker walker = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private final Map<Thread, Place> starters = Collections.synchronizedMap(new WeakHashMap<>());
    private final ClassValue<Boolean> users = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isUsersBySource(type);
        }
    };

    private final Set<Path> jars = new HashSet<>();

    /** With these jars that are the user's, by whatever name they are on the class path. */
    UserFrames(List<Path> own) {
        for (Path jar : own) {
            jars.add(jar.toAbsolutePath().normalize());
            try {
                jars.add(jar.toRealPath());
            } catch (IOException e) {
                // It is not there, so no class comes from it.
            }
            // What this needs is loaded now, and not within a hook.
            isOfOwnJar(url(jar));
        }
    }

    private static @Nullable URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            return null;
        }
    }

    /** Of this thread; where it has no line of the user's, the one that has started it. */
    Found find() {
        Found found = walker.walk(this::nearest);
        if (found.place() != null) {
            return found;
        }
        Place starter = starters.get(Thread.currentThread());
        return starter == null ? found : new Found(starter, found.udp(), found.byTheJdk(), found.internally(), true);
    }

    /** This thread is about to start another. */
    void starts(Thread other) {
        Place place = find().place();
        if (place != null) {
            starters.put(other, place);
        }
    }

    boolean isUsers(Class<?> type) {
        return users.get(type);
    }

    private Found nearest(Stream<StackFrame> frames) {
        boolean udp = false;
        boolean byTheJdk = false;
        boolean internally = false;
        boolean called = false;
        Class<?> hooked = null;
        boolean inHook = true;
        for (Iterator<StackFrame> all = frames.iterator(); all.hasNext(); ) {
            StackFrame frame = all.next();
            Class<?> type = frame.getDeclaringClass();
            if (isUsers(type)) {
                Place place = new Place(type.getName(), method(frame.getMethodName()), frame.getLineNumber());
                return new Found(place, udp, byTheJdk, internally, false);
            }
            udp |= type.getName().equals(UDP);
            if (inHook) {
                inHook = !type.getName().equals(BRIDGE);
            } else if (hooked == null) {
                hooked = type;
            } else if (type != hooked) {
                boolean jdk = type.getClassLoader() == null;
                byTheJdk |= jdk;
                internally |= jdk && !called && !calls(type.getName());
                called = true;
            }
        }
        return new Found(null, udp, byTheJdk, internally, false);
    }

    /** With a method reference to what is hooked, it is one of these that calls it. */
    private static boolean calls(String type) {
        return type.startsWith("java.util.") || type.startsWith("java.lang.");
    }

    /** The method in whose text a lambda stands. */
    private static String method(String name) {
        if (!name.startsWith("lambda$")) {
            return name;
        }
        int end = name.lastIndexOf('$');
        int begin = "lambda$".length();
        return end > begin ? name.substring(begin, end) : name;
    }

    private boolean isUsersBySource(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return false;
        }
        return isUsers(type.getProtectionDomain());
    }

    /** Whether what is loaded from there is the user's. */
    boolean isUsers(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location != null
                && location.getProtocol().equals("file")
                && (location.getPath().endsWith("/") || isOfOwnJar(location));
    }

    private boolean isOfOwnJar(@Nullable URL location) {
        try {
            return location != null && !jars.isEmpty() && jars.contains(Path.of(location.toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }
}
