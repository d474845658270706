package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Notices;
import io.github.isolation.protocol.Event.Ordered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.util.DefaultScanResult;
import org.apache.maven.surefire.api.util.ScanResult;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider that delegates to the one that Surefire chose. */
class IsolationProviderTest {
    private static final RunResult RESULT = new RunResult(1, 0, 0, 0);

    private final FakeConversation supervisor = new FakeConversation();
    private final Map<String, String> properties = new HashMap<>();

    @TempDir
    Path directory;

    @AfterEach
    void printAgain() {
        Notices.listen(line -> System.out.println(line));
        Delegate.suites = List.of();
        Delegate.invoked.clear();
        Delegate.made = 0;
    }

    @Test
    void whatItWasToldOfTheExecutionTheSessionKnows() throws Exception {
        properties.put(IsolationProvider.FIRST, "true");
        WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
        provider(session);
        assertTrue(session.execution().isInFirstWorker());
        assertTrue(!session.execution().maySharePlans());
    }

    @Test
    void classesAreRunByTheProviderThatSurefireChose() throws Exception {
        SurefireProvider provider = provider(new WorkerSession(supervisor, Sessions.plain()));
        assertSame(RESULT, provider.invoke(new TestsToRun(Set.of(Subjects.Another.class))));
        assertTrue(Delegate.invoked.get(0) instanceof PlanClasses, "one after the other, beyond those not found");
    }

    @Test
    void whatIsNoListOfClassesIsPassedOnAsItIs() throws Exception {
        SurefireProvider provider = provider(new WorkerSession(supervisor, Sessions.plain()));
        provider.invoke(Subjects.Another.class);
        assertEquals(List.<Object>of(Subjects.Another.class), Delegate.invoked);
    }

    @Test
    void theThreadOfTheTestsIsKnown() throws Exception {
        WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
        provider(session).invoke(null);
        assertSame(Thread.currentThread(), session.testThread().thread());
    }

    /** By one of its own: that of JUnit 4 would run them all at once afterwards. */
    @Test
    void theOrderOfTheClassesIsToldBeforeAnythingRuns() throws Exception {
        properties.put(IsolationProvider.TELL_ORDER, "true");
        Delegate.suites = List.of(Subjects.TwoPass.class, Subjects.Another.class);
        SurefireProvider provider = provider(new WorkerSession(supervisor, Sessions.plain()));
        provider.invoke(null);
        assertEquals(
                List.of(new Ordered(List.of(Subjects.TwoPass.class.getName(), Subjects.Another.class.getName()))),
                supervisor.told);
        assertEquals(2, Delegate.made);
    }

    @Test
    void classesThatCannotBeOrderedRunAsTheyWereFoundWhichIsSaid() throws Exception {
        properties.put(IsolationProvider.TELL_ORDER, "true");
        Delegate.suites = null;
        SurefireProvider provider = provider(new WorkerSession(supervisor, Sessions.plain()));
        provider.invoke(null);
        assertEquals(List.of(new Ordered(List.of("p.B", "p.A"))), supervisor.told(Ordered.class));
        assertTrue(supervisor.lines().get(0).contains("cannot be brought into their run order"));
    }

    @Test
    void whatWaitsForALockIsALineOfTheConsole() throws Exception {
        provider(new WorkerSession(supervisor, Sessions.plain()));
        Notices.say("isolation: fork 1 waits");
        assertEquals(List.of("isolation: fork 1 waits"), supervisor.lines());
    }

    @Test
    void locksOfJUnitAreWithoutEffectWhereItDoesNotRunTheTests() throws Exception {
        provider(new WorkerSession(supervisor, Sessions.locking(directory)));
        assertEquals(
                List.of("isolation: crossForkLocks is without effect here, because no JUnit Platform runs the tests ("
                        + Delegate.class.getName() + "); Isolation.lock(name) works everywhere"),
                supervisor.lines());
    }

    @Test
    void aProviderThatIsNotThereIsAnError() {
        properties.put(IsolationProvider.DELEGATE, "q.Missing");
        WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
        assertThrows(ClassNotFoundException.class, () -> provider(session));
    }

    @Test
    void theClassPathOfSurefireIsPutRight() throws Exception {
        String name = "surefire.real.class.path";
        String before = System.getProperty(name);
        properties.put(IsolationProvider.REAL_CLASS_PATH, "a.jar");
        try {
            provider(new WorkerSession(supervisor, Sessions.plain()));
            assertEquals("a.jar", System.getProperty(name));
        } finally {
            if (before == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before);
            }
        }
    }

    private SurefireProvider provider(WorkerSession session) throws ReflectiveOperationException {
        properties.putIfAbsent(IsolationProvider.DELEGATE, Delegate.class.getName());
        return new IsolationProvider(new Parameters(properties), session);
    }

    private static final class Parameters extends BaseProviderFactory {
        Parameters(Map<String, String> properties) {
            super(true);
            setProviderProperties(properties);
            setClassLoaders(IsolationProviderTest.class.getClassLoader());
        }

        @Override
        public ScanResult getScanResult() {
            return new DefaultScanResult(List.of("p.B", "p.A"));
        }
    }

    /** The provider that Surefire chose. Made by name, so its script is where everybody finds it. */
    public static final class Delegate implements SurefireProvider {
        private static final List<Object> invoked = new ArrayList<>();
        private static List<Class<?>> suites = List.of();
        private static int made;

        public Delegate(ProviderParameters parameters) {
            made++;
        }

        @Override
        public Iterable<Class<?>> getSuites() {
            if (suites == null) {
                throw new IllegalStateException("cannot load p.A");
            }
            return suites;
        }

        @Override
        public RunResult invoke(Object forkTestSet) {
            invoked.add(forkTestSet);
            return RESULT;
        }

        @Override
        public void cancel() {}
    }
}
