package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.SplitClass;
import io.github.isolation.WholeClass;
import io.github.isolation.protocol.Command.GiveBack;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.GivenBack;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What others may run of a class, as JUnit runs it: what was given back is heard of by nobody. */
class DivisibleClassesTest {
    private static final List<String> RAN = new ArrayList<>();
    private static Consumer<String> inTest = test -> {};

    private final FakeConversation supervisor = new FakeConversation();
    private WorkerSession session = Sessions.first(supervisor, Sessions.splitting(true));

    @BeforeEach
    void forget() {
        RAN.clear();
        inTest = test -> {};
    }

    private static void ran(String test) {
        RAN.add(test);
        inTest.accept(test);
    }

    private static String id(Class<?> type, String... below) {
        return "[engine:junit-jupiter]/[class:" + type.getName() + "]"
                + String.join("", Stream.of(below).map("/"::concat).toList());
    }

    private void run(Class<?> type) {
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).run(type);
    }

    /** At the first test that runs, all of these are wanted back. */
    private void wants(Class<?> type, String... members) {
        List<String> ids = Stream.of(members).map(member -> id(type, member)).toList();
        inTest = test -> {
            inTest = other -> {};
            session.notBegun().giveBack(new GiveBack(7, ids));
        };
    }

    private boolean isDivisible(Class<?> type) {
        supervisor.told.clear();
        run(type);
        List<Divisible> said = supervisor.told(Divisible.class);
        assertTrue(said.size() <= 1 && said.stream().allMatch(one -> one.id().equals(id(type))));
        return !said.isEmpty();
    }

    @Test
    void aClassThatNobodyWantsAnythingOfRunsAsItWould() {
        List<String> others = new Heard().events(Sessions.inTwoForks(), Plain.class);
        List<String> divisible = new Heard().events(Sessions.splitting(true), Plain.class);
        assertEquals(others, divisible);
        assertTrue(others.size() > 20, others.toString());
    }

    @Test
    void whatIsGivenBackIsNeitherBegunNorSkipped() {
        Heard heard = new Heard();
        wants(Plain.class, "[method:b()]", "[nested-class:Inner]");
        Launched.in(handed(Plain.class)).heardBy(heard).run(Plain.class);
        assertEquals(
                List.of(new GivenBack(
                        7, List.of(id(Plain.class, "[method:b()]"), id(Plain.class, "[nested-class:Inner]")))),
                supervisor.told(GivenBack.class));
        assertTrue(RAN.contains("number 1") && !RAN.contains("b") && !RAN.contains("inner"), RAN.toString());
        assertEquals(
                List.of(),
                heard.events.stream()
                        .filter(event -> event.contains("[method:b()]") || event.contains("Inner"))
                        .toList());
    }

    @Test
    void whatHasBegunIsNotGivenBack() {
        List<String> all = List.of(
                "[method:a()]",
                "[method:b()]",
                "[test-template:number(int)]",
                "[test-factory:made()]",
                "[nested-class:Inner]");
        wants(Plain.class, all.toArray(String[]::new));
        run(Plain.class);
        GivenBack answer = supervisor.told(GivenBack.class).get(0);
        assertEquals(all.size() - 1, answer.members().size());
        assertEquals(
                1,
                RAN.stream().map(test -> test.replaceAll(" .*", "")).distinct().count(),
                RAN.toString());
    }

    @Test
    void afterTheClassNothingIsGivenBack() {
        run(Plain.class);
        session.notBegun().giveBack(new GiveBack(8, List.of(id(Plain.class, "[method:a()]"))));
        assertEquals(List.of(new GivenBack(8, List.of())), supervisor.told(GivenBack.class));
    }

    @Test
    void theSetUpOfAClassThatFailsBeginsNone() {
        assertTrue(isDivisible(CannotBeSetUp.class));
        assertEquals(List.of(), RAN);
    }

    @Test
    void whoTakesOverRunsNothingElse() {
        session.resume().narrow(Set.of(), Set.of(id(Plain.class, "[method:a()]"), id(Plain.class, "[method:b()]")));
        run(Plain.class);
        assertEquals(Set.of("a", "b"), Set.copyOf(RAN));
        assertEquals(1, supervisor.told(Divisible.class).size());
    }

    @Test
    void whatIsSaidOfAClassIsSaidBeforeItBegins() {
        run(Plain.class);
        List<Class<?>> kinds = new ArrayList<>();
        supervisor.told.forEach(event -> kinds.add(event.getClass()));
        assertTrue(kinds.indexOf(Divisible.class) > kinds.indexOf(Event.Planned.class));
        assertTrue(kinds.indexOf(Divisible.class) < kinds.indexOf(Event.Began.class));
    }

    @Test
    void whoseTestsBelongTogetherIsNotShared() {
        assertTrue(isDivisible(Plain.class));
        for (Class<?> type : List.of(
                Ordered.class,
                OneInstance.class,
                Locks.class,
                LocksWithin.class,
                Exclusive.class,
                Sequential.class,
                MadeUp.class,
                ByInterface.class,
                OrdersWithin.class,
                Whole.class,
                OnlyOne.class)) {
            assertFalse(isDivisible(type), type.getName());
        }
    }

    @Test
    void norWhereTheConfigurationSaysSoOfAll() {
        for (List<String> setting : List.of(
                List.of("junit.jupiter.testinstance.lifecycle.default", "per_class"),
                List.of("junit.jupiter.testmethod.order.default", MethodOrderer.OrderAnnotation.class.getName()))) {
            Launched.in(handed(Plain.class))
                    .configured(setting.get(0), setting.get(1))
                    .run(Plain.class);
        }
        Launched.in(handed(Plain.class)).inParallel().run(Plain.class);
        assertEquals(List.of(), supervisor.told(Divisible.class));
        assertTrue(RAN.size() >= 3 * 6, "all of it ran: " + RAN);
    }

    @Test
    void withoutTheSettingOnlyWhatIsMarked() {
        session = Sessions.first(supervisor, Sessions.splitting(false));
        assertFalse(isDivisible(Plain.class));
        assertTrue(isDivisible(Marked.class));
    }

    @Test
    void withOneForkNothing() {
        session = Sessions.first(supervisor, Sessions.plain());
        assertFalse(isDivisible(Marked.class));
    }

    /** There is one class in the hands of a worker, where there are several forks. */
    @Test
    void norInAPlanOfSeveral() {
        session.sharedPlan().handedOut(Plain.class.getName());
        Launched.in(session).run(Plain.class, Marked.class);
        assertEquals(List.of(), supervisor.told(Divisible.class));
    }

    private WorkerSession handed(Class<?> type) {
        session.sharedPlan().handedOut(type.getName());
        return session;
    }

    /** All that a listener hears. */
    private static final class Heard implements TestExecutionListener {
        private final List<String> events = new ArrayList<>();

        List<String> events(WorkerSettings settings, Class<?> type) {
            WorkerSession session = Sessions.first(new FakeConversation(), settings);
            session.sharedPlan().handedOut(type.getName());
            Launched.in(session).heardBy(this).run(type);
            return events;
        }

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            events.add("plan " + plan.countTestIdentifiers(test -> true));
        }

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            events.add("registered " + test.getUniqueId());
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            events.add("skipped " + test.getUniqueId() + " " + reason);
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            events.add("started " + test.getUniqueId());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            events.add(result.getStatus() + " " + test.getUniqueId());
        }
    }

    static class Plain {
        private static boolean setUp;

        @BeforeAll
        static void before() {
            setUp = true;
        }

        @AfterAll
        static void after() {
            setUp = false;
        }

        @Test
        void a() {
            assertTrue(setUp);
            ran("a");
        }

        @Test
        void b() {
            ran("b");
        }

        @Test
        @Disabled("as it should")
        void skipped() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void number(int number) {
            ran("number " + number);
        }

        @TestFactory
        Stream<DynamicTest> made() {
            return Stream.of(DynamicTest.dynamicTest("one", () -> ran("made")));
        }

        @Nested
        class Inner {
            @Test
            void x() {
                ran("inner");
            }
        }
    }

    @SplitClass
    static final class Marked extends Plain {}

    @WholeClass
    static final class Whole extends Plain {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Ordered extends Plain {}

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static final class OneInstance extends Plain {}

    @ResourceLock("database")
    static final class Locks extends Plain {}

    static final class LocksWithin extends Plain {
        @Test
        @ResourceLock("database")
        void alone() {}
    }

    @Isolated
    static final class Exclusive extends Plain {}

    @Execution(ExecutionMode.SAME_THREAD)
    static final class Sequential extends Plain {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface InOrder {}

    @InOrder
    static final class MadeUp extends Plain {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    interface Sorted {}

    static final class ByInterface extends Plain implements Sorted {}

    @TestClassOrder(ClassOrderer.ClassName.class)
    static final class OrdersWithin extends Plain {}

    static final class OnlyOne {
        @Test
        void only() {}
    }

    static final class CannotBeSetUp {
        @BeforeAll
        static void before() {
            fail("no database");
        }

        @Test
        void a() {
            ran("a");
        }

        @Test
        void b() {
            ran("b");
        }
    }
}
