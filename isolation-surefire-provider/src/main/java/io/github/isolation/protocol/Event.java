package io.github.isolation.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker tells its supervisor. */
public sealed interface Event {

    /**
     * The first event, and the only one that is believed before it.
     *
     * @param version the worker's {@link Protocol#VERSION}
     * @param secret proves that this is the worker that was launched
     * @param pid the worker's process id
     */
    record Hello(int version, String secret, long pid) implements Event {}

    /** A report of Surefire's provider. */
    record Reported(ReportKind kind, TestReport report) implements Event {}

    /**
     * Something a test printed through {@code System.out} or {@code System.err}.
     *
     * @param runId the run id of the test or set that printed it
     * @param stack Surefire 3.6 sends the class stack along; null with older versions
     */
    record Printed(
            String text,
            boolean stdout,
            boolean newLine,
            boolean rerun,
            @Nullable Long runId,
            @Nullable String stack) implements Event {}

    /** A line for Maven's console. */
    record Logged(
            LogLevel level,
            @Nullable String message,
            @Nullable Trace trace) implements Event {}

    /**
     * The worker wants a test class.
     *
     * @param heapPercent how full its heap is after a collection, if the user cares; otherwise -1
     */
    record NextTest(int heapPercent) implements Event {}

    /** What this worker's engine runs can share a plan: it would welcome an {@link Command.Offer}. */
    record SharesPlans() implements Event {}

    /** The worker is through with the class in its hands and goes on to one of those it was offered with it. */
    record GoesOn(String className) implements Event {}

    /**
     * The worker is about to end on purpose, in the middle of a class and between two tests. It waits until this, and so
     * every event before it, is acknowledged.
     *
     * @param why for the user, as in "after a failure"
     */
    record Retiring(String why) implements Event {}

    /** The class it was handed must have a worker of its own, and this one has run others: nothing of it was begun. */
    record NeedsFreshWorker() implements Event {}

    /**
     * The class that is about to run has time limits of its own, in milliseconds; negative where it has none, 0 for ever.
     */
    record TimeLimited(long testMillis, long classMillis) implements Event {}

    /** What all threads of the worker were doing. */
    record ThreadDump(String text) implements Event {}

    /** A test failed and the user asked to stop after so many ({@code skipAfterFailureCount}). */
    record StopOnNextTest() implements Event {}

    /** The worker's booter is leaving because its exit was not acknowledged in time. */
    record ExitError(@Nullable Trace trace) implements Event {}

    /** All tests handed out have run; the worker leaves as soon as this is acknowledged. */
    record Bye() implements Event {}

    /** It is there: the answer to {@link Command.Ping}. */
    record Pong() implements Event {}

    /** The JUnit Platform's plan for the class that is about to run. */
    record Planned(List<PlannedTest> tests) implements Event {}

    /**
     * The JUnit Platform began a test or container.
     *
     * @param label what a person would call it, if it came up while others ran and its id is but a number
     */
    record Began(String id, boolean container, @Nullable String label) implements Event {

        /** One whose id says which test it is. */
        public Began(String id, boolean container) {
            this(id, container, null);
        }
    }

    /**
     * The JUnit Platform ended or skipped a test or container.
     *
     * @param settlesBelow whether nothing below it will be heard of any more, because it was skipped or failed
     */
    record Ended(String id, boolean settlesBelow) implements Event {}

    /**
     * Other workers may run some of the class that is about to run.
     *
     * @param id the unique id of the class
     * @param templates the unique ids of those of its tests whose invocations others may run, each by itself
     */
    record Divisible(String id, List<String> templates) implements Event {}

    /**
     * The answer to {@link Command.LookAhead}: these come next, if they are not given back.
     *
     * @param test what they are invocations of
     * @param invocations in the order in which they begin; none if they have to stay together
     * @param more whether others may come after them
     */
    record Ahead(String test, List<UpcomingTest> invocations, boolean more) implements Event {}

    /**
     * The answer to {@link Command.GiveBack}: the worker will not begin these, and says nothing of them any more.
     *
     * @param members none of them was begun
     */
    record GivenBack(long request, List<String> members) implements Event {}

    /**
     * What stands directly in a class that was discovered, if this machine has only a part of it, or if several machines might share
     * it. Said in pieces, as often as it takes. Members are named by the last segment of their unique ids, as in {@code method:slow()}:
     * tests with all their invocations, or classes inside with all their tests.
     *
     * @param whole whether its tests stay together, so that nobody shares it
     * @param found more of its members, before anything was left out
     * @param own those of them that this machine runs
     */
    record Members(String className, boolean whole, List<String> found, List<String> own) implements Event {}

    /** The classes to run, filtered and in the user's order, as the stock provider computed them. */
    record Ordered(List<String> classes) implements Event {}

    /**
     * The tests of the class it was handed could not be found, so nothing of it was begun.
     *
     * @param cause its message is one line, its text the whole stack trace
     * @param stop whether the user wants nothing else to begin then
     */
    record Undiscoverable(Trace cause, boolean stop) implements Event {}

    /**
     * What a class has left behind in its worker.
     *
     * @param afterMillis how long after the end of the class it was still there
     * @param leftovers what it is; none twice
     * @param fails whether the user wants the build to fail for it
     */
    record LeftBehind(String className, long afterMillis, List<Leftover> leftovers, boolean fails) implements Event {}

    /**
     * A test has waited for others and goes on.
     *
     * @param what it waited for, as in "the lock 'db' to write"
     */
    record Waited(String what, long millis) implements Event {}

    /** Somebody called {@code System.exit} before the worker had said goodbye. */
    record ExitCalled(String thread, String stack) implements Event {}
}
