package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.TestReport;
import org.jspecify.annotations.Nullable;

/** Everything that happens to a supervisor. Workers are named by their serial, which is never used twice. */
public sealed interface Input {
    /**
     * A worker said something.
     *
     * @param number its place in all that this worker has said, 1 for the greeting
     */
    record FromWorker(int serial, long number, Event event) implements Input {}

    /** A worker printed a line past Java: native code, the JVM itself, a child process. */
    record NativeLine(int serial, String line, boolean stdout) implements Input {}

    /** A worker said something the protocol does not know. */
    record Garbled(int serial, String message) implements Input {}

    /** A worker's channel has ended. */
    record ChannelEnded(int serial) implements Input {}

    /** A worker's process has exited, or could not be started (status -1). */
    record Exited(int serial, Obituary obituary) implements Input {}

    /** Time has passed; whatever takes too long is noticed now. */
    record Tick() implements Input {}

    /** A worker's timer has run out. */
    record TimerFired(int serial, Timer timer) implements Input {}

    /** Maven hands out a class that was asked for. */
    record Given(String className) implements Input {}

    /** Maven has no more classes. */
    record NoneLeft() implements Input {}

    /** Maven wants tests that have not begun to be skipped. */
    record SkipRest() implements Input {}

    /**
     * A fork was put in order after a class, see {@link Effect.Tidy}.
     *
     * @param failure why it was not, in words; its worker is then not handed another class
     */
    record Tidied(int serial, @Nullable String failure) implements Input {}

    /**
     * What a class prints could not be kept until its end; its results could.
     *
     * @param run the key of its run
     * @param set its test set, which is about to end
     * @param why the place, and what is wrong with it
     */
    record OutputLost(long run, TestReport set, String why) implements Input {}

    /** Something the user should know that belongs to no worker. */
    record Warning(String message) implements Input {}

    /** Maven is alive. */
    record Ping() implements Input {}

    /** Maven wants the fork to end; {@code kind} is the name of a Surefire {@code Shutdown} constant. */
    record Shutdown(String kind) implements Input {}
}
