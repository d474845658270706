package io.github.isolation.worker;

import io.github.isolation.protocol.Label;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node.DynamicTestExecutor;

/**
 * The invocations of one test, as JUnit hands them over to be run. They run at once, as ever; only when the supervisor wants to know
 * what comes next, so many are made first, and those are run that were not given back. In the thread that runs the tests.
 */
final class InvocationsAhead implements DynamicTestExecutor {
    /** Of what there is no end of, or what is large, no more is made in advance. */
    static final int MOST = 1_000;

    private final String test;
    private final NotBegun notBegun;
    private final DynamicTestExecutor executor;
    private final boolean mayBeAlike;
    private final List<TestDescriptor> made = new ArrayList<>();
    private final Set<Long> labels = new HashSet<>();
    private @Nullable String twice;

    /**
     * @param test the unique id of the test
     * @param mayBeAlike whether several may have one name, since they are all the same
     */
    InvocationsAhead(String test, NotBegun notBegun, DynamicTestExecutor executor, boolean mayBeAlike) {
        this.test = test;
        this.notBegun = notBegun;
        this.executor = executor;
        this.mayBeAlike = mayBeAlike;
    }

    @Override
    public void execute(TestDescriptor invocation) {
        if (!labels.add(label(invocation))) {
            twice = invocation.getDisplayName();
        }
        if (made.isEmpty() && !notBegun.isLookingAhead(test)) {
            executor.execute(invocation);
            return;
        }
        made.add(invocation);
        if (made.size() == MOST) {
            run(true);
        }
    }

    @Override
    public Future<?> execute(TestDescriptor invocation, EngineExecutionListener listener) {
        return NewerJUnit.execute(executor, invocation, listener);
    }

    @Override
    public void awaitFinished() throws InterruptedException {
        runRest(); // of a test factory, before what comes after its method
        executor.awaitFinished();
    }

    /** There are no more than those that were made. */
    void runRest() {
        if (!made.isEmpty()) {
            run(false);
        }
    }

    private void run(boolean more) {
        List<TestDescriptor> next = new ArrayList<>(made);
        made.clear();
        boolean together = twice != null && !mayBeAlike;
        notBegun.ahead(test, together ? List.of() : upcoming(next), more && !together, twice);
        for (TestDescriptor invocation : next) {
            if (together || invocation.isContainer() || notBegun.begin(id(invocation))) {
                executor.execute(invocation);
            }
        }
    }

    /** A dynamic container stays here, with all that is in it. */
    private static List<UpcomingTest> upcoming(List<TestDescriptor> next) {
        List<UpcomingTest> upcoming = new ArrayList<>();
        for (TestDescriptor invocation : next) {
            if (!invocation.isContainer()) {
                upcoming.add(new UpcomingTest(Announcement.upcoming(invocation), label(invocation)));
            }
        }
        return upcoming;
    }

    private static long label(TestDescriptor invocation) {
        NumberedId id = NumberedId.of(id(invocation));
        return Label.digest(invocation.getDisplayName(), id == null ? 0 : id.number());
    }

    private static String id(TestDescriptor invocation) {
        return invocation.getUniqueId().toString();
    }
}
