package io.github.isolation.worker;

import static io.github.isolation.worker.Subjects.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.audit.AuditedTests;
import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.GoesOn;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/** What the supervisor hears of the tests that JUnit runs in a worker. */
class PlanListenerTest {
    private static final String FIRST = id(Subjects.TwoPass.class, "[method:first()]");
    private static final String SECOND = id(Subjects.TwoPass.class, "[method:second(org.junit.jupiter.api.TestInfo)]");

    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = Sessions.first(supervisor, Sessions.plain());

    @AfterEach
    void forget() {
        Subjects.ran = what -> {};
        RetireRequest.take();
    }

    @Test
    void allTestsAreKnownBeforeOneBegins() {
        handOut(Subjects.TwoPass.class);
        Launched.in(session).run(Subjects.TwoPass.class);

        Event first = supervisor.told.get(0);
        assertEquals(
                List.of(
                        new PlannedTest(FIRST, Subjects.TwoPass.class.getName(), "first", false),
                        new PlannedTest(SECOND, Subjects.TwoPass.class.getName(), "second{TestInfo}", false)),
                ((Planned) first).tests());
        assertEquals(1, supervisor.told(Planned.class).size());
    }

    @Test
    void eachTestIsFollowedFromItsBeginToItsEnd() {
        handOut(Subjects.TwoPass.class);
        Launched.in(session).run(Subjects.TwoPass.class);

        assertEquals(
                List.of(
                        "began [engine:junit-jupiter]",
                        "began " + id(Subjects.TwoPass.class),
                        "began " + FIRST,
                        "ended " + FIRST,
                        "began " + SECOND,
                        "ended " + SECOND,
                        "ended " + id(Subjects.TwoPass.class),
                        "ended [engine:junit-jupiter]"),
                followed());
    }

    @Test
    void ofWhatFailedOrWasSkippedNothingBelowIsHeardOfAnyMore() {
        handOut(Subjects.Skips.class);
        Launched.in(session).run(Subjects.Skips.class);
        Launched.in(session).run(Subjects.CannotBeSetUp.class);

        List<String> settled = supervisor.told(Ended.class).stream()
                .filter(Ended::settlesBelow)
                .map(Ended::id)
                .toList();
        assertEquals(
                List.of(id(Subjects.Skips.class, "[method:skipped()]"), id(Subjects.CannotBeSetUp.class)), settled);
    }

    /** Surefire's listener reports it next, in the same thread. */
    @Test
    void aTestThatIsSkippedIsTheOneOfItsThread() throws ReflectiveOperationException {
        handOut(Subjects.Skips.class);
        Launched.in(session).reportingTo(session.encoder()).run(Subjects.Skips.class);

        List<String> skipped = supervisor.told(Reported.class).stream()
                .filter(report -> report.kind() == ReportKind.SKIPPED)
                .map(report -> report.report().id())
                .toList();
        assertEquals(List.of(id(Subjects.Skips.class, "[method:skipped()]")), skipped);
    }

    @Test
    void whatIsButANumberHasAName() {
        handOut(Subjects.Invocations.class);
        Launched.in(session).run(Subjects.Invocations.class);

        List<String> labels = supervisor.told(Began.class).stream()
                .filter(began -> began.label() != null)
                .map(began -> began.id().substring(began.id().lastIndexOf('/')) + " " + began.label())
                .toList();
        assertEquals(
                List.of(
                        "/[test-template-invocation:#1] [1] 10",
                        "/[test-template-invocation:#2] [2] 20",
                        "/[test-template-invocation:#3] [3] 30"),
                labels);
    }

    /** L19. */
    @Test
    void whatATestLaunchesItselfIsNobodysBusiness() {
        Subjects.ran = what -> {
            if (what.equals("hosts")) {
                Launched.in(session).run(Subjects.Skips.class);
            }
        };
        handOut(Subjects.Hosting.class);
        Launched.in(session).run(Subjects.Hosting.class);

        assertTrue(followed().contains("ended " + id(Subjects.Hosting.class)), followed()::toString);
        assertEquals(
                List.of(),
                followed().stream().filter(line -> line.contains("Skips")).toList());
        assertEquals(1, supervisor.told(Planned.class).size());
    }

    /** As a report of Surefire's gets the id of the test that its thread runs. */
    @Test
    void whatATestLaunchesItselfDoesNotChangeWhichTestItIs() {
        List<String> current = new ArrayList<>();
        Subjects.ran = what -> {
            Launched.in(session).run(Subjects.Skips.class);
            current.add(session.tests().id());
        };
        handOut(Subjects.Hosting.class);
        Launched.in(session).run(Subjects.Hosting.class);

        assertEquals(List.of(id(Subjects.Hosting.class, "[method:hosts()]")), current);
    }

    @Test
    void aSecondPlanIsFollowedWhenTheFirstHasEnded() {
        handOut(Subjects.TwoPass.class);
        Launched.in(session).run(Subjects.TwoPass.class);
        handOut(Subjects.Another.class);
        Launched.in(session).run(Subjects.Another.class);

        assertTrue(followed().contains("ended " + id(Subjects.Another.class, "[method:only()]")), followed()::toString);
        assertEquals(2, supervisor.told(Planned.class).size());
    }

    @Test
    void inAPlanOfSeveralEachClassIsToldOfWhenItsTurnComes() {
        session.sharedPlan().offer(List.of(Subjects.Another.class.getName()));
        handOut(Subjects.TwoPass.class);
        session.sharedPlan().begin();
        Launched.in(session).run(Subjects.TwoPass.class, Subjects.Another.class);

        List<String> order = supervisor.told.stream()
                .filter(event -> event instanceof Planned || event instanceof GoesOn)
                .map(event -> event instanceof GoesOn on
                        ? "goes on to " + on.className()
                        : "plans " + ((Planned) event).tests().size())
                .toList();
        String both = "plans 2, goes on to " + Subjects.Another.class.getName() + ", plans 1";
        assertEquals(both, String.join(", ", order));
    }

    /** A test may look for others, and they may want a fresh worker. */
    @Test
    void whenTheTestsOfAPlanRunAllOfThemWereFound() {
        List<Boolean> leftOut = new ArrayList<>();
        Subjects.ran = what -> leftOut.add(session.sharedPlan().leavesOut(Subjects.Fresh.class.getName(), true));
        session.sharedPlan().offer(List.of(Subjects.Another.class.getName()));
        handOut(Subjects.Hosting.class);
        session.sharedPlan().begin();
        Launched.in(session).run(Subjects.Hosting.class, Subjects.Another.class);
        assertEquals(List.of(false), leftOut);
    }

    @Test
    void aClassMayBeTheLastOfItsWorker() {
        handOut(Subjects.LastOfItsWorker.class);
        Launched.in(session).run(Subjects.LastOfItsWorker.class);
        assertEquals("after a class that wants it", RetireRequest.take());
    }

    @Test
    void mostClassesAreNot() {
        handOut(Subjects.TwoPass.class);
        Launched.in(session).run(Subjects.TwoPass.class);
        assertNull(RetireRequest.take());
    }

    /** It is tried again, with one class. */
    @Test
    void anEngineThatEndsBeforeItHasBegunAClassOfSeveralHasNotEnded() {
        session.sharedPlan().offer(List.of("q.Other"));
        session.sharedPlan().handedOut("p.InHand");
        session.sharedPlan().begin();
        PlanListener listener = new PlanListener(session);
        session.surefirePlan().begin(listener);
        TestDescriptor engine = new EngineDescriptor(UniqueId.forEngine("e"), "E");

        listener.executionSkipped(TestIdentifier.from(engine), "broken");
        assertEquals(List.of(), supervisor.told(Ended.class));

        session.sharedPlan().begun();
        listener.executionSkipped(TestIdentifier.from(engine), "broken");
        assertEquals(List.of(new Ended("[engine:e]", true)), supervisor.told(Ended.class));
    }

    /** Looks like the agent, to {@link AuditedTests}. */
    public static final class Audit {
        private static final List<String> HEARD = new ArrayList<>();

        public static void begins(String className, String method) {
            HEARD.add(className.substring(className.lastIndexOf('$') + 1) + "." + method);
        }

        public static void ends() {
            HEARD.add("ends");
        }

        public static void nobodyTells(String why) {
            HEARD.add("nobody tells: " + why);
        }
    }

    /** Invocations are tests of their method; what has no class has no name that an audit could use. */
    @Test
    void anAuditHearsOfEachClassAndTestAndOfTheirEnds() {
        Audit.HEARD.clear();
        handOut(Subjects.Invocations.class);
        Launched.in(session)
                .auditedBy(new AuditedTests((what, why) -> Audit.HEARD.add(what + why), Audit.class.getName()))
                .run(Subjects.Invocations.class);
        String invocation = "Invocations.byNumber, ends, ";
        assertEquals(
                "Invocations., Invocations.byNumber, " + invocation.repeat(3) + "ends, Invocations.once, ends, ends",
                String.join(", ", Audit.HEARD));
    }

    private void handOut(Class<?> type) {
        session.resume().narrow(Set.of(), Set.of());
        session.sharedPlan().handedOut(type.getName());
    }

    private List<String> followed() {
        return supervisor.told.stream()
                .flatMap(event -> event instanceof Began began
                        ? Stream.of("began " + began.id())
                        : event instanceof Ended ended ? Stream.of("ended " + ended.id()) : Stream.empty())
                .toList();
    }
}
