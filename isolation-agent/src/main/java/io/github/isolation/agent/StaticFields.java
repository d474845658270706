package io.github.isolation.agent;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The static fields of the user's classes that are initialized. A class that is not is left alone: reading a field would run its
 * initializer, and tests would see another world with an audit than without. A class that nobody else uses any more, of a loader that a test has made, is
 * not kept. Not thread-safe.
 */
final class StaticFields implements StateSource {
    private record Watched(WeakReference<Field> field, StateItem item) {}

    private final Instrumentation instrumentation;
    private final UserFrames frames;
    private final Loads loads;
    private final Initializers initializers;
    private final FindingsFile findings;
    private final Digest digest;
    private final Set<Class<?>> waiting = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<Class<?>> known = Collections.newSetFromMap(new WeakHashMap<>());

    /** With the class, since a field keeps it. */
    private final ClassValue<List<Field>> fields = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private final List<Watched> watched = new ArrayList<>();
    private final List<StateItem> items = new ArrayList<>();
    private final Set<String> cut = new HashSet<>();
    private int lastLoaded = -1;

    /** One that was about to be loaded is found the next time. */
    private boolean again;

    private final @Nullable Object unsafe;
    private final @Nullable Method shouldBeInitialized;

    StaticFields(
            Instrumentation instrumentation,
            UserFrames frames,
            Loads loads,
            Initializers initializers,
            FindingsFile findings) {
        this.loads = loads;
        this.instrumentation = instrumentation;
        this.initializers = initializers;
        this.frames = frames;
        this.findings = findings;
        this.digest = new Digest(
                frames, (type, why) -> findings.notSeen("what is in objects of " + type.getName(), why.toString()));
        Object found = null;
        Method asks = null;
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            found = type.getMethod("getUnsafe").invoke(null);
            asks = type.getMethod("shouldBeInitialized", Class.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            findings.notSeen("static fields", "this JDK does not tell which classes are initialized: " + e);
        }
        unsafe = found;
        shouldBeInitialized = asks;
    }

    @Override
    public Collection<StateItem> items() {
        return items;
    }

    @Override
    public void look(int test) {
        if (shouldBeInitialized == null) {
            return;
        }
        for (Iterator<Watched> all = watched.iterator(); all.hasNext(); ) {
            Watched one = all.next();
            Field field = one.field().get();
            if (field == null) {
                all.remove();
                items.remove(one.item());
                continue;
            }
            Object value = value(field);
            OptionalLong now = digest.of(value);
            sayIfCut(field);
            if (now.isPresent() && now.getAsLong() != one.item().digest()) {
                one.item().changed(test, now.getAsLong(), Digest.brief(value));
                one.item().hasNulls(digest.nullsIn(value));
            }
        }
        int loaded = loads.ofTheUser();
        if (loaded != lastLoaded || again) {
            again = loaded != lastLoaded;
            lastLoaded = loaded;
            lookForClasses();
        }
        waiting.removeIf(type -> isInitialized(type) && watch(type, test));
    }

    private void lookForClasses() {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (frames.isUsers(type) && known.add(type)) {
                if (!fields.get(type).isEmpty()) {
                    waiting.add(type);
                }
            }
        }
    }

    /** What an object gets when it is first asked, it keeps for later, as a rule: that is told apart from other changes. */
    @Override
    public void classEnds() {
        for (Watched one : watched) {
            Field field = one.field().get();
            if (field != null
                    && one.item().isChanged()
                    && !one.item().nullsAtClassBegin().isEmpty()) {
                digest.without(one.item().nullsAtClassBegin(), value(field)).ifPresent(one.item()::hasWithoutThem);
            }
        }
    }

    @Override
    public void initialized(Class<?> type) {
        if (frames.isUsers(type) && known.add(type)) {
            watch(type, RunningTests.NONE);
        }
    }

    /**
     * From the value that its initializer has given it; where there is no initializer, from what a field is by itself. If nobody
     * knows, from now on.
     */
    private boolean watch(Class<?> type, int test) {
        boolean plain = initializers.isWithout(type);
        for (Field field : fields.get(type)) {
            Object value = value(field);
            Object first = plain ? Array.get(Array.newInstance(field.getType(), 1), 0) : value;
            OptionalLong now = digest.of(value);
            sayIfCut(field);
            StateItem item = new StateItem(
                    "FIELD", type.getName(), field.getName(), digest.of(first).orElse(0), Digest.brief(first));
            item.beganWithNulls(digest.nullsIn(first));
            if (now.isPresent() && now.getAsLong() != item.digest()) {
                item.changed(test, now.getAsLong(), Digest.brief(value));
                item.hasNulls(digest.nullsIn(value));
            }
            watched.add(new Watched(new WeakReference<>(field), item));
            items.add(item);
        }
        return true;
    }

    /** What is in it behind that may change, and nobody sees it. */
    private void sayIfCut(Field field) {
        String name = field.getDeclaringClass().getName() + "." + field.getName();
        if (digest.wasCut() && cut.add(name)) {
            findings.notSeen(
                    name,
                    "there is more in it than is compared: changes behind the first thousands of objects are not seen");
        }
    }

    private boolean isInitialized(Class<?> type) {
        try {
            return shouldBeInitialized != null && Boolean.FALSE.equals(shouldBeInitialized.invoke(unsafe, type));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static @Nullable Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** Less those that never change. */
    private List<Field> fields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        if (type.isHidden() || type.isArray() || type.getName().contains("$$")) {
            return found;
        }
        try {
            for (Field field : type.getDeclaredFields()) {
                boolean constant = Modifier.isFinal(field.getModifiers())
                        && (field.getType().isPrimitive() || field.getType() == String.class);
                if (Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.isEnumConstant()
                        && !constant) {
                    if (Digest.open(field)) {
                        found.add(field);
                    } else {
                        findings.notSeen(
                                type.getName() + "." + field.getName(), "its package is not open in its module");
                    }
                }
            }
        } catch (LinkageError | RuntimeException e) {
            findings.notSeen("the static fields of " + type.getName(), e.toString());
        }
        return found;
    }
}
