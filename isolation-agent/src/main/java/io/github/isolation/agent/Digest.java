package io.github.isolation.agent;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number for what a value contains: two values of equal contents have the same, whichever objects they are. It looks into
 * collections of the JDK and into objects of the user's classes, and calls no code of the user's. Objects of libraries, such as
 * loggers and mocks, are what their class is called. Not thread-safe.
 */
final class Digest {
    private static final int MOST_OBJECTS = 20_000;
    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 4_096;
    private static final Set<String> PLAIN = Set.of(
            "java.util.UUID",
            "java.util.Locale",
            "java.util.Date",
            "java.util.BitSet",
            "java.io.File",
            "java.net.URI",
            "java.sql.Timestamp");

    /** As Mockito, Byte Buddy, CGLIB and Hibernate call theirs. */
    private static final Pattern MADE_UP =
            Pattern.compile(".*(\\$\\$|\\$(MockitoMock|ByteBuddy|HibernateProxy|Proxy\\d)).*");

    private static final long NULL = 3;
    private static final long SEEN = 5;
    private static final long BEYOND = 7;

    private final UserFrames frames;
    private final BiConsumer<Class<?>, LinkageError> unreadable;
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ClassValue<Field[]> fields = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return instanceFields(type);
        }
    };

    /** Paths of fields: those that are null are noted, or those that were are left out. */
    private final Set<Long> nulls = new HashSet<>();

    private boolean leavesOut;
    private boolean cut;

    /**
     * Of objects of the user's.
     *
     * @param unreadable is told of a class that does not say which fields it has, and why; once
     */
    Digest(UserFrames frames, BiConsumer<Class<?>, LinkageError> unreadable) {
        this.frames = frames;
        this.unreadable = unreadable;
    }

    /** Empty where it cannot be told, because somebody changes it at the moment. */
    OptionalLong of(@Nullable Object root) {
        visited.clear();
        cut = false;
        try {
            return OptionalLong.of(hash(root, 0, 0));
        } catch (RuntimeException | StackOverflowError e) {
            return OptionalLong.empty();
        } finally {
            visited.clear();
        }
    }

    /** Whether there was more in the last one than is looked at. */
    boolean wasCut() {
        return cut;
    }

    /** Which fields of objects in it are null. */
    Set<Long> nullsIn(@Nullable Object root) {
        nulls.clear();
        of(root);
        return Set.copyOf(nulls);
    }

    /** As if these were null still. */
    OptionalLong without(Set<Long> were, @Nullable Object root) {
        nulls.clear();
        nulls.addAll(were);
        leavesOut = true;
        try {
            return of(root);
        } finally {
            leavesOut = false;
            nulls.clear();
        }
    }

    private @Nullable Object seen(@Nullable Object value, long path) {
        if (leavesOut) {
            return nulls.contains(path) ? null : value;
        }
        if (value == null && nulls.size() < MOST_OBJECTS) {
            nulls.add(path);
        }
        return value;
    }

    private long hash(@Nullable Object value, int depth, long path) {
        if (value == null) {
            return NULL;
        }
        Class<?> type = value.getClass();
        long name = Hashes.of(type.getName());
        if (value instanceof String text) {
            return Hashes.and(text.length(), Hashes.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
        }
        String said = said(value, type);
        if (said != null) {
            return Hashes.and(name, Hashes.of(said));
        }
        if (isPlain(value, type)) {
            return Hashes.and(
                    name, value instanceof Double number ? Double.doubleToLongBits(number) : value.hashCode());
        }
        if (value instanceof Enum<?> constant) {
            return Hashes.and(name, Hashes.of(constant.name()));
        }
        if (depth > DEEPEST || visited.size() >= MOST_OBJECTS) {
            cut = true;
            return BEYOND;
        }
        if (!visited.add(value)) {
            return SEEN;
        }
        return Hashes.and(name, contents(value, type, depth + 1, path));
    }

    private long contents(Object value, Class<?> type, int depth, long path) {
        if (type.isArray()) {
            return array(value, type, depth, path);
        }
        if (type.getName().startsWith("java.")) {
            return ofTheJdk(value, depth, path);
        }
        if (!frames.isUsers(type)
                || type.isHidden()
                || Proxy.isProxyClass(type)
                || type.getName().contains("$$")) {
            return 0;
        }
        long hash = 0;
        long number = 0;
        for (Field field : fields.get(type)) {
            long at = Hashes.and(path, ++number);
            hash = Hashes.and(hash, hash(seen(get(field, value), at), depth, at));
        }
        return hash;
    }

    /** Values that never change, and that are equal by what they say. */
    private static boolean isPlain(Object value, Class<?> type) {
        String name = type.getName();
        return (value instanceof Number && (name.startsWith("java.lang.") || name.startsWith("java.math.")))
                || value instanceof Boolean
                || value instanceof Character
                || name.startsWith("java.time.")
                || PLAIN.contains(name);
    }

    /** What these say is all that there is to them. They are the JDK's own: to ask a user's would be to call code of the user's. */
    private static @Nullable String said(Object value, Class<?> type) {
        if (type.getClassLoader() != null) {
            return null;
        }
        if (value instanceof Class<?> one) {
            return one.getName();
        }
        if (value instanceof Path path) {
            return path.toString();
        }
        if (value instanceof TimeZone zone) {
            return zone.getID();
        }
        if (value instanceof URL url) {
            return url.getProtocol() + ":" + url.getAuthority() + " " + url.getFile() + " " + url.getRef();
        }
        return value instanceof Pattern pattern ? pattern.flags() + " " + pattern.pattern() : null;
    }

    private long ofTheJdk(Object value, int depth, long path) {
        Object wrapped = Wrappers.inside(value);
        if (wrapped != null) {
            return hash(wrapped, depth, path);
        }
        if (value instanceof WeakHashMap) {
            return 0; // forgets by itself
        }
        if (value instanceof Map<?, ?> map) {
            long sum = map.size();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                long key = hash(entry.getKey(), depth, path);
                sum += Hashes.and(key, hash(entry.getValue(), depth, Hashes.and(path, key)));
            }
            return sum;
        }
        if (value instanceof Collection<?> collection) {
            boolean ordered = collection instanceof List || collection instanceof Deque;
            long hash = collection.size();
            long number = 0;
            for (Object element : collection) {
                long next = hash(element, depth, ordered ? Hashes.and(path, ++number) : path);
                hash = ordered ? Hashes.and(hash, next) : hash + next;
            }
            return hash;
        }
        if (value instanceof AtomicReference<?> reference) {
            return hash(seen(reference.get(), Hashes.and(path, 1)), depth, Hashes.and(path, 1));
        }
        if (value instanceof java.util.concurrent.atomic.AtomicInteger
                || value instanceof java.util.concurrent.atomic.AtomicLong
                || value instanceof LongAdder) {
            return ((Number) value).longValue();
        }
        if (value instanceof AtomicBoolean flag) {
            return flag.get() ? 1 : 2;
        }
        if (value instanceof java.util.Optional<?> optional) {
            return hash(optional.orElse(null), depth, path);
        }
        return value instanceof CharSequence text && value.getClass().getName().startsWith("java.lang.")
                ? Hashes.of(text.subSequence(0, Math.min(text.length(), LONGEST_TEXT)))
                : 0;
    }

    private long array(Object array, Class<?> type, int depth, long path) {
        int length = Array.getLength(array);
        long hash = length;
        cut |= length > MOST_OBJECTS;
        boolean primitive = type.getComponentType().isPrimitive();
        for (int i = 0; i < length && i < MOST_OBJECTS; i++) {
            Object element = Array.get(array, i);
            hash = Hashes.and(hash, primitive ? element.hashCode() : hash(element, depth, Hashes.and(path, i)));
        }
        return hash;
    }

    private static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** Those of the user's own classes, from the lowest up. */
    private Field[] instanceFields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Class<?> at = type; at != null && frames.isUsers(at); at = at.getSuperclass()) {
            try {
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && open(field)) {
                        found.add(field);
                    }
                }
            } catch (LinkageError e) { // one is of a type that is not on the class path, and nobody has needed it
                unreadable.accept(at, e);
            }
        }
        return found.toArray(new Field[0]);
    }

    static boolean open(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException | SecurityException e) {
            return false;
        }
    }

    /** What people are told: how much there is, never what a text says. */
    static String brief(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof String text) {
            return "a text of " + text.length() + " characters";
        }
        if (value.getClass().isArray()) {
            return count(Array.getLength(value));
        }
        boolean ofTheJdk = value.getClass().getName().startsWith("java.");
        if (ofTheJdk && value instanceof Collection<?> collection) {
            return count(collection.size());
        }
        if (ofTheJdk && value instanceof Map<?, ?> map) {
            return count(map.size());
        }
        return called(value.getClass());
    }

    /** A class that has no name, or one that is made anew in each JVM, as of lambdas and mocks, is called what it is one of. */
    static String called(Class<?> type) {
        Class<?> known = type;
        while (isMadeUp(known)) {
            Class<?> above = known.getSuperclass();
            Class<?>[] interfaces = known.getInterfaces();
            boolean says = above != null && above != Object.class && above != Proxy.class;
            known = says ? above : interfaces.length > 0 ? interfaces[0] : Object.class;
        }
        String name = known.getSimpleName();
        return (name.matches("[AEIOU].*") ? "an " : "a ") + name;
    }

    private static boolean isMadeUp(Class<?> type) {
        return type.isAnonymousClass()
                || type.isHidden()
                || type.isSynthetic()
                || Proxy.isProxyClass(type)
                || MADE_UP.matcher(type.getName()).matches();
    }

    private static String count(int size) {
        return size == 1 ? "1 element" : size + " elements";
    }
}
