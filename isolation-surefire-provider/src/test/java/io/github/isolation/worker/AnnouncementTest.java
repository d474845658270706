package io.github.isolation.worker;

import static io.github.isolation.worker.Subjects.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.TimeLimit;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.TimeLimited;
import io.github.isolation.protocol.PlannedTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/** What the supervisor is told of a class before it runs. */
class AnnouncementTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = new WorkerSession(supervisor, Sessions.plain());

    @Test
    void whatIsNestedIsFiledUnderTheOutermostClass() {
        run(Subjects.Limited.class);
        String outermost = Subjects.Limited.class.getName();
        assertEquals(
                List.of(
                        new PlannedTest(id(Subjects.Limited.class, "[method:only()]"), outermost, "only", false),
                        new PlannedTest(
                                id(Subjects.Limited.class, "[nested-class:Inner]", "[method:inside()]"),
                                outermost,
                                "inside",
                                false)),
                planned());
    }

    /** Its tests come up while it runs. */
    @Test
    void aContainerWithNothingInItIsPlanned() {
        run(Subjects.Dynamic.class);
        assertEquals(
                List.of(new PlannedTest(
                        id(Subjects.Dynamic.class, "[test-factory:made()]"),
                        Subjects.Dynamic.class.getName(),
                        "made",
                        true)),
                planned());
    }

    @Test
    void parametersAreInTheNameAsSurefireHasThem() {
        run(Subjects.Invocations.class);
        assertEquals(
                List.of("byNumber{int}", "once"),
                planned().stream().map(PlannedTest::name).sorted().toList());
    }

    @Test
    void aClassMayTakeAsLongAsItSays() {
        run(Subjects.Limited.class);
        assertEquals(List.of(new TimeLimited(3_000, 60_000)), supervisor.told(TimeLimited.class));
    }

    @Test
    void mostClassesSayNothingOfThat() {
        run(Subjects.TwoPass.class);
        assertEquals(List.of(), supervisor.told(TimeLimited.class));
    }

    @Test
    void moreTestsThanFitIntoAFrameAreToldInPieces() {
        session.sharedPlan().handedOut("p.Many");
        Launched.in(session).with(new ManyTests(8_001)).run(Subjects.Another.class);
        assertEquals(
                List.of(4_000, 4_000, 1),
                supervisor.told(Planned.class).stream()
                        .map(planned -> planned.tests().size())
                        .toList());
        assertEquals(8_001, planned().stream().map(PlannedTest::id).distinct().count());
    }

    @Test
    void aClassWithoutTestsIsToldOf() {
        session.sharedPlan().handedOut("p.Many");
        Launched.in(session).with(new ManyTests(0)).run(Subjects.Another.class);
        assertEquals(
                List.of(new PlannedTest("[engine:many]/[class:p.Many]", "p.Many", PlannedTest.NO_NAME, true)),
                planned());
    }

    @Test
    void ofAClassThatCannotBeLoadedNobodyKnowsWhatStandsOnIt() {
        Announcement announcement = new Announcement(supervisor, session.resume(), session.guard());
        TestIdentifier missing = TestIdentifier.from(
                new Found(UniqueId.forEngine("e").append("class", "q.Missing"), ClassSource.from("q.Missing"), false));
        assertNull(announcement.annotation(missing, TimeLimit.class));
        assertTrue(supervisor.lines().get(0).contains("could not read an annotation"), supervisor.lines()::toString);
        assertEquals("q.Missing", Announcement.className(missing));
    }

    /** A replacement would find all others again by itself. */
    @Test
    void ofTestsThatComeUpLateThoseInInvocationsOfAClassAreTold() {
        UniqueId invocation = UniqueId.parse("[engine:e]/[class-template:p.A]/[class-template-invocation:#2]");
        late(invocation.append("method", "a()"), true);
        late(invocation, false);
        late(invocation.append("nested-class", "B"), false);
        late(UniqueId.parse("[engine:e]/[class:p.A]/[test-template:t()]/[test-template-invocation:#1]"), true);
        assertEquals(
                List.of(invocation.append("method", "a()").toString()),
                planned().stream().map(PlannedTest::id).toList());
        assertTrue(!planned().get(0).container());
    }

    private void late(UniqueId id, boolean test) {
        Announcement announcement = new Announcement(supervisor, session.resume(), session.guard());
        EngineDescriptor engine = new EngineDescriptor(UniqueId.forEngine("e"), "E");
        Found found = new Found(id, null, test);
        engine.addChild(found);
        announcement.late(Plans.of(engine), TestIdentifier.from(found));
    }

    private void run(Class<?> type) {
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).run(type);
    }

    private List<PlannedTest> planned() {
        return supervisor.told(Planned.class).stream()
                .flatMap(planned -> planned.tests().stream())
                .toList();
    }

    private static class Found extends AbstractTestDescriptor {
        private final boolean test;

        Found(UniqueId id, TestSource source, boolean test) {
            super(id, "found", source);
            this.test = test;
        }

        @Override
        public Type getType() {
            return test ? Type.TEST : Type.CONTAINER;
        }
    }

    /** Has one class, which has so many tests. */
    private record ManyTests(int count) implements TestEngine {
        @Override
        public String getId() {
            return "many";
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
            EngineDescriptor engine = new EngineDescriptor(uniqueId, "many");
            Found type = new Found(uniqueId.append("class", "p.Many"), ClassSource.from("p.Many"), false) {
                @Override
                public boolean mayRegisterTests() {
                    return true; // or the launcher would prune it
                }
            };
            engine.addChild(type);
            for (int i = 0; i < count; i++) {
                type.addChild(new Found(type.getUniqueId().append("method", "m" + i + "()"), null, true));
            }
            return engine;
        }

        @Override
        public void execute(ExecutionRequest request) {
            request.getEngineExecutionListener().executionStarted(request.getRootTestDescriptor());
            request.getEngineExecutionListener()
                    .executionFinished(request.getRootTestDescriptor(), TestExecutionResult.successful());
        }
    }
}
