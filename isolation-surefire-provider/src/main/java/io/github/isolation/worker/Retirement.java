package io.github.isolation.worker;

import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Ends the worker on purpose, between two tests: after a failure, if the user wants that at once, or because a test asked
 * for it. Called by the thread that runs the tests, which therefore runs none of them while this decides.
 */
final class Retirement {
    private final ToSupervisor supervisor;
    private final Resume resume;
    private final CurrentTest tests;
    private final boolean onFailure;
    private boolean warned;

    /** @param onFailure whether the user wants a fresh worker as soon as a test has failed */
    Retirement(ToSupervisor supervisor, Resume resume, CurrentTest tests, boolean onFailure) {
        this.supervisor = supervisor;
        this.resume = resume;
        this.tests = tests;
        this.onFailure = onFailure;
    }

    /**
     * A test has its result, and the supervisor has been told. Does not return if the worker retires.
     *
     * @param started its unique id; null if it had not started, as a test that is skipped, or a class that fails as a whole
     */
    void afterResult(boolean failure, @Nullable String started) {
        String test = started == null ? tests.id() : started;
        if (test != null && resume.hasResult(test)) {
            return; // what it wanted has happened; each worker must come further than the one before
        }
        String why = failure && onFailure ? "after a failure" : RetireRequest.take();
        if (why == null) {
            return;
        }
        if (test == null) {
            laterInstead(why, "this engine cannot be resumed inside a class");
        } else if (Invocations.around(test) != null) {
            laterInstead(why, "a parameterized class cannot be resumed inside an invocation");
        } else {
            if (started == null && tests.isContainer()) {
                // Its @BeforeAll failed. From 1.13 on the platform tells our listener last, when this JVM is gone.
                supervisor.tell(new Event.Ended(test, true));
            }
            leave(why);
        }
    }

    /** All tests of a class have run. Does not return if the worker retires. */
    void betweenClasses() {
        String why = RetireRequest.take();
        if (why != null) {
            leave(why);
        }
    }

    /** What cannot be resumed must run to the end of the class. */
    private void laterInstead(String why, String because) {
        RetireRequest.make(why);
        if (!warned) {
            warned = true;
            supervisor.tell(new Logged(
                    LogLevel.WARNING, "isolation: " + because + ", so workers retire at the end of the class", null));
        }
    }

    private void leave(@Nullable String why) {
        supervisor.retire(String.valueOf(why));
    }
}
