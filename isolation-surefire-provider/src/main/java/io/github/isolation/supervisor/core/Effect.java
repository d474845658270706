package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.util.List;

/** Everything a supervisor does. */
public sealed interface Effect {
    /** Whoever acts. A method for each effect, so that none can be forgotten. The loop's thread. */
    interface Handler {
        void launch(Launch launch);

        void restore(Restore restore);

        void toWorker(int serial, WorkerEffect effect);

        void hold(long slice, List<Event> events);

        void release(long slice);

        void relay(Event event);

        void show(String line);

        void tidy(Tidy tidy);

        void aboutArchive(AboutArchive what);

        void handed(Handed handed);

        void ended(Ended ended);

        void askForClass();

        void deliver(Deliver deliver);

        void discard(Discard discard);

        void giveBack(GiveBack back);

        void finish();
    }

    /** Has it done. */
    void perform(Handler handler);

    /** Start a worker for a fork; a spare is started while another worker of the fork still runs. */
    record Launch(int serial, int fork, boolean spare) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.launch(this);
        }
    }

    /** Make the directory of a fork as it should be for its next worker, which was started before that was possible,
     * and say {@link Input.Tidied}. */
    record Restore(int serial, int fork) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.restore(this);
        }
    }

    /** Do something about a worker. */
    record ToWorker(int serial, WorkerEffect effect) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.toWorker(serial, effect);
        }
    }

    /** Keep these events until their class is done, or pass them on at once if there is one fork only. */
    record Hold(long slice, List<Event> events) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.hold(slice, events);
        }
    }

    /** The class is done: pass on what was held, as one piece. */
    record Release(long slice) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.release(slice);
        }
    }

    /** Tell Maven at once. */
    record Relay(Event event) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.relay(event);
        }
    }

    /** Show a line that a worker printed outside of all tests, as it is. */
    record Show(String line) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.show(line);
        }
    }

    /**
     * Put a fork in order after a class: the worker is idle until {@link Input.Tidied} says that this was done.
     *
     * @param serial of the worker that waits
     * @param goesOn whether there may be another class for it; where there is none, what only tests need is left as it is
     */
    record Tidy(int serial, int fork, String className, boolean goesOn) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.tidy(this);
        }
    }

    /** Something is to be done about the class-data archive. */
    enum AboutArchive implements Effect {
        /** A worker did not start from it: start others without, and look whether it is damaged. */
        DOUBT,
        /** Workers start without it, and did not with it: it is of no use. */
        BLAME,
        /** A worker that was started from it crashed: look whether it is damaged. */
        EXAMINE;

        @Override
        public void perform(Handler handler) {
            handler.aboutArchive(this);
        }
    }

    /**
     * A worker has a class in hand from now on, for the record.
     *
     * @param slice its key
     * @param part which part of the class that is
     * @param attempt 1 for the first
     */
    record Handed(int serial, long slice, String className, Slice.Part part, int attempt) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.handed(this);
        }
    }

    /** A worker is gone, and it is known why: for the record. */
    record Ended(int serial, DeathReason reason) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.ended(this);
        }
    }

    /** Ask Maven for a class. */
    record AskForClass() implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.askForClass();
        }
    }

    /**
     * Ask the queue whether what came of a class counts, and say {@link Input.Accepted} or {@link Input.Revoked}.
     *
     * @param slices the keys of all that is held of it
     */
    record Deliver(String className, List<Long> slices) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.deliver(this);
        }
    }

    /**
     * What came of a class does not count, and nobody here runs it any more: Maven hears nothing of it.
     *
     * @param slices the keys of all that is held of it
     */
    record Discard(String className, List<Long> slices) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.discard(this);
        }
    }

    /** The queue may lend a class to somebody else: it was not begun here. */
    record GiveBack(String className) implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.giveBack(this);
        }
    }

    /** All is done and told. */
    record Finish() implements Effect {
        @Override
        public void perform(Handler handler) {
            handler.finish();
        }
    }
}
