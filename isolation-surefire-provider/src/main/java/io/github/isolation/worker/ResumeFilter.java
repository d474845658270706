package io.github.isolation.worker;

import io.github.isolation.FreshWorker;
import io.github.isolation.protocol.Event;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out of a class what is not to run: what has a final result already, what other machines run, or all of it if the class needs a
 * worker of its own and this one has run others. Found by the JUnit Platform's launcher through {@code ServiceLoader}; lets
 * everything pass in a JVM that is no worker.
 */
public final class ResumeFilter implements PostDiscoveryFilter {
    private final @Nullable WorkerSession session;

    /** Found by the JUnit Platform's launcher. */
    public ResumeFilter() {
        this(WorkerSession.current());
    }

    ResumeFilter(@Nullable WorkerSession session) {
        this.session = session;
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        // Not Surefire's launcher but one that a test has started (L19): what it runs is nobody else's business.
        return session == null || session.surefirePlan().isRunning()
                ? FilterResult.included("no fork runs this")
                : apply(test, session);
    }

    private static FilterResult apply(TestDescriptor test, WorkerSession session) {
        noteLocks(test, session);
        Resume resume = session.resume();
        TestDescriptor topLevel = outermost(test);
        boolean wantsFreshWorker = resume.hasRunOthers() && wantsFreshWorker(topLevel, session.guard());
        if (session.sharedPlan().leavesOut(className(topLevel), wantsFreshWorker)) {
            return FilterResult.excluded("is handed out again");
        }
        if (wantsFreshWorker) {
            if (topLevel == test) {
                session.supervisor().tell(new Event.NeedsFreshWorker());
            }
            // The launcher takes out nothing that has something below it, so all that is below goes as well.
            return FilterResult.excluded("waits for a fresh worker");
        }
        if (topLevel == test) {
            session.partOfClass().discovered(test);
            session.divisibleClasses().discovered(test);
        }
        if (session.partOfClass().leavesOut(test, topLevel)) {
            return FilterResult.excluded("is another machine's");
        }
        if (resume.isWhole()) {
            return FilterResult.included("nothing is resumed");
        }
        if (!resume.allows(test.getUniqueId().toString())) {
            return FilterResult.excluded("has its result");
        }
        new RemainingInvocations(session.supervisor(), resume).limit(test);
        return FilterResult.included("has no result yet");
    }

    /** The top-level class: what is nested in it runs in the same worker. */
    private static TestDescriptor outermost(TestDescriptor test) {
        TestDescriptor outermost = test;
        for (TestDescriptor at = test;
                at != null && !at.isRoot();
                at = at.getParent().orElse(null)) {
            outermost = at;
        }
        return outermost;
    }

    private static @Nullable String className(TestDescriptor test) {
        return test.getSource().orElse(null) instanceof ClassSource source ? source.getClassName() : null;
    }

    private static void noteLocks(TestDescriptor test, WorkerSession session) {
        CrossForkLocks locks = session.locks();
        if (locks != null) {
            try {
                locks.discovered(test.getUniqueId().toString(), LockWishes.of(test));
            } catch (RuntimeException | Error e) {
                session.guard().failed("see which locks a test takes across forks", e);
            }
        }
    }

    private static boolean wantsFreshWorker(TestDescriptor topLevel, Guard guard) {
        try {
            return wish(topLevel);
        } catch (RuntimeException | Error e) {
            guard.failed("see whether a class wants a fresh worker", e);
            return false;
        }
    }

    private static boolean wish(TestDescriptor topLevel) {
        FreshWorker wish = topLevel.getSource().orElse(null) instanceof ClassSource source
                ? source.getJavaClass().getAnnotation(FreshWorker.class)
                : null;
        return wish != null && wish.before();
    }
}
