package io.github.isolation.agent.subject;

import io.github.isolation.agent.Audit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.WeakHashMap;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Tests that leave something behind, and tests that do not. */
public final class StateSubject {
    /** What tests share. */
    static final class Shared {
        static final List<String> LIST = new ArrayList<>();
        static final Map<String, Holder> MAP = new HashMap<>(Map.of("a", new Holder()));
        static final Object OPAQUE = new Object();
        static final List<String> WRAPPED = Collections.synchronizedList(new ArrayList<>());
        static final Set<Holder> WEAK = Collections.newSetFromMap(new WeakHashMap<>());
        static int counter;
        static @Nullable String lazy;
        static int[] numbers = {1, 2};
        static Holder same = new Holder();
        static Holder lazyInside = new Holder();
        static List<Holder> lazyInList = List.of(new Holder(), new Holder());

        private Shared() {}
    }

    /** Nobody has used it before a test does. */
    static final class Late {
        static final List<String> LIST = new ArrayList<>(List.of("a"));

        private Late() {}
    }

    /** The same, and what it has is filled in when it is first asked for. */
    static final class LateLazy {
        static final Holder HOLDER = new Holder();

        private LateLazy() {}
    }

    /** The same, and it has no initializer. */
    static final class Plain {
        static int number;
        static @Nullable String untouched;

        private Plain() {}
    }

    /** The same, and no test changes it. */
    static final class Quiet {
        static final List<String> LIST = new ArrayList<>(List.of("a"));

        private Quiet() {}
    }

    /** Has contents of its own. */
    static final class Holder {
        int depth;

        @Nullable
        Holder other;
    }

    private StateSubject() {}

    /** What a bean is asked for. */
    public interface OneMBean {}

    /** A bean. */
    public static final class One implements OneMBean {}

    private static void leaveABean() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new One(), new ObjectName("subject:name=one"));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void test(String className, String method, Runnable code) {
        Audit.begins(className, method);
        code.run();
        Audit.ends();
    }

    private static void klass(String className, Runnable tests) {
        Audit.begins(className, "");
        tests.run();
        Audit.ends();
    }

    /** A test makes a loader, as one that compiles something does, and is done with it. */
    private static void loadAnew() {
        List<WeakReference<ClassLoader>> made = new ArrayList<>();
        klass("app.LoaderTest", () -> {
            test("app.LoaderTest", "loads", () -> made.add(new WeakReference<>(loaderOfItsOwn())));
            test("app.LoaderTest", "doesNothing", () -> {});
        });
        klass("app.LaterTest", () -> test("app.LaterTest", "doesNothing", () -> {}));
        for (int i = 0; i < 100 && made.get(0).get() != null; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        System.out.println(made.get(0).get() == null ? "collected" : "kept");
    }

    private static ClassLoader loaderOfItsOwn() {
        URL place = StateSubject.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, ClassLoader.getPlatformClassLoader())) {
            Class.forName(Late.class.getName(), true, loader);
            return loader;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As long as nobody has asked for the time zone, the property says which it is. */
    private static void decideTheZone() {
        System.setProperty("user.timezone", "Asia/Tokyo");
        System.out.println(TimeZone.getDefault().getID());
        TimeZone.setDefault(null);
        System.clearProperty("user.timezone");
    }

    /** A JDK 17 notes which fonts there are in a property of its own. */
    private static void loadWhatSetsProperties() {
        try {
            Class.forName("java.awt.event.KeyEvent");
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs them all. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("loader")) {
            loadAnew();
            return;
        }
        if (arguments.length > 0) {
            Audit.nobodyTells("nobody tells");
            return;
        }
        Shared.LIST.add("first");
        klass("app.ZoneTest", () -> test("app.ZoneTest", "decides", StateSubject::decideTheZone));
        klass("app.PollutersTest", () -> {
            Shared.counter++; // as in @BeforeAll
            test("app.PollutersTest", "adds", () -> Shared.LIST.add("x"));
            test("app.PollutersTest", "deep", () -> Shared.MAP.get("a").depth = 7);
            test("app.PollutersTest", "caches", () -> Shared.lazy = "text");
            test("app.PollutersTest", "array", () -> Shared.numbers[1] = 5);
            test("app.PollutersTest", "wrapped", () -> Shared.WRAPPED.add("x"));
            test("app.PollutersTest", "weak", () -> Shared.WEAK.add(new Holder()));
            test("app.PollutersTest", "property", () -> System.setProperty("left", "behind"));
            test("app.PollutersTest", "reference", () -> Map.of("by.reference", "1")
                    .forEach(System::setProperty));
            test("app.PollutersTest", "locale", () -> Locale.setDefault(Locale.FRANCE));
            test("app.PollutersTest", "bean", StateSubject::leaveABean);
        });
        klass("app.CleanTest", () -> {
            int before = Shared.counter;
            Shared.counter = -1;
            test("app.CleanTest", "reads", () -> {
                Shared.LIST.get(0);
                Quiet.LIST.get(0);
            });
            test("app.CleanTest", "restores", () -> {
                Shared.LIST.add("y");
                System.setProperty("restored", "1");
                System.clearProperty("restored");
                Shared.LIST.remove("y");
            });
            test("app.CleanTest", "equalContents", () -> {
                Shared.same = new Holder();
                Shared.numbers = new int[] {1, 5};
            });
            test("app.CleanTest", "invocations", () -> {
                test("app.CleanTest", "invocations", () -> Shared.LIST.add("z"));
                test("app.CleanTest", "invocations", () -> Shared.LIST.remove("z"));
            });
            test("app.CleanTest", "restoredByAfterAll", () -> Shared.LIST.add("w"));
            Shared.LIST.remove("w");
            Shared.counter = before;
        });
        klass("app.LazyTest", () -> {
            test("app.LazyTest", "fills", () -> {
                Shared.lazyInside.other = new Holder();
                Shared.lazyInList.get(1).other = new Holder();
                LateLazy.HOLDER.other = new Holder();
            });
        });
        klass(
                "app.NotLazyTest",
                () -> test("app.NotLazyTest", "fillsAndChanges", () -> {
                    Shared.lazyInList.get(0).other = new Holder();
                    Shared.lazyInList.get(0).depth = 1;
                }));
        klass("app.ResetsTest", () -> test("app.ResetsTest", "clears", () -> Shared.LIST.clear()));
        klass("app.JdkTest", () -> test("app.JdkTest", "loads", StateSubject::loadWhatSetsProperties));
        klass("app.FirstTest", () -> {
            test("app.FirstTest", "uses", () -> Late.LIST.add("b"));
            test("app.FirstTest", "counts", () -> Plain.number = 3);
        });
        klass(
                "app.CyclesTest",
                () -> test("app.CyclesTest", "cycle", () -> {
                    Holder one = new Holder();
                    one.other = one;
                    Shared.same = one;
                }));
    }
}
