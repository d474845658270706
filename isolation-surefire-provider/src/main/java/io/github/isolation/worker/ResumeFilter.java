package io.github.isolation.worker;

import io.github.isolation.FreshWorker;
import io.github.isolation.protocol.Event;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out of a class what is not to run: what has a final result already, or all of it if the class needs a worker of
 * its own and this one has run others. Found by the JUnit Platform's launcher through {@code ServiceLoader}; lets
 * everything pass in a JVM that is no worker.
 */
public final class ResumeFilter implements PostDiscoveryFilter {
    @Override
    public FilterResult apply(TestDescriptor test) {
        WorkerChannel channel = WorkerChannel.current();
        // Not Surefire's launcher but one that a test has started (L19): what it runs is nobody else's business.
        if (channel == null || PlanListener.isRunningTests()) {
            return FilterResult.included("no fork runs this");
        }
        CrossForkLocks.discovered(test);
        TestDescriptor topLevel = outermost(test);
        boolean wantsFreshWorker = Resume.hasRunOthers() && wantsFreshWorker(topLevel);
        if (SharedPlan.leavesOut(className(topLevel), wantsFreshWorker)) {
            return FilterResult.excluded("is handed out again");
        }
        if (wantsFreshWorker) {
            if (topLevel == test) {
                channel.tell(new Event.NeedsFreshWorker());
            }
            // The launcher takes out nothing that has something below it, so all that is below goes as well.
            return FilterResult.excluded("waits for a fresh worker");
        }
        if (Resume.isWhole()) {
            return FilterResult.included("nothing is resumed");
        }
        if (!Resume.allows(test.getUniqueId().toString())) {
            return FilterResult.excluded("has its result");
        }
        RemainingInvocations.limit(test);
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

    private static boolean wantsFreshWorker(TestDescriptor topLevel) {
        try {
            return wish(topLevel);
        } catch (RuntimeException | Error e) {
            Guard.failed("see whether a class wants a fresh worker", e);
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
