package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.SharesPlans;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;

/** What the first plan of a worker tells: whether classes may share one, and what becomes of JUnit's parallel execution. */
class FirstPlanTest {
    private final FakeConversation supervisor = new FakeConversation();

    /** Here several engines are on the class path, which find a class in several places; so nothing is shared. */
    @Test
    void whereThereAreSeveralEnginesClassesShareNoPlan() {
        assertTrue(ServiceLoader.load(TestEngine.class).stream().count() > 1);
        Launched.in(Sessions.first(supervisor, Sessions.plain())).run(Subjects.Another.class);
        assertEquals(List.of(), supervisor.told(SharesPlans.class));
    }

    @Test
    void withJupiterAloneTheyDo() {
        withJupiterAlone(() -> {
            WorkerSession session = Sessions.first(supervisor, Sessions.plain());
            Launched.in(session).run(Subjects.Another.class);
            Launched.in(session).run(Subjects.TwoPass.class);
        });
        assertEquals(1, supervisor.told(SharesPlans.class).size());
    }

    @Test
    void notWhereTestsRunInParallel() {
        withJupiterAlone(() -> Launched.in(Sessions.first(supervisor, Sessions.plain()))
                .inParallel()
                .run(Subjects.Another.class));
        assertEquals(List.of(), supervisor.told(SharesPlans.class));
    }

    @Test
    void notIfTheSupervisorHasNoUseForIt() {
        withJupiterAlone(() ->
                Launched.in(new WorkerSession(supervisor, Sessions.plain())).run(Subjects.Another.class));
        assertEquals(List.of(), supervisor.told(SharesPlans.class));
    }

    @Test
    void whatTheUserWantsInParallelIsSaidOnce() {
        WorkerSession session = Sessions.first(supervisor, Sessions.plain());
        Launched.in(session).inParallel().run(Subjects.Another.class);
        Launched.in(session).inParallel().run(Subjects.TwoPass.class);
        assertEquals(
                List.of(
                        "isolation: JUnit is to run classes in parallel. Here it runs the methods of a class in parallel, and"
                                + " one class after the other; forkCount runs classes side by side."),
                supervisor.lines());
    }

    @Test
    void notInAnExecutionWithSeveralForks() {
        Launched.in(Sessions.first(supervisor, Sessions.inTwoForks()))
                .inParallel()
                .run(Subjects.Another.class);
        assertEquals(List.of(), supervisor.lines());
    }

    @Test
    void notInTheSecondWorkerOfOne() {
        Launched.in(new WorkerSession(supervisor, Sessions.plain()))
                .inParallel()
                .run(Subjects.Another.class);
        assertEquals(List.of(), supervisor.lines());
    }

    @Test
    void notWhereTestsRunOneAfterTheOther() {
        Launched.in(Sessions.first(supervisor, Sessions.plain())).run(Subjects.Another.class);
        assertEquals(List.of(), supervisor.lines());
    }

    /** With a class loader that finds no other engine, as {@code ServiceLoader} sees it. */
    private static void withJupiterAlone(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new JupiterAlone(before));
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
