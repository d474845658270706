package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Undiscoverable;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.Test;

/** Classes that are handed out run, beyond those whose tests cannot be found (L29, L30). */
class DiscoveryTest {
    private static final RunResult RESULT = new RunResult(1, 0, 0, 0);

    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
    private final SharedPlan plan = session.sharedPlan();
    private final Scripted provider = new Scripted();
    private final Fed fed = new Fed();
    private final Discovery discovery =
            new Discovery(supervisor, session.resume(), plan, session.testThread(), session.discoveryErrors());

    @Test
    void oneAfterTheOther() throws Exception {
        fed.classes(A.class, B.class);
        assertSame(RESULT, discovery.run(provider, fed));
        assertEquals(List.of("A", "B"), provider.ran);
        assertEquals(1, provider.calls);
    }

    @Test
    void aClassThatCannotBeFoundIsToldAndTheNextOneRuns() throws Exception {
        fed.classes(A.class, B.class, C.class);
        provider.refuses = B.class;
        assertSame(RESULT, discovery.run(provider, fed));
        assertEquals(List.of("A", "C"), provider.ran);
        Undiscoverable told = supervisor.told(Undiscoverable.class).get(0);
        assertEquals("java.lang.ClassNotFoundException: q.Missing", told.cause().message());
        assertTrue(told.cause().text().contains("IllegalStateException"), told.cause()::text);
    }

    /** Or it would go round in circles. */
    @Test
    void whatGoesWrongAfterAClassHasBegunIsNoSearch() {
        fed.classes(A.class);
        provider.failsAfter = A.class;
        assertThrows(IllegalStateException.class, () -> discovery.run(provider, fed));
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void whatFailsWheneverItIsCalledFailsInTheEnd() {
        fed.classes(A.class);
        provider.refuses = A.class;
        provider.failsWhenNothingIsLeft = true;
        assertThrows(IllegalStateException.class, () -> discovery.run(provider, fed));
        assertEquals(1, supervisor.told(Undiscoverable.class).size());
    }

    /** A class that came with others and was not taken is not what went wrong. */
    @Test
    void aProviderThatFailsBeforeAPlanOfSeveralFailsAsItWould() {
        fed.offering(B.class);
        fed.classes(A.class);
        provider.failsWhenNothingIsLeft = true;
        assertThrows(IllegalStateException.class, () -> discovery.run(provider, fed));
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void classesThatComeTogetherRunInOnePlan() throws Exception {
        fed.classes(A.class);
        fed.offering(B.class, C.class);
        fed.classes(A.class, B.class);
        discovery.run(provider, fed);
        assertEquals(List.of("A", "A+B+C", "B"), provider.plans);
    }

    @Test
    void aPlanThatComesToNothingIsTriedWithItsFirstClassAlone() throws Exception {
        fed.offering(B.class, C.class);
        fed.classes(A.class);
        provider.refuses = C.class;
        discovery.run(provider, fed);
        assertEquals(List.of("A+B+C", "A"), provider.plans);
        assertEquals(List.of("A"), provider.ran);
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void whatGoesWrongInAPlanThatHasBegunIsThrown() {
        fed.offering(B.class);
        fed.classes(A.class);
        provider.failsAfter = A.class;
        assertThrows(IllegalStateException.class, () -> discovery.run(provider, fed));
        assertEquals(List.of("A+B"), provider.plans);
    }

    /** Which of them it is, it says when it is alone. */
    @Test
    void ofThoseThatWereOfferedWithOneThatCannotBeLoadedTheOthersComeLater() throws Exception {
        fed.offering(B.class);
        fed.alsoOffered("q.Missing", C.class.getName());
        fed.classes(A.class);
        discovery.run(provider, fed);
        assertEquals(List.of("A+B"), provider.plans);
    }

    @Test
    void theThreadOfTheTestsIsMendedBeforeEachClassAndEachCall() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        session.testThread().begin();
        fed.classes(A.class, B.class, C.class);
        provider.breaksTheThread = true;
        provider.refuses = B.class;
        try {
            discovery.run(provider, fed);
            assertEquals(List.of("A", "C"), provider.ran);
            assertEquals(4, provider.loaders.size(), "two calls, and two classes");
            assertTrue(provider.loaders.stream().allMatch(loader -> loader == before), provider.loaders::toString);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void allElseIsAsSurefiresOwnObjectSays() {
        fed.classes(A.class);
        PlanClasses classes = new PlanClasses(fed, plan, session.testThread());
        assertEquals("fed", classes.toString());
        assertEquals(fed.allowEagerReading(), classes.allowEagerReading());
        assertNull(classes.getClassByName("q.Missing"));
        assertTrue(classes.iterated() != classes.iterator());
    }

    static final class A {}

    static final class B {}

    static final class C {}

    /** Hands out classes, as Surefire does when they come from the supervisor. */
    private final class Fed extends TestsToRun {
        private final List<Runnable> before = new ArrayList<>();
        private final List<Class<?>> all = new ArrayList<>();
        private final List<String> offered = new ArrayList<>();
        private int next;

        Fed() {
            super(Set.of());
        }

        void classes(Class<?>... types) {
            for (Class<?> type : types) {
                List<String> with = List.copyOf(offered);
                offered.clear();
                all.add(type);
                before.add(() -> {
                    plan.offer(with);
                    plan.handedOut(type.getName());
                });
            }
        }

        /** With the class that comes next. */
        void offering(Class<?>... types) {
            for (Class<?> type : types) {
                offered.add(type.getName());
            }
        }

        void alsoOffered(String... names) {
            offered.addAll(List.of(names));
        }

        @Override
        public Iterator<Class<?>> iterator() {
            return new Iterator<>() {
                private boolean announced;

                @Override
                public boolean hasNext() {
                    if (!announced && next < all.size()) {
                        announced = true;
                        before.get(next).run();
                    }
                    return announced;
                }

                @Override
                public Class<?> next() {
                    announced = false;
                    return all.get(next++);
                }
            };
        }

        @Override
        public boolean allowEagerReading() {
            return false;
        }

        @Override
        public String toString() {
            return "fed";
        }
    }

    /** A provider that does what a test wants. */
    private final class Scripted implements SurefireProvider {
        final List<String> ran = new ArrayList<>();
        final List<String> plans = new ArrayList<>();
        final List<ClassLoader> loaders = new ArrayList<>();
        int calls;
        Class<?> refuses;
        Class<?> failsAfter;
        boolean failsWhenNothingIsLeft;
        boolean breaksTheThread;

        @Override
        public Iterable<Class<?>> getSuites() {
            return List.of();
        }

        @Override
        public RunResult invoke(Object forkTestSet)
                throws TestSetFailedException, ReporterException, InvocationTargetException {
            calls++;
            loaders.add(Thread.currentThread().getContextClassLoader());
            if (forkTestSet instanceof PlanClasses) {
                boolean any = false;
                for (Class<?> type : (TestsToRun) forkTestSet) {
                    any = true;
                    plans.add(type.getSimpleName());
                    find(type);
                    runIt(type);
                }
                if (!any && failsWhenNothingIsLeft) {
                    throw new IllegalStateException("nothing is left");
                }
            } else {
                List<Class<?>> together = new ArrayList<>();
                ((TestsToRun) forkTestSet).forEach(together::add);
                plans.add(String.join(
                        "+", together.stream().map(Class::getSimpleName).toList()));
                together.forEach(this::find);
                together.forEach(this::runIt);
            }
            return RESULT;
        }

        private void find(Class<?> type) {
            if (type == refuses) {
                breakTheThread();
                throw new IllegalStateException(new ClassNotFoundException("q.Missing"));
            }
        }

        private void runIt(Class<?> type) {
            if (plan.isWaiting(type.getName())) {
                plan.turnTo(type.getName());
            }
            plan.begun();
            loaders.add(Thread.currentThread().getContextClassLoader());
            ran.add(type.getSimpleName());
            breakTheThread();
            if (type == failsAfter) {
                throw new IllegalStateException("after " + type.getSimpleName());
            }
        }

        private void breakTheThread() {
            if (breaksTheThread) {
                Thread.currentThread().setContextClassLoader(null);
            }
        }

        @Override
        public void cancel() {}
    }
}
