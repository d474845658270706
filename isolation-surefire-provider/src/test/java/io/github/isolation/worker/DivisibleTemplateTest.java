package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.protocol.Command.GiveBack;
import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.GivenBack;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What others may run of the invocations of a test, as JUnit makes and runs them. */
class DivisibleTemplateTest {
    private static final List<String> RAN = new ArrayList<>();
    private static IntConsumer inTest = number -> {};
    private static int made;

    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = Sessions.first(supervisor, Sessions.splitting(true));
    private final Heard heard = new Heard();

    @BeforeEach
    void forget() {
        RAN.clear();
        inTest = number -> {};
        made = 0;
    }

    private static void ran(String test) {
        RAN.add(test);
        inTest.accept(RAN.size());
    }

    private static String id(Class<?> type, String... below) {
        return "[engine:junit-jupiter]/[class:" + type.getName() + "]"
                + String.join("", Stream.of(below).map("/"::concat).toList());
    }

    private void run(Class<?> type) {
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).heardBy(heard).run(type);
    }

    /** While the first test runs, the supervisor asks what comes next; while the second does, it wants these. */
    private void wants(String template, String... invocations) {
        List<String> ids =
                Stream.of(invocations).map(one -> template + "/" + one).toList();
        inTest = number -> {
            if (number == 1) {
                session.notBegun().lookAhead(template);
            } else if (number == 2 && !ids.isEmpty()) {
                session.notBegun().giveBack(new GiveBack(7, ids));
            }
        };
    }

    private List<String> told() {
        List<String> ids = new ArrayList<>();
        supervisor.told(Ahead.class).forEach(next -> next.invocations()
                .forEach(one -> ids.add(one.test().id())));
        return ids;
    }

    @Test
    void whatIsGivenBackIsNotBegunAndNobodyHearsOfIt() {
        String numbers = id(Numbers.class, "[test-template:number(int)]");
        wants(numbers, "[test-template-invocation:#4]", "[test-template-invocation:#2]");
        run(Numbers.class);
        assertEquals(List.of("1", "2", "3"), RAN);
        assertEquals(
                List.of(new GivenBack(7, List.of(numbers + "/[test-template-invocation:#4]"))),
                supervisor.told(GivenBack.class));
        assertEquals(
                List.of(),
                heard.events.stream().filter(event -> event.contains("#4")).toList());
    }

    @Test
    void whatComesNextIsToldOnceInItsOrderAndWhetherMoreMayCome() {
        wants(id(Numbers.class, "[test-template:number(int)]"));
        run(Numbers.class);
        List<Ahead> told = supervisor.told(Ahead.class);
        assertEquals(1, told.size());
        assertEquals(
                List.of(
                        "[test-template-invocation:#2]",
                        "[test-template-invocation:#3]",
                        "[test-template-invocation:#4]"),
                told().stream()
                        .map(one -> one.substring(one.lastIndexOf('/') + 1))
                        .toList());
        assertEquals(false, told.get(0).more());
        assertEquals(
                3,
                told.get(0).invocations().stream()
                        .map(UpcomingTest::label)
                        .distinct()
                        .count());
    }

    @Test
    void whoListensHearsTheSameWhetherAnybodyAskedOrNot() {
        for (Class<?> type : List.of(Numbers.class, Again.class, Made.class, Fails.class)) {
            heard.events.clear();
            run(type);
            List<String> events = List.copyOf(heard.events);
            for (String template :
                    List.copyOf(supervisor.told(Divisible.class).get(0).templates())) {
                heard.events.clear();
                RAN.clear();
                wants(template);
                run(type);
                assertEquals(events, heard.events);
            }
            assertTrue(!told().isEmpty(), type.getName());
            supervisor.told.clear();
            RAN.clear();
            inTest = number -> {};
        }
    }

    /** Should it never run, its error has the name that its report would have had. */
    @Test
    void whatIsToldHasTheNamesOfTheReports() throws ReflectiveOperationException {
        for (Class<?> type : List.of(Numbers.class, Again.class)) {
            supervisor.told.clear();
            RAN.clear();
            run(type);
            wants(supervisor.told(Divisible.class).get(0).templates().get(0));
            supervisor.told.clear();
            RAN.clear();
            session.sharedPlan().handedOut(type.getName());
            Launched.in(session).reportingTo(session.encoder()).run(type);
            Map<String, String> names = new HashMap<>();
            for (Reported reported : supervisor.told(Reported.class)) {
                if (reported.kind() == ReportKind.STARTING) {
                    names.put(
                            reported.report().id(),
                            reported.report().source() + " " + reported.report().name());
                }
            }
            assertTrue(!told().isEmpty(), type.getName());
            for (Ahead next : supervisor.told(Ahead.class)) {
                for (UpcomingTest one : next.invocations()) {
                    PlannedTest test = one.test();
                    assertEquals(names.get(test.id()), test.source() + " " + test.name());
                }
            }
        }
    }

    @Test
    void whatIsCalledTheSameStaysTogether() {
        wants(id(Alike.class, "[test-template:number(int)]"), "[test-template-invocation:#3]");
        run(Alike.class);
        assertEquals(List.of("1", "1", "2"), RAN);
        assertEquals(
                List.of(new Ahead(id(Alike.class, "[test-template:number(int)]"), List.of(), false)),
                supervisor.told(Ahead.class));
        assertTrue(
                supervisor.lines().stream().anyMatch(line -> line.contains("several are called \"works\"")),
                supervisor.lines().toString());
    }

    /** All that is repeated is the same. */
    @Test
    void exceptWhatIsOnlyRepeated() {
        wants(id(Plain.class, "[test-template:again()]"), "[test-template-invocation:#3]");
        run(Plain.class);
        assertEquals(List.of("again", "again"), RAN);
    }

    @Test
    void ofWhatThereIsNoEndOfNotMuchIsMadeInAdvance() {
        String endless = id(Many.class, "[test-template:number(int)]");
        inTest = number -> {
            if (number == 1) {
                session.notBegun().lookAhead(endless);
            } else if (number == 2) {
                assertEquals(1 + InvocationsAhead.MOST, made);
            }
        };
        run(Many.class);
        assertEquals(InvocationsAhead.MOST + 50, RAN.size());
        assertEquals(InvocationsAhead.MOST, told().size());
        assertEquals(true, supervisor.told(Ahead.class).get(0).more());
    }

    @Test
    void whatWasMadeBeforeTheirSourceFailsRuns() {
        wants(id(Breaks.class, "[test-template:number(int)]"));
        run(Breaks.class);
        assertEquals(List.of("1", "2", "3"), RAN);
        assertEquals(2, told().size());
        assertTrue(
                heard.events.contains("FAILED " + id(Breaks.class, "[test-template:number(int)]")),
                heard.events.toString());
    }

    @Test
    void aFactoryIsTidiedUpAfterItsLastTest() {
        wants(id(Made.class, "[test-factory:made()]"), "[dynamic-test:#4]");
        run(Made.class);
        assertEquals(List.of("before", "one", "in a container", "two", "after"), RAN);
        assertEquals(
                List.of("[dynamic-test:#1]", "[dynamic-test:#3]", "[dynamic-test:#4]"),
                told().stream()
                        .map(one -> one.substring(one.lastIndexOf('/') + 1))
                        .toList());
    }

    @Test
    void whoRunsTheOthersHasTheirNumbers() {
        String again = id(Again.class, "[test-template:again(org.junit.jupiter.api.RepetitionInfo)]");
        session.resume()
                .narrow(
                        Set.of(),
                        Set.of(again + "/[test-template-invocation:#2]", again + "/[test-template-invocation:#3]"));
        run(Again.class);
        assertEquals(List.of("2 of 3", "3 of 3"), RAN);
    }

    /** How many there are, an extension may decide while they run. */
    @Test
    void whatAnExtensionMakesStaysTogether() {
        run(OfAnExtension.class);
        assertEquals(List.of(), supervisor.told(Divisible.class));
        assertEquals(List.of("extension"), RAN);
    }

    /** All that a listener hears. */
    private static final class Heard implements TestExecutionListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            events.add("registered " + test.getUniqueId());
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            events.add("started " + test.getUniqueId() + " " + test.getDisplayName());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            events.add(result.getStatus() + " " + test.getUniqueId());
        }
    }

    static final class Numbers {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void number(int number) {
            ran(String.valueOf(number));
        }
    }

    static final class Again {
        @RepeatedTest(3)
        void again(RepetitionInfo info) {
            ran(info.getCurrentRepetition() + " of " + info.getTotalRepetitions());
        }
    }

    static final class Plain {
        @RepeatedTest(value = 3, name = "works")
        void again() {
            ran("again");
        }
    }

    static final class Alike {
        @ParameterizedTest(name = "works")
        @ValueSource(ints = {1, 1, 2})
        void number(int number) {
            ran(String.valueOf(number));
        }
    }

    static final class Fails {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void number(int number) {
            ran(String.valueOf(number));
            if (number == 2) {
                fail("as it should");
            }
        }
    }

    static final class Many {
        static IntStream numbers() {
            return IntStream.rangeClosed(1, InvocationsAhead.MOST + 50).peek(number -> made = number);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void number(int number) {
            ran(String.valueOf(number));
        }
    }

    static final class Breaks {
        static IntStream numbers() {
            return IntStream.of(1, 2, 3, 4).peek(number -> assertTrue(number < 4, "as it should"));
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void number(int number) {
            ran(String.valueOf(number));
        }
    }

    static final class Made {
        @BeforeEach
        void before() {
            RAN.add("before");
        }

        @AfterEach
        void after() {
            RAN.add("after");
        }

        @TestFactory
        Stream<DynamicNode> made() {
            inTest.accept(1);
            return Stream.of(
                    DynamicTest.dynamicTest("one", () -> RAN.add("one")),
                    DynamicContainer.dynamicContainer("two", List.of(DynamicTest.dynamicTest("in it", () -> {
                        RAN.add("in a container");
                        inTest.accept(2);
                    }))),
                    DynamicTest.dynamicTest("three", () -> RAN.add("two")),
                    DynamicTest.dynamicTest("four", () -> RAN.add("three")));
        }
    }

    @ExtendWith(Once.class)
    static final class OfAnExtension {
        @TestTemplate
        void test() {
            ran("extension");
        }
    }

    static final class Once implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {});
        }
    }
}
