package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Equal contents have equal digests, and others have others. */
final class DigestTest {
    private final List<String> unreadable = new ArrayList<>();
    private final Digest digest =
            new Digest(new UserFrames(java.util.List.of()), (type, why) -> unreadable.add(type.getName()));

    /** As a user might have it; it comes from a directory, so it is the user's. */
    @SuppressWarnings("UnusedVariable")
    private static class Thing {
        private final String name;
        private Object other;

        Thing(String name, Object other) {
            this.name = name;
            this.other = other;
        }

        /** What the digest must not call. */
        @Override
        public int hashCode() {
            throw new IllegalStateException(name);
        }

        @Override
        public boolean equals(Object obj) {
            throw new IllegalStateException(name);
        }
    }

    private OptionalLong of(Object value) {
        return digest.of(value);
    }

    private void same(Object one, Object other) {
        assertEquals(of(one), of(other));
    }

    private void different(Object one, Object other) {
        assertNotEquals(of(one), of(other));
    }

    @Test
    void valuesAreWhatTheySay() {
        same("text", new String("text".toCharArray()));
        different("text", "Text");
        different(1, 2);
        different(1, 1L);
        different(null, 0);
        different(1.5, 2.5);
        same(Thread.State.NEW, Thread.State.NEW);
        different(Thread.State.NEW, Thread.State.BLOCKED);
        different(new AtomicInteger(1), new AtomicInteger(2));
        different(new AtomicReference<>("a"), new AtomicReference<>("b"));
    }

    /** Objects of the JDK's that say it all. */
    @Test
    void soArePathsClassesZonesPatternsAndAddresses() throws Exception {
        same(Path.of("a"), Path.of("a"));
        different(Path.of("a"), Path.of("b"));
        different(String.class, Integer.class);
        same(TimeZone.getTimeZone("GMT"), TimeZone.getTimeZone("GMT"));
        different(TimeZone.getTimeZone("GMT"), TimeZone.getTimeZone("CET"));
        same(Pattern.compile("a"), Pattern.compile("a"));
        different(Pattern.compile("a"), Pattern.compile("b"));
        different(Pattern.compile("a"), Pattern.compile("a", Pattern.CASE_INSENSITIVE));
        same(new URL("file:/a"), new URL("file:/a"));
        different(new URL("http://localhost/a"), new URL("http://localhost/b"));
    }

    @Test
    void collectionsAreWhatIsInThem() {
        same(new ArrayList<>(List.of("a", "b")), new ArrayList<>(List.of("a", "b")));
        different(new ArrayList<>(List.of("a", "b")), new ArrayList<>(List.of("b", "a")));
        different(new ArrayList<>(List.of("a")), new ArrayList<>(List.of("a", "a")));
        same(new HashMap<>(Map.of("a", 1)), new HashMap<>(Map.of("a", 1)));
        different(new HashMap<>(Map.of("a", 1)), new HashMap<>(Map.of("a", 2)));
        same(new LinkedHashSet<>(List.of(1, 2)), new LinkedHashSet<>(List.of(2, 1)));
        different(new HashSet<>(Set.of(1)), new HashSet<>(Set.of(2)));
        different(new int[] {1}, new int[] {2});
        same(new Object[] {"a"}, new Object[] {"a"});
    }

    @Test
    void objectsOfTheUsersAreTheirFieldsAndNoneOfTheirCodeRuns() {
        same(new Thing("a", null), new Thing("a", null));
        different(new Thing("a", null), new Thing("b", null));
        different(new Thing("a", List.of(1)), new Thing("a", List.of(2)));
        same(Arrays.asList(new Thing("a", null)), Arrays.asList(new Thing("a", null)));
    }

    @Test
    void whatContainsItselfComesToAnEnd() {
        Thing one = new Thing("a", null);
        one.other = one;
        Thing two = new Thing("a", null);
        two.other = two;
        same(one, two);
        different(one, new Thing("a", null));
        Thing deep = null;
        for (int i = 0; i < 100_000; i++) {
            deep = new Thing("deep", deep);
        }
        assertEquals(of(deep), of(deep));
    }

    /** Else nobody would know that the rest was not compared. */
    @Test
    void whereThereIsMoreThanIsLookedAtThatIsKnown() {
        assertFalse(cut(new int[20_000]));
        assertTrue(cut(new int[20_001]));
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(new ArrayList<>());
        }
        assertTrue(cut(many));
        assertFalse(cut(many.subList(0, 10_000)));
        Thing deep = null;
        for (int i = 0; i < 300; i++) {
            deep = new Thing("deep", deep);
        }
        assertTrue(cut(deep));
    }

    private boolean cut(Object value) {
        digest.of(value);
        return digest.wasCut();
    }

    /** Loggers, mocks, pools: they are their own affair. */
    @Test
    void objectsOfLibrariesAreNotLookedInto() {
        same(new Object(), new Object());
        same(new Thread("a"), new Thread("b"));
    }

    @Test
    void peopleAreToldHowMuchThereIsAndNoTextOfTheirs() {
        assertEquals("null", Digest.brief(null));
        assertEquals("a text of 6 characters", Digest.brief("secret"));
        assertEquals("2 elements", Digest.brief(List.of("secret", "other")));
        assertEquals("1 element", Digest.brief(Map.of("a", "secret")));
        assertEquals("3 elements", Digest.brief(new int[3]));
        assertEquals("7", Digest.brief(7));
        assertEquals("a Thing", Digest.brief(new Thing("secret", null)));
    }

    /** As where an optional dependency is not there: the class works all the same, as long as nobody asks for its fields. */
    @Test
    void aClassThatDoesNotSayWhichFieldsItHasIsToldOfOnce() throws ReflectiveOperationException {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "made/Up", null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_PRIVATE, "missing", "Lmissing/Type;", null, null)
                .visitEnd();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        Class<?> type = new ClassLoader() {
            Class<?> define() {
                return defineClass("made.Up", bytes, 0, bytes.length, DigestTest.class.getProtectionDomain());
            }
        }.define();
        Object made = type.getConstructor().newInstance();
        assertTrue(of(made).isPresent());
        different(List.of(made, "one"), List.of(made, "two"));
        assertEquals(List.of("made.Up"), unreadable);
    }

    /** Their names are others in each JVM, and a report is not. */
    @Test
    void whatHasANameThatWasMadeUpIsCalledWhatItIsOneOf() {
        Runnable lambda = () -> {};
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AutoCloseable.class}, (of, method, arguments) -> null);
        assertEquals("a Runnable", Digest.brief(lambda));
        assertEquals("an AutoCloseable", Digest.brief(proxy));
        assertEquals("a Thread", Digest.brief(new Thread() {}));
        assertEquals("an Object", Digest.brief(new Object() {}));
        assertEquals("a Thing", Digest.called(Thing$MockitoMock$123.class));
    }

    /** As Mockito calls its own. */
    @SuppressWarnings({"ClassNamedLikeTypeParameter", "checkstyle:TypeName"})
    private static final class Thing$MockitoMock$123 extends Thing {
        Thing$MockitoMock$123() {
            super("mock", null);
        }
    }
}
