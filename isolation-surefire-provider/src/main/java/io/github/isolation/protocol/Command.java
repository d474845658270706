package io.github.isolation.protocol;

import java.util.Set;

/** What the supervisor tells a worker. */
public sealed interface Command {

    /**
     * Run one test class.
     *
     * @param className the class
     * @param finalIds unique ids that have a final result already and must not run again; empty unless the class is
     *     resumed after a death
     * @param onlyIds unique ids to run, and nothing else of the class; empty unless failures are tried again
     */
    record RunClass(String className, Set<String> finalIds, Set<String> onlyIds) implements Command {}

    /** No more classes: say goodbye. */
    record EndOfTests() implements Command {}

    /** What {@link Event.Retiring} waits for. */
    record RetireAck() implements Command {}

    /** Tell what all threads are doing. */
    record DumpThreads() implements Command {}

    /** Skip what has not begun ({@code skipAfterFailureCount} was reached). */
    record SkipRest() implements Command {}

    /** Leave now; {@code kind} is the name of a Surefire {@code Shutdown} constant. */
    record Shutdown(String kind) implements Command {}

    /** Maven is alive; Surefire's booter wants to hear this twice a minute. */
    record Ping() implements Command {}

    /** The goodbye was received, and with it every event before it. */
    record ByeAck() implements Command {}
}
