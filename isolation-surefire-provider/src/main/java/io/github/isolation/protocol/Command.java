package io.github.isolation.protocol;

import java.util.List;
import java.util.Set;

/** What the supervisor tells a worker. */
public sealed interface Command {

    /**
     * Run one test class, narrowed to what was said of it since the last one.
     *
     * @param attempt 1, and more where what failed is tried again
     */
    record RunClass(String className, int attempt) implements Command {}

    /**
     * Not all of the class that comes next is to run. Said in pieces, as often as it takes: a class may have more tests than
     * fit into a frame.
     *
     * @param finalIds more unique ids that have a final result already and must not run again, since a worker has died
     * @param onlyIds more unique ids to run, and nothing else of the class, since failures are tried again
     */
    record Narrow(Set<String> finalIds, Set<String> onlyIds) implements Command {}

    /**
     * Of the class that comes next, this machine has a part; other machines have the rest. Said in pieces, as often as it takes. If
     * the worker finds that the tests of the class stay together, the first part is all of it, and the others are nothing.
     *
     * @param part which part, from 1
     * @param of how many parts there are
     * @param members more names of members, as {@link Event.Members} has them: of those that are in this part; of the last part, of
     *     those that are in the others
     */
    record OnlyPart(int part, int of, List<String> members) implements Command {}

    /**
     * These may run in one plan with the class that comes next. The worker says of each that it {@linkplain Event.GoesOn goes
     * on} to it; those of which it does not are handed out later.
     */
    record Offer(List<String> classNames) implements Command {}

    /**
     * Of the class in hand, do not begin these: another fork has nothing to run. The worker {@linkplain Event.GivenBack says}
     * which of them it really has not begun.
     *
     * @param request a number for the answer
     * @param members unique ids of what stands directly in the class: tests, or classes inside of it with all theirs; or of
     *     invocations that the worker has {@linkplain Event.Ahead told of}
     */
    record GiveBack(long request, List<String> members) implements Command {}

    /**
     * Of this test, which runs, say what {@linkplain Event.Ahead comes next}: another fork has nothing to run. A test that is over
     * by then has no answer.
     *
     * @param test the unique id of a test that has invocations
     */
    record LookAhead(String test) implements Command {}

    /** No more classes: say goodbye. */
    record EndOfTests() implements Command {}

    /** What {@link Event.Retiring} waits for. */
    record RetireAck() implements Command {}

    /** Tell what all threads are doing. */
    record DumpThreads() implements Command {}

    /**
     * Say on the console what the thread of a test that takes long is doing.
     *
     * @param id the unique id of the test; empty if it has none
     * @param source the class of the test
     * @param name what a person calls the test
     */
    record ShowStack(String id, String source, String name) implements Command {}

    /** Skip what has not begun ({@code skipAfterFailureCount} was reached). */
    record SkipRest() implements Command {}

    /** Leave now; {@code kind} is the name of a Surefire {@code Shutdown} constant. */
    record Shutdown(String kind) implements Command {}

    /** Maven is alive; Surefire's booter wants to hear this twice a minute. */
    record Ping() implements Command {}

    /** The goodbye was received, and with it every event before it. */
    record ByeAck() implements Command {}
}
