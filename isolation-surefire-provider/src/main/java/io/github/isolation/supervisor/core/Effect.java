package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import java.util.List;

/** Everything a supervisor does. */
public sealed interface Effect {
    /** Start a worker for a lane; a spare is started while another worker of the lane still runs. */
    record Launch(int serial, int lane, boolean spare) implements Effect {}

    /** Make the directory of a lane as it should be for its next worker, which was started before that was possible,
     * and say {@link Input.Tidied}. */
    record Restore(int serial, int lane) implements Effect {}

    /** Do something about a worker. */
    record ToWorker(int serial, WorkerEffect effect) implements Effect {}

    /** Keep these events until their class is done, or pass them on at once if there is one lane only. */
    record Hold(long run, List<Event> events) implements Effect {}

    /** The class is done: pass on what was held, as one piece. */
    record Release(long run) implements Effect {}

    /** Tell Maven at once. */
    record Relay(Event event) implements Effect {}

    /** Show a line that a worker printed outside of all tests, as it is. */
    record Show(String line) implements Effect {}

    /**
     * Put a fork in order after a class: the worker is idle until {@link Input.Tidied} says that this was done.
     *
     * @param serial of the worker that waits
     */
    record Tidy(int serial, int lane, String className) implements Effect {}

    /** Something is to be done about the class-data archive. */
    enum AboutArchive implements Effect {
        /** A worker did not start from it: start others without, and look whether it is damaged. */
        DOUBT,
        /** Workers start without it, and did not with it: it is of no use. */
        BLAME,
        /** A worker that was started from it crashed: look whether it is damaged. */
        EXAMINE
    }

    /** Ask Maven for a class. */
    record AskForClass() implements Effect {}

    /** All is done and told. */
    record Finish() implements Effect {}
}
