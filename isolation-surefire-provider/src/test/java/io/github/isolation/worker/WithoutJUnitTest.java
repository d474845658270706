package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.OnceMore;
import io.github.isolation.protocol.Event.NextTest;
import io.github.isolation.protocol.Event.Reported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.Test;

/** With JUnit 4 or TestNG there may be no JUnit Platform on the class path, and nothing of ours in a worker needs it. */
class WithoutJUnitTest {
    @Test
    void aWorkerRunsItsClasses() throws Exception {
        Object said = new NoJUnit()
                .loadClass(Worker.class.getName())
                .getMethod("live")
                .invoke(null);
        assertEquals("ran String, reported 3, asked 1", said);
    }

    /** Has no class of JUnit's. */
    private static final class NoJUnit extends OnceMore {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.junit.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Lives in that class loader. */
    public static final class Worker {
        private Worker() {}

        public static String live() throws Exception {
            FakeConversation supervisor = new FakeConversation();
            supervisor.saidBye = true; // nobody is to watch the end of this JVM
            WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
            session.sharedPlan().handedOut("java.lang.String");
            BaseProviderFactory parameters = new BaseProviderFactory(true);
            parameters.setProviderProperties(
                    Map.of(IsolationProvider.DELEGATE, Other.class.getName(), IsolationProvider.WARM_UP, "true"));
            parameters.setClassLoaders(Worker.class.getClassLoader());
            new IsolationProvider(parameters, session).invoke(new TestsToRun(Set.of(String.class)));
            MasterProcessChannelEncoder encoder = session.encoder();
            encoder.testSetStarting(Entries.set("java.lang.String"), true);
            encoder.testStarting(Entries.test("java.lang.String", "t", 2), true);
            encoder.testFailed(Entries.failed("java.lang.String", "t", 2, new AssertionError("no")), true);
            encoder.acquireNextTest();
            return String.join(", ", Other.ran) + ", reported "
                    + supervisor.told(Reported.class).size() + ", asked "
                    + supervisor.told(NextTest.class).size();
        }
    }

    /** A provider that is not the JUnit Platform's. */
    public static final class Other implements SurefireProvider {
        private static final List<String> ran = new ArrayList<>();

        public Other(ProviderParameters parameters) {}

        @Override
        public Iterable<Class<?>> getSuites() {
            return List.of();
        }

        @Override
        public RunResult invoke(Object forkTestSet) {
            ((TestsToRun) forkTestSet).forEach(type -> ran.add("ran " + type.getSimpleName()));
            return RunResult.noTestsRun();
        }

        @Override
        public void cancel() {}
    }
}
