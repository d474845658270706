package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.suite.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.Filter;

/** What is done for a JUnit Platform that is older than we would like. */
class OldLauncherTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = Sessions.first(supervisor, Sessions.plain());

    @Test
    void aLauncherThatFindsFiltersByItselfIsLeftAlone() {
        assertTrue(NewerJUnit.findsFilters());
        assertFalse(NewerJUnit.isBelowFloor());
        WithFilters provider = new WithFilters();
        Filter<?>[] before = provider.filters;
        OldLauncher.help(provider, session);
        assertSame(before, provider.filters);
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void oneThatDoesNotGetsOurs() throws Exception {
        assertEquals("filters 1: ResumeFilter", inOldJUnit(WithFilters.class));
    }

    @Test
    void aProviderThatTakesNoneIsSaid() throws Exception {
        String said = inOldJUnit(WithoutFilters.class);
        assertTrue(
                said.contains("this JUnit Platform is older than 1.7 and Surefire's provider takes no filter"), said);
        assertTrue(said.contains("Use JUnit 5.7 or later"), said);
    }

    /** What the user has configured comes from the POM there, since a plan does not know it. */
    @Test
    void whatAnOldPlanWasConfiguredWithIsWhatTheProviderWasTold() throws Exception {
        assertEquals("Optional[true]", inOldJUnit(Configured.class));
    }

    /** Runs {@code Old.say} in a class loader that has the oldest JUnit we work with, and our classes. */
    private static String inOldJUnit(Class<?> kind) throws Exception {
        List<URL> path = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of("target", "junit-oldest"))) {
            for (Path jar : jars.toList()) {
                path.add(jar.toUri().toURL());
            }
        }
        path.add(OldLauncher.class.getProtectionDomain().getCodeSource().getLocation());
        path.add(OldLauncherTest.class.getProtectionDomain().getCodeSource().getLocation());
        try (URLClassLoader old = new OldJUnit(path)) {
            Class<?> asks = Class.forName(Old.class.getName(), true, old);
            return (String) asks.getMethod("say", String.class).invoke(null, kind.getName());
        }
    }

    /** Its own JUnit and our classes; all else from here. */
    private static final class OldJUnit extends URLClassLoader {
        OldJUnit(List<URL> path) {
            super(path.toArray(URL[]::new), OldLauncherTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.junit.") && !name.startsWith("io.github.isolation.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        @Override
        public URL getResource(String name) {
            return findResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }

    /** Lives in that class loader. */
    public static final class Old {
        private Old() {}

        public static String say(String kind) throws ReflectiveOperationException {
            FakeConversation supervisor = new FakeConversation();
            WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
            session.execution().begin(Map.of(IsolationProvider.FIRST, "true", "configurationParameters", "a.b = true"));
            if (kind.equals(Configured.class.getName())) {
                return NewerJUnit.configuration(Plans.none(), session.execution())
                        .getBoolean("a.b")
                        .toString();
            }
            SurefireProvider provider = Class.forName(kind)
                    .asSubclass(SurefireProvider.class)
                    .getDeclaredConstructor()
                    .newInstance();
            OldLauncher.help(provider, session);
            if (provider instanceof WithFilters with) {
                return "filters " + with.filters.length + ": "
                        + with.filters[0].getClass().getSimpleName();
            }
            return String.join("\n", supervisor.lines());
        }
    }

    private static final class Configured {}

    static class WithoutFilters implements SurefireProvider {
        @Override
        public Iterable<Class<?>> getSuites() {
            return List.of();
        }

        @Override
        public RunResult invoke(Object forkTestSet) {
            return RunResult.noTestsRun();
        }

        @Override
        public void cancel() {}
    }

    /** As Surefire's provider for the JUnit Platform. */
    static final class WithFilters extends WithoutFilters {
        private Filter<?>[] filters = new Filter<?>[0];
    }
}
