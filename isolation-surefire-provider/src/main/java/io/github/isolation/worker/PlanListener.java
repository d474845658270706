package io.github.isolation.worker;

import io.github.isolation.FreshWorker;
import io.github.isolation.audit.AuditedTests;
import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.settings.SettingNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the supervisor which tests are planned, and by unique id how far they have come. There for all launchers, and silent in
 * all but {@linkplain SurefirePlan Surefire's own}.
 */
public final class PlanListener implements TestExecutionListener {
    /** Whether JUnit runs tests of one JVM side by side. */
    static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    private final WorkerSession session;
    private final ToSupervisor supervisor;
    private final SharedPlan shared;
    private final CurrentTest tests;
    private final @Nullable CrossForkLocks locks;
    private final Announcement announcement;
    private final @Nullable AuditedTests audit;
    private volatile @Nullable TestPlan running;

    PlanListener(WorkerSession session) {
        this(
                session,
                AtStart.property(SettingNames.AUDIT, "").isBlank() ? null : new AuditedTests(session.guard()::failed));
    }

    PlanListener(WorkerSession session, @Nullable AuditedTests audit) {
        this.session = session;
        this.supervisor = session.supervisor();
        this.shared = session.sharedPlan();
        this.tests = session.tests();
        this.locks = session.locks();
        this.audit = audit;
        this.announcement = new Announcement(supervisor, session.resume(), session.guard());
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (!session.surefirePlan().begin(this)) {
            return;
        }
        running = plan;
        shared.discovered();
        announcement.of(plan, inHand(plan));
        ConfigurationParameters configuration = NewerJUnit.configuration(plan, session.execution());
        boolean parallel = configuration.getBoolean(PARALLEL).orElse(false);
        session.divisibleClasses().begins(plan, configuration, parallel);
        if (locks != null) {
            locks.begin(parallel);
        }
        if (session.surefirePlan().isFirst()) {
            ParallelClasses.look(plan, session);
            BatchingCheck.look(plan, parallel, session);
        }
    }

    /**
     * The top-level classes whose turn it is. Without lambdas here and below: linking one takes a new JVM half a
     * millisecond.
     */
    private List<TestIdentifier> inHand(TestPlan plan) {
        List<TestIdentifier> found = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier topLevel : plan.getChildren(root)) {
                if (!shared.isWaiting(Announcement.className(topLevel))) {
                    found.add(topLevel);
                }
            }
        }
        return found;
    }

    /** In a plan of several classes, the turn of this one may have come. */
    private void turnTo(TestIdentifier test) {
        TestPlan plan = running;
        String className = Announcement.className(test);
        if (isOurs() && plan != null && className != null && isTopLevel(test) && shared.isWaiting(className)) {
            shared.turnTo(className);
            announcement.of(plan, List.of(test));
        }
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        TestPlan plan = running;
        if (isOurs() && plan != null) {
            announcement.late(plan, test);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (session.surefirePlan().end(this) && locks != null) {
            locks.end();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        turnTo(test);
        if (isOurs()) {
            if (locks != null) {
                locks.before(test.getUniqueId(), isTopLevel(test));
            }
            tests.begins(test.getUniqueId(), !test.isTest());
            supervisor.tell(began(test));
            String className = audit == null ? null : Announcement.classOf(test);
            if (audit != null && className != null) {
                audit.begins(className, Announcement.methodOf(test));
            }
        }
    }

    /** What is but a number among others needs a name, too: in another JVM the same number may be another test. */
    private static Event began(TestIdentifier test) {
        String id = test.getUniqueId();
        return NumberedId.of(id) == null
                ? new Event.Began(id, !test.isTest())
                : new Event.Began(id, !test.isTest(), test.getDisplayName());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (audit != null && isOurs() && Announcement.classOf(test) != null) {
            audit.ends();
        }
        ended(test, result.getStatus() != TestExecutionResult.Status.SUCCESSFUL);
        if (isOurs() && locks != null) {
            locks.after(test.getUniqueId());
        }
        if (needsNobodyAfter(test)) {
            RetireRequest.make("after a class that wants it");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        turnTo(test);
        if (isOurs()) {
            tests.begins(test.getUniqueId(), !test.isTest());
        }
        ended(test, true);
    }

    private void ended(TestIdentifier test, boolean settlesBelow) {
        // An engine that ends before it has begun a class of several is tried again, with one.
        boolean toNothing = settlesBelow && test.getParentId().isEmpty() && shared.hasNotBegun();
        if (isOurs() && !toNothing) {
            supervisor.tell(new Event.Ended(test.getUniqueId(), settlesBelow));
        }
    }

    private boolean isOurs() {
        return session.surefirePlan().isFollowedBy(this);
    }

    /** Directly below its engine. */
    private static boolean isTopLevel(TestIdentifier test) {
        return test.getParentId().orElse("/").indexOf('/') < 0;
    }

    private boolean needsNobodyAfter(TestIdentifier test) {
        FreshWorker wish = isOurs() && isTopLevel(test) ? announcement.annotation(test, FreshWorker.class) : null;
        return wish != null && wish.after();
    }
}
