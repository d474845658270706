package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What is thrown at our listener is not logged and forgotten, as JUnit would do. */
class GuardedListenerTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = new WorkerSession(supervisor, Sessions.plain());

    /** All that ours listens to. */
    @SuppressWarnings("ImmutableEnumChecker") // the lambdas are
    enum Call {
        PLAN_STARTED("follow the start of a plan", listener -> listener.testPlanExecutionStarted(null)),
        PLAN_FINISHED("follow the end of a plan", listener -> listener.testPlanExecutionFinished(null)),
        REGISTERED("follow a test that came up late", listener -> listener.dynamicTestRegistered(null)),
        STARTED("follow the start of a test", listener -> listener.executionStarted(null)),
        FINISHED("follow the end of a test", listener -> listener.executionFinished(null, null)),
        SKIPPED("follow a test that is skipped", listener -> listener.executionSkipped(null, "why"));

        private final String what;
        private final Consumer<TestExecutionListener> call;

        Call(String what, Consumer<TestExecutionListener> call) {
            this.what = what;
            this.call = call;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotFollowATestEndsAsACrash(Call call) {
        GuardedListener listener = new GuardedListener(session, new Throwing(new IllegalStateException("broken")));
        assertThrows(FakeConversation.Gone.class, () -> call.call.accept(listener));
        assertEquals(call.what, supervisor.couldNot);
    }

    /** A JUnit of another shape: no test does that, and it would be so in every worker. */
    @ParameterizedTest
    @EnumSource
    void whatIsMissingInJUnitCostsALine(Call call) {
        GuardedListener listener = new GuardedListener(session, new Throwing(new NoSuchMethodError("getRoots")));
        call.call.accept(listener);
        assertNull(supervisor.couldNot);
        assertTrue(supervisor.lines().get(0).contains("could not " + call.what), supervisor.lines()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void inAJvmThatIsNoWorkerNothingIsOfInterest(Call call) {
        call.call.accept(new GuardedListener(null, new Throwing(new IllegalStateException("broken"))));
        assertEquals(List.of(), supervisor.told);
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsPassedOn(Call call) {
        Throwing heard = new Throwing(null);
        call.call.accept(new GuardedListener(session, heard));
        assertEquals(1, heard.calls);
    }

    @Test
    void whatJUnitFindsIsSilentWithoutASession() {
        GuardedListener listener = new GuardedListener(null, new TestExecutionListener() {});
        listener.testPlanExecutionStarted(null);
        assertEquals(List.of(), supervisor.told);
    }

    private static final class Throwing implements TestExecutionListener {
        private final Throwable thrown;
        private int calls;

        Throwing(Throwable thrown) {
            this.thrown = thrown;
        }

        private void hear() {
            calls++;
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            hear();
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            hear();
        }

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            hear();
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            hear();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            hear();
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            hear();
        }
    }
}
