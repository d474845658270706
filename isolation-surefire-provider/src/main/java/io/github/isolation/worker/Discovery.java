package io.github.isolation.worker;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * Runs the classes that are handed out, also beyond those whose tests cannot be found (L29, L30): a superclass or an
 * annotation that is missing, an engine that refuses. Such a class is reported by its cause, and the provider is called
 * again for the next one.
 */
final class Discovery {
    private final ToSupervisor supervisor;
    private final Resume resume;
    private final SharedPlan plan;
    private final TestThread thread;
    private final DiscoveryErrors errors;

    Discovery(ToSupervisor supervisor, Resume resume, SharedPlan plan, TestThread thread, DiscoveryErrors errors) {
        this.supervisor = supervisor;
        this.resume = resume;
        this.plan = plan;
        this.thread = thread;
        this.errors = errors;
    }

    /** Until there are no more classes, or until something else goes wrong than finding tests. */
    RunResult run(SurefireProvider provider, TestsToRun handedOut)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        PlanClasses classes = new PlanClasses(handedOut, plan, thread);
        while (true) {
            thread.mend();
            try {
                RunResult result = provider.invoke(classes);
                if (!plan.isOffered()) {
                    return result;
                }
                runTogether(provider, classes);
            } catch (Exception | LinkageError | StackOverflowError e) {
                // A class that came with others and was not taken is not what went wrong.
                if (plan.isOffered() || !resume.giveUpUntouched()) {
                    throw e;
                }
                supervisor.tell(errors.thrown(e));
            }
        }
    }

    /** All in one plan; if that comes to nothing, the first by itself, and the others are handed out again. */
    private void runTogether(SurefireProvider provider, PlanClasses classes)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        Set<Class<?>> together = Set.of();
        boolean toNothing = false;
        try {
            together = classes.takeShared();
            provider.invoke(new TestsToRun(together));
        } catch (Exception | LinkageError | StackOverflowError e) {
            boolean firstCannotBeLoaded = together.isEmpty();
            if (firstCannotBeLoaded || !plan.failUntouched()) {
                throw e;
            }
        } finally {
            toNothing = plan.end();
        }
        if (toNothing) {
            thread.mend();
            provider.invoke(new TestsToRun(Set.of(together.iterator().next())));
        }
    }
}
