package io.github.isolation.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.worker.GuardedListener;
import io.github.isolation.worker.PlanListener;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;

/** A JVM below 17 can load what services name, and is left alone. No such JVM is here: a class loader plays its part. */
class OldJvmTest {
    private static final int JAVA_8_CLASS_FILES = 52;

    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "25, 25", "'', 0"})
    void versionsAreReadInTheirOldAndNewForm(String specification, int version) {
        assertEquals(version, Floor.version(specification));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.maven.surefire.spi.MasterProcessChannelProcessorFactory",
                "org.junit.platform.launcher.TestExecutionListener",
                "org.junit.platform.launcher.PostDiscoveryFilter"
            })
    void whatServicesNameIsForJava8(String service) throws Exception {
        // On the class path, Surefire has files of the same names.
        String name = Files.readString(Path.of("target/classes/META-INF/services", service))
                .strip();
        assertEquals(JAVA_8_CLASS_FILES, classFileVersion(name));
        // As an old JVM would: with a version of its own, and without any class that is too new for it.
        Constructor<?> forVersion = new OldJvm().loadClass(name).getDeclaredConstructor(int.class);
        forVersion.setAccessible(true);
        assertNotNull(forVersion.newInstance(11));
    }

    @Test
    void theFilterOfAnOldJvmLetsEverythingPassAndItsListenerIsSilent() {
        PostDiscoveryFilter filter = new Filter(11);
        TestExecutionListener listener = new Listener(8);
        TestDescriptor any = null;

        assertTrue(filter.apply(any).included());
        listener.testPlanExecutionStarted(null);
        listener.executionStarted(null);
    }

    @Test
    void theWarningSaysWhatIsMissingAndWhatToDo() {
        assertEquals(
                "isolation: not in force here, because the tests run on Java 11, and 17 is the oldest that works.",
                new Channel(11).warning());
    }

    /** As a framework does it that loads our classes a second time, when a test has cleared the system properties. */
    @ParameterizedTest
    @ValueSource(strings = {"1.8", ""})
    void aNewJvmStaysNewWhateverTestsSayOfIt(String specification) throws Exception {
        assumeTrue(System.getenv("ISOLATION_SUPERVISOR") != null, "skipped: this is no worker, but an IDE, perhaps");
        String before = System.getProperty("java.specification.version");
        try {
            System.setProperty("java.specification.version", specification);
            Method version = new AnyJvm().loadClass(Floor.class.getName()).getDeclaredMethod("version");
            version.setAccessible(true);
            assertEquals(Floor.JAVA, version.invoke(null));
        } finally {
            System.setProperty("java.specification.version", before);
        }
    }

    @Test
    void theListenerPassesOnAllThatOursListensTo() {
        assertTrue(overridden(Listener.class).containsAll(overridden(PlanListener.class)));
        assertTrue(overridden(GuardedListener.class).containsAll(overridden(PlanListener.class)));
    }

    private static Set<String> overridden(Class<?> listener) {
        List<String> known = Stream.of(TestExecutionListener.class.getMethods())
                .map(Method::getName)
                .toList();
        return Stream.of(listener.getDeclaredMethods())
                .map(Method::getName)
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    private static int classFileVersion(String className) throws IOException {
        try (DataInputStream in = new DataInputStream(
                OldJvmTest.class.getResourceAsStream("/" + className.replace('.', '/') + ".class"))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }

    /** Refuses what a JVM of Java 8 would refuse. */
    private static final class OldJvm extends AnyJvm {
        @Override
        void check(String name) throws IOException {
            if (classFileVersion(name) > JAVA_8_CLASS_FILES) {
                throw new UnsupportedClassVersionError(name);
            }
        }
    }

    /** Defines our classes itself. */
    private static class AnyJvm extends ClassLoader {
        AnyJvm() {
            super(OldJvmTest.class.getClassLoader());
        }

        void check(String name) throws IOException {
            // It can load all of them.
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.isolation.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                check(name);
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
