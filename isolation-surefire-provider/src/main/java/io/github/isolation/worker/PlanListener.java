package io.github.isolation.worker;

import io.github.isolation.FreshWorker;
import io.github.isolation.TimeLimit;
import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.PlannedTest;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the supervisor which tests are planned, and by unique id how far they have come. Found by the JUnit Platform's
 * launcher through {@code ServiceLoader}, in every JVM that has our jar: it is silent in all but workers, and there for all
 * launchers but Surefire's own, which is the first to execute (a test may start a launcher itself, L19).
 */
public final class PlanListener implements TestExecutionListener {
    /** Whether JUnit runs tests of one JVM side by side. */
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

    /** A class may have more tests than fit into a frame. */
    private static final int TESTS_AT_A_TIME = 4_000;

    private static final AtomicReference<PlanListener> OURS = new AtomicReference<>();

    private final @Nullable WorkerChannel channel = WorkerChannel.current();
    private final @Nullable CrossForkLocks locks = CrossForkLocks.ifAsked(channel);
    private volatile @Nullable TestPlan running;

    /** Whether the tests of Surefire's launcher are running; who looks for tests meanwhile is one of them. */
    static boolean isRunningTests() {
        return OURS.get() != null;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (channel == null || !OURS.compareAndSet(null, this)) {
            return;
        }
        running = plan;
        SharedPlan.discovered();
        announce(plan, inHand(plan), channel);
        boolean parallel = NewerJUnit.configuration(plan).getBoolean(PARALLEL).orElse(false);
        if (locks != null) {
            locks.begin(parallel);
        }
        ParallelClasses.look(plan, channel);
        if (IsolationProvider.maySharePlans()) {
            try {
                SharedPlan.welcome(plan, parallel, channel);
            } catch (RuntimeException | Error e) {
                Guard.failed("see whether classes may share a plan", e); // so they do not
            }
        }
    }

    /**
     * The top-level classes whose turn it is. Without lambdas here and below: linking one takes a new JVM half a
     * millisecond.
     */
    private static List<TestIdentifier> inHand(TestPlan plan) {
        List<TestIdentifier> found = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier topLevel : plan.getChildren(root)) {
                if (!SharedPlan.isWaiting(className(topLevel))) {
                    found.add(topLevel);
                }
            }
        }
        return found;
    }

    /** What there is to run in these, and how long it may take. */
    private static void announce(TestPlan plan, List<TestIdentifier> topLevel, WorkerChannel channel) {
        List<PlannedTest> tests = new ArrayList<>();
        for (TestIdentifier top : topLevel) {
            addPlanned(plan, top, tests);
            for (TestIdentifier below : plan.getDescendants(top)) {
                addPlanned(plan, below, tests);
                Misplaced.look(below, channel);
            }
        }
        for (int from = 0; from == 0 || from < tests.size(); from += TESTS_AT_A_TIME) {
            int to = Math.min(tests.size(), from + TESTS_AT_A_TIME);
            channel.tell(new Event.Planned(List.copyOf(tests.subList(from, to))));
        }
        for (TestIdentifier top : topLevel) {
            Misplaced.lookAbove(top, channel);
            TimeLimit limit = annotation(top, TimeLimit.class);
            if (limit != null) {
                channel.tell(timeLimited(limit));
            }
        }
    }

    private static void addPlanned(TestPlan plan, TestIdentifier test, List<PlannedTest> tests) {
        // A container with nothing in it is there because tests come up in it while it runs.
        if (test.isTest() || plan.getChildren(test).isEmpty()) {
            tests.add(planned(plan, test));
        }
    }

    /** In a plan of several classes, the turn of this one may have come. */
    private void turnTo(TestIdentifier test) {
        TestPlan plan = running;
        String className = className(test);
        if (OURS.get() == this
                && channel != null
                && plan != null
                && className != null
                && isTopLevel(test)
                && SharedPlan.isWaiting(className)) {
            SharedPlan.turnTo(className, channel);
            announce(plan, List.of(test), channel);
        }
    }

    /** Of tests that come up late only those are told that a replacement could not find again by itself. */
    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        TestPlan plan = running;
        String id = test.getUniqueId();
        if (OURS.get() == this && channel != null && plan != null && Invocations.around(id) != null && !isFrame(id)) {
            String name = Invocations.name(test.getLegacyReportingName(), id);
            PlannedTest late = new PlannedTest(id, source(plan, test), name, !test.isTest());
            channel.tell(new Event.Planned(List.of(late)));
        }
    }

    /** Holds tests that are told one by one. */
    private static boolean isFrame(String id) {
        String segment = id.substring(id.lastIndexOf('/') + 1);
        return segment.startsWith("[class-template-invocation:") || segment.startsWith("[nested-class:");
    }

    private static PlannedTest planned(TestPlan plan, TestIdentifier test) {
        String name = isClass(test) ? PlannedTest.NO_NAME : name(test);
        return new PlannedTest(test.getUniqueId(), source(plan, test), name, !test.isTest());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (OURS.compareAndSet(this, null) && locks != null) {
            locks.end();
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        turnTo(test);
        if (OURS.get() == this && channel != null) {
            if (locks != null) {
                locks.before(test.getUniqueId(), isTopLevel(test));
            }
            CurrentTest.begins(test.getUniqueId(), !test.isTest());
            channel.tell(began(test));
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
        ended(test, result.getStatus() != TestExecutionResult.Status.SUCCESSFUL);
        if (OURS.get() == this && locks != null) {
            locks.after(test.getUniqueId());
        }
        if (needsNobodyAfter(test)) {
            RetireRequest.make("after a class that wants it");
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        turnTo(test);
        CurrentTest.begins(test.getUniqueId(), !test.isTest());
        ended(test, true);
    }

    private void ended(TestIdentifier test, boolean settlesBelow) {
        // An engine that ends before it has begun a class of several is tried again, with one.
        boolean toNothing = settlesBelow && test.getParentId().isEmpty() && SharedPlan.hasNotBegun();
        if (OURS.get() == this && channel != null && !toNothing) {
            channel.tell(new Event.Ended(test.getUniqueId(), settlesBelow));
        }
    }

    /** Directly below its engine. */
    private static boolean isTopLevel(TestIdentifier test) {
        return test.getParentId().orElse("/").indexOf('/') < 0;
    }

    private boolean needsNobodyAfter(TestIdentifier test) {
        FreshWorker wish = OURS.get() == this && isTopLevel(test) ? annotation(test, FreshWorker.class) : null;
        return wish != null && wish.after();
    }

    private static Event timeLimited(TimeLimit limit) {
        return new Event.TimeLimited(
                limit.unit().toMillis(limit.perTest()), limit.unit().toMillis(limit.perClass()));
    }

    private static <A extends Annotation> @Nullable A annotation(TestIdentifier test, Class<A> type) {
        try {
            return test.getSource().orElse(null) instanceof ClassSource source
                    ? source.getJavaClass().getAnnotation(type)
                    : null;
        } catch (RuntimeException | Error e) {
            Guard.failed("read an annotation", e);
            return null; // an engine may name a class that cannot be loaded, or an annotation beside ours one
        }
    }

    /** Surefire files a test under the outermost class it is in. */
    private static @Nullable String source(TestPlan plan, TestIdentifier test) {
        String outermost = null;
        for (TestIdentifier at = test; at != null; at = plan.getParent(at).orElse(null)) {
            String own = className(at);
            outermost = own == null ? outermost : own;
        }
        return outermost;
    }

    /** Surefire's name of a method: {@code m} without parameters, {@code m{int}} with. */
    private static String name(TestIdentifier test) {
        String name = test.getLegacyReportingName();
        return name.endsWith("()")
                ? name.substring(0, name.length() - 2)
                : name.replace('(', '{').replace(')', '}');
    }

    private static boolean isClass(TestIdentifier test) {
        return className(test) != null;
    }

    private static @Nullable String className(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof ClassSource source ? source.getClassName() : null;
    }
}
