package io.github.isolation.worker;

import static io.github.isolation.worker.Subjects.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.NeedsFreshWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** What of a class runs in a worker, as JUnit does it when our filter has had its say. */
class ResumeFilterTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = Sessions.first(supervisor, Sessions.plain());
    private final List<String> ran = new ArrayList<>();

    @BeforeEach
    void listen() {
        Subjects.ran = ran::add;
    }

    @AfterEach
    void forget() {
        RetireRequest.take();
        Subjects.ran = what -> {};
    }

    @Test
    void aWholeClassRunsAsAWhole() {
        run(Set.of(), Set.of(), Subjects.TwoPass.class);
        assertEquals(2, begun().size());
    }

    @Test
    void whatHasItsResultDoesNotRunAgain() {
        run(Set.of(id(Subjects.TwoPass.class, "[method:first()]")), Set.of(), Subjects.TwoPass.class);
        assertEquals(List.of(id(Subjects.TwoPass.class, "[method:second(org.junit.jupiter.api.TestInfo)]")), begun());
    }

    @Test
    void whatIsTriedAgainRunsAlone() {
        run(Set.of(), Set.of(id(Subjects.TwoPass.class, "[method:first()]")), Subjects.TwoPass.class);
        assertEquals(List.of(id(Subjects.TwoPass.class, "[method:first()]")), begun());
    }

    @Test
    void invocationsThatHaveTheirResultsAreLeftOut() {
        String template = "[test-template:byNumber(int)]";
        run(
                Set.of(
                        id(Subjects.Invocations.class, template, "[test-template-invocation:#1]"),
                        id(Subjects.Invocations.class, template, "[test-template-invocation:#3]")),
                Set.of(),
                Subjects.Invocations.class);
        assertEquals(List.of("byNumber 20", "once"), ran);
    }

    @Test
    void oneInvocationMayBeTriedAgain() {
        run(
                Set.of(),
                Set.of(id(
                        Subjects.Invocations.class, "[test-template:byNumber(int)]", "[test-template-invocation:#2]")),
                Subjects.Invocations.class);
        assertEquals(List.of("byNumber 20"), ran);
    }

    @Test
    void dynamicTestsThatHaveTheirResultsAreLeftOut() {
        run(
                Set.of(id(Subjects.Dynamic.class, "[test-factory:made()]", "[dynamic-test:#2]")),
                Set.of(),
                Subjects.Dynamic.class);
        assertEquals(List.of("made 1", "made 3"), ran);
    }

    @Test
    void theFirstClassOfAWorkerHasAFreshOne() {
        run(Set.of(), Set.of(), Subjects.Fresh.class);
        assertEquals(List.of("fresh"), ran);
        assertEquals(List.of(), supervisor.told(NeedsFreshWorker.class));
    }

    @Test
    void aClassThatWantsAFreshWorkerWaitsForOne() {
        session.sharedPlan().handedOut("p.Before");
        run(Set.of(), Set.of(), Subjects.Fresh.class);
        assertEquals(List.of(), ran);
        assertEquals(1, supervisor.told(NeedsFreshWorker.class).size());
    }

    @Test
    void whoWantsNobodyAfterMayComeAfterOthers() {
        session.sharedPlan().handedOut("p.Before");
        run(Set.of(), Set.of(), Subjects.LastOfItsWorker.class);
        assertEquals(1, begun().size());
    }

    /** L19: what a test launches is found while Surefire's plan runs. */
    @Test
    void whatIsFoundWhileTestsRunIsNobodysBusiness() {
        session.resume().narrow(Set.of("[engine:e]/[class:p.A]"), Set.of());
        session.sharedPlan().handedOut("p.A");
        ResumeFilter filter = new ResumeFilter(session);
        TestDescriptor test = inClass("[engine:e]/[class:p.A]/[method:a()]", null);
        assertTrue(filter.apply(test).excluded());
        session.surefirePlan().begin(this);
        assertTrue(filter.apply(test).included());
        session.surefirePlan().end(this);
        assertTrue(filter.apply(test).excluded());
    }

    @Test
    void inAJvmThatIsNoWorkerEverythingPasses() {
        assertTrue(new ResumeFilter(null)
                .apply(inClass("[engine:e]/[class:p.A]", null))
                .included());
    }

    /** It says so, and the class runs where it is. */
    @Test
    void aClassOfWhichNobodyCanTellWhatItWantsRuns() {
        session.sharedPlan().handedOut("p.Before");
        session.sharedPlan().handedOut("p.NoSuchClass");
        TestDescriptor test = inClass("[engine:e]/[class:p.NoSuchClass]", ClassSource.from("p.NoSuchClass"));
        assertTrue(new ResumeFilter(session).apply(test).included());
        assertEquals(1, supervisor.lines().size());
        assertTrue(supervisor.lines().get(0).contains("could not see whether a class wants a fresh worker"));
    }

    @Test
    void ofAClassThatIsHandedOutAgainTheOfferIsLeftOut() {
        session.sharedPlan().offer(List.of(Subjects.Fresh.class.getName()));
        session.sharedPlan().handedOut("p.Before");
        run(Set.of(), Set.of(), Subjects.TwoPass.class);
        supervisor.told.clear();

        session.sharedPlan().offer(List.of(Subjects.Fresh.class.getName(), Subjects.Another.class.getName()));
        session.sharedPlan().handedOut(Subjects.TwoPass.class.getName());
        session.sharedPlan().begin();
        Launched.in(session).run(Subjects.TwoPass.class, Subjects.Fresh.class, Subjects.Another.class);
        assertEquals(List.of(), ran);
        assertEquals(2, begun().size(), "TwoPass alone: what comes after the class that waits would be out of order");
        assertEquals(List.of(), supervisor.told(NeedsFreshWorker.class), "it was not handed out yet");
    }

    private void run(Set<String> finalIds, Set<String> onlyIds, Class<?> type) {
        session.resume().narrow(finalIds, onlyIds);
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).run(type);
    }

    private List<String> begun() {
        return supervisor.told(Began.class).stream()
                .filter(began -> !began.container())
                .map(Began::id)
                .toList();
    }

    private static TestDescriptor inClass(String id, TestSource source) {
        TestDescriptor engine = new EngineDescriptor(UniqueId.forEngine("e"), "E");
        TestDescriptor test = new Found(UniqueId.parse(id), source);
        engine.addChild(test);
        return test;
    }

    private static final class Found extends AbstractTestDescriptor {
        Found(UniqueId id, TestSource source) {
            super(id, "found", source);
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }
}
