package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.SplitClass;
import io.github.isolation.WholeClass;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.Members;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.PlannedTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Of a class of which other machines run the rest, as JUnit runs it: each member runs on one machine, with all that is in it. */
class PartOfClassTest {
    private static final List<String> RAN = new ArrayList<>();
    private static final List<String> MEMBERS = List.of(
            "method:a()",
            "method:b(org.junit.jupiter.api.TestInfo)",
            "nested-class:Inner",
            "test-factory:made()",
            "test-template:number(int)");
    private static final Set<String> ALL =
            Set.of("a", "b", "inner", "innermost", "made 1", "made 2", "number 1", "number 2");

    private FakeConversation supervisor = new FakeConversation();
    private WorkerSession session = Sessions.first(supervisor, Sessions.splitting(true));

    @BeforeEach
    @BeforeTry
    void forget() {
        RAN.clear();
    }

    private void fresh(WorkerSettings settings) {
        supervisor = new FakeConversation();
        session = Sessions.first(supervisor, settings);
        RAN.clear();
    }

    /** As the supervisor hands it out. */
    private Set<String> run(Class<?> type, int part, int of, String... members) {
        if (part > 0) {
            session.partOfClass().narrow(new Command.OnlyPart(part, of, List.of(members)));
        }
        session.partOfClass().handedOut(type.getName());
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).run(type);
        List<String> tests = RAN.stream().filter(name -> !name.equals("set up")).toList();
        assertEquals(tests.size(), new HashSet<>(tests).size(), "once each");
        return new TreeSet<>(tests);
    }

    private Members said() {
        List<Members> said = supervisor.told(Members.class);
        assertEquals(1, said.size(), said.toString());
        return said.get(0);
    }

    @Test
    void aPartIsWhatItNamesAndTheLastOneIsTheRest() {
        Set<String> first = run(
                Plain.class, 1, 2, "method:a()", "nested-class:Inner", "test-template:number(int)", "method:gone()");
        assertEquals(Set.of("a", "inner", "innermost", "number 1", "number 2"), first);
        assertEquals(MEMBERS, said().found().stream().sorted().toList());
        assertEquals(
                List.of("method:a()", "nested-class:Inner", "test-template:number(int)"),
                said().own().stream().sorted().toList());
        fresh(Sessions.splitting(true));
        Set<String> last = run(
                Plain.class, 2, 2, "method:a()", "nested-class:Inner", "test-template:number(int)", "method:gone()");
        assertEquals(Set.of("b", "made 1", "made 2"), last);
        assertEquals(MEMBERS, said().found().stream().sorted().toList());
        assertEquals(
                List.of("method:b(org.junit.jupiter.api.TestInfo)", "test-factory:made()"),
                said().own().stream().sorted().toList());
    }

    /** However it is planned, and whatever is gone or new since then. */
    @Property(tries = 100)
    void everyMemberRunsOnOneMachine(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int machines, @ForAll boolean divisible) {
        Random random = new Random(seed);
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            parts.add(new ArrayList<>(List.of("method:gone" + i + "()")));
        }
        MEMBERS.forEach(member -> parts.get(random.nextInt(machines)).add(member));
        Class<?> type = divisible ? Plain.class : InOrder.class;
        List<String> ran = new ArrayList<>();
        List<String> own = new ArrayList<>();
        Set<List<String>> found = new HashSet<>();
        for (int part = 1; part <= machines; part++) {
            List<String> named = part < machines
                    ? parts.get(part - 1)
                    : parts.subList(0, machines - 1).stream()
                            .flatMap(List::stream)
                            .toList();
            fresh(Sessions.splitting(true));
            ran.addAll(run(type, part, machines, named.toArray(String[]::new)));
            own.addAll(said().own());
            found.add(said().found().stream().sorted().toList());
            assertEquals(!divisible, said().whole());
        }
        assertEquals(ran.size(), new HashSet<>(ran).size(), ran.toString());
        assertEquals(divisible ? ALL : Set.of("first", "second"), new HashSet<>(ran));
        assertEquals(1, found.size());
        assertEquals(found.iterator().next(), own.stream().sorted().toList());
    }

    @Test
    void whatIsInNoPartIsNotPlannedEither() {
        run(Plain.class, 1, 2, "method:a()");
        assertEquals(
                List.of("[engine:junit-jupiter]/[class:" + Plain.class.getName() + "]/[method:a()]"),
                supervisor.told(Planned.class).stream()
                        .flatMap(plan -> plan.tests().stream())
                        .map(PlannedTest::id)
                        .toList());
        assertEquals(List.of("set up", "a"), RAN);
    }

    @Test
    void wherePartsAreGoneNothingIsSetUp() {
        assertEquals(Set.of(), run(Plain.class, 1, 3, "method:gone()"));
        assertEquals(List.of(), RAN);
        assertEquals(List.of(), said().own());
        assertEquals(
                List.of(),
                supervisor.told(Planned.class).stream()
                        .flatMap(plan -> plan.tests().stream())
                        .toList());
    }

    @Test
    void aClassWhoseTestsStayTogetherIsThatOfTheFirstPart() {
        for (Class<?> type : List.of(InOrder.class, MarkedWhole.class)) {
            fresh(Sessions.splitting(true));
            assertEquals(Set.of("first", "second"), run(type, 1, 2, "method:first()"));
            assertTrue(said().whole());
            assertEquals(said().found(), said().own());
            fresh(Sessions.splitting(true));
            assertEquals(Set.of(), run(type, 2, 2, "method:first()"));
            assertEquals(List.of(), RAN);
            assertTrue(said().whole());
            assertEquals(2, said().found().size());
            assertEquals(List.of(), said().own());
        }
    }

    /** The same on all machines, however many forks they have. */
    @Test
    void whoMayBeDividedDoesNotDependOnTheNumberOfForks() {
        fresh(Sessions.splittingAlone());
        assertEquals(Set.of("a"), run(Plain.class, 1, 2, "method:a()"));
        assertEquals(List.of(), supervisor.told(Divisible.class), "there is nobody to share it with");
        fresh(Sessions.plain());
        assertEquals(Set.of("a"), run(Plain.class, 1, 2, "method:a()"), "whoever made the plan has asked for it");
    }

    @Test
    void howJUnitIsConfiguredCountsAsWell() {
        for (String line : List.of(
                "junit.jupiter.testinstance.lifecycle.default = per_class",
                "junit.jupiter.testmethod.order.default = org.junit.jupiter.api.MethodOrderer$Random",
                "junit.jupiter.execution.parallel.enabled = true")) {
            fresh(Sessions.splitting(true));
            session.execution().begin(Map.of("configurationParameters", line));
            assertEquals(Set.of(), run(Plain.class, 2, 2, "method:a()"), line);
            assertTrue(said().whole());
        }
    }

    @Test
    void whatForksShareIsWhatThisMachineHas() {
        run(Plain.class, 1, 2, "method:a()", "nested-class:Inner");
        assertEquals(1, supervisor.told(Divisible.class).size());
        fresh(Sessions.splitting(true));
        run(Plain.class, 1, 2, "method:a()");
        assertEquals(List.of(), supervisor.told(Divisible.class), "one member is nothing to share");
    }

    @Test
    void theNextClassIsWholeAgain() {
        run(Plain.class, 1, 2, "method:a()");
        RAN.clear();
        assertEquals(Set.of("b"), run(Plain.class, 1, 2, "method:b(org.junit.jupiter.api.TestInfo)"));
        RAN.clear();
        assertEquals(ALL, run(Plain.class, 0, 0));
    }

    @Test
    void aPartMayBeSaidInPieces() {
        session.partOfClass().narrow(new Command.OnlyPart(1, 2, List.of("method:a()")));
        assertEquals(Set.of("a", "b"), run(Plain.class, 1, 2, "method:b(org.junit.jupiter.api.TestInfo)"));
    }

    /** As with engines whose tests come up while others run. */
    @Test
    void whatIsInAClassThatStaysTogetherNeedNotBeThereYet() {
        for (int part = 1; part <= 2; part++) {
            session.partOfClass().narrow(new Command.OnlyPart(part, 2, List.of("method:a()")));
            session.partOfClass().handedOut(Plain.class.getName());
            TestDescriptor engine = new EngineDescriptor(UniqueId.forEngine("e"), "E");
            TestDescriptor type =
                    new Container(UniqueId.parse("[engine:e]/[class:x]"), ClassSource.from(Plain.class), true);
            engine.addChild(type);
            assertEquals(part == 1, new ResumeFilter(session).apply(type).included());
        }
        assertTrue(supervisor.told(Members.class).stream()
                .allMatch(said -> said.whole() && said.found().isEmpty()));
    }

    /** As of jqwik, which has one for each class; JUnit throws it away when all filters are through. */
    @Test
    void anEmptyContainerOfAnotherEngineSaysNothingOfTheClass() {
        for (int part = 0; part <= 2; part++) {
            session.partOfClass().narrow(new Command.OnlyPart(part, part == 0 ? 0 : 2, List.of("method:a()")));
            session.partOfClass().handedOut(Plain.class.getName());
            TestDescriptor engine = new EngineDescriptor(UniqueId.forEngine("e"), "E");
            engine.addChild(
                    new Container(UniqueId.parse("[engine:e]/[class:x]"), ClassSource.from(Plain.class), false));
            new ResumeFilter(session).apply(engine.getChildren().iterator().next());
        }
        assertEquals(List.of(), supervisor.told(Members.class));
    }

    @Test
    void membersOfAClassThatMightBeDividedAreTold() {
        run(Plain.class, 0, 0);
        assertEquals(Plain.class.getName(), said().className());
        assertEquals(said().found(), said().own());
        assertEquals(MEMBERS, said().found().stream().sorted().toList());
        for (Class<?> type : List.of(InOrder.class, MarkedWhole.class)) {
            fresh(Sessions.splitting(true));
            run(type, 0, 0);
            assertEquals(List.of(), supervisor.told(Members.class));
        }
        fresh(Sessions.plain());
        run(Plain.class, 0, 0);
        assertEquals(List.of(), supervisor.told(Members.class), "nobody has asked");
        run(Marked.class, 0, 0);
        assertEquals(
                List.of("method:one()", "method:two()"),
                said().own().stream().sorted().toList());
    }

    /** What was left of it by a worker that died. */
    @Test
    void whatHasItsResultIsNotRunAgainEither() {
        session.resume()
                .narrow(Set.of("[engine:junit-jupiter]/[class:" + Plain.class.getName() + "]/[method:a()]"), Set.of());
        assertEquals(Set.of("inner", "innermost"), run(Plain.class, 1, 2, "method:a()", "nested-class:Inner"));
        assertEquals(2, said().own().size(), "it is of this part all the same");
    }

    private static final class Container extends AbstractTestDescriptor {
        private final boolean registers;

        Container(UniqueId id, TestSource source, boolean registers) {
            super(id, "container", source);
            this.registers = registers;
        }

        @Override
        public boolean mayRegisterTests() {
            return registers;
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }

    static class Plain {
        @BeforeAll
        static void setUp() {
            RAN.add("set up");
        }

        @Test
        void a() {
            RAN.add("a");
        }

        @Test
        void b(org.junit.jupiter.api.TestInfo info) {
            RAN.add("b");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void number(int number) {
            RAN.add("number " + number);
        }

        @TestFactory
        List<DynamicTest> made() {
            return List.of(
                    DynamicTest.dynamicTest("1", () -> RAN.add("made 1")),
                    DynamicTest.dynamicTest("2", () -> RAN.add("made 2")));
        }

        @Nested
        class Inner {
            @Test
            void inner() {
                RAN.add("inner");
            }

            @Nested
            class Innermost {
                @Test
                void a() {
                    RAN.add("innermost");
                }
            }
        }
    }

    @SplitClass
    static class Marked {
        @Test
        void one() {
            RAN.add("one");
        }

        @Test
        void two() {
            RAN.add("two");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class InOrder {
        @Test
        void first() {
            RAN.add("first");
        }

        @Test
        void second() {
            RAN.add("second");
        }
    }

    @WholeClass
    static class MarkedWhole extends InOrder {}
}
