package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.Timer;
import org.jspecify.annotations.Nullable;

/** Everything that happens to a supervisor. Workers are named by their serial, which is never used twice. */
public sealed interface Input {
    /** Whoever takes inputs. A method for each kind, so that none can be forgotten. The loop's thread. */
    interface Handler {
        void fromWorker(FromWorker from);

        void nativeLine(NativeLine line);

        void garbled(Garbled garbled);

        void channelEnded(ChannelEnded ended);

        void exited(Exited exited);

        void tick();

        void timerFired(TimerFired fired);

        void given(Given given);

        void noneLeft();

        void accepted(Accepted accepted);

        void revoked(Revoked revoked);

        void trouble(Trouble trouble);

        void skipRest();

        void tidied(Tidied tidied);

        void unready(Unready unready);

        void serviceEnded(ServiceEnded ended);

        void serviceFailed(ServiceFailed failed);

        void outputLost(OutputLost lost);

        void warning(Warning warning);

        void ping();

        void shutdown(Shutdown shutdown);
    }

    /** Has it taken. */
    void dispatch(Handler handler);

    /**
     * A worker said something.
     *
     * @param number its place in all that this worker has said, 1 for the greeting
     */
    record FromWorker(int serial, long number, Event event) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.fromWorker(this);
        }
    }

    /** A worker printed a line past Java: native code, the JVM itself, a child process. */
    record NativeLine(int serial, String line, boolean stdout) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.nativeLine(this);
        }
    }

    /** A worker said something the protocol does not know. */
    record Garbled(int serial, String message) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.garbled(this);
        }
    }

    /** A worker's channel has ended. */
    record ChannelEnded(int serial) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.channelEnded(this);
        }
    }

    /** A worker's process has exited, or could not be started (status -1). */
    record Exited(int serial, ExitInfo exit) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.exited(this);
        }
    }

    /** Time has passed; whatever takes too long is noticed now. */
    record Tick() implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.tick();
        }
    }

    /** A worker's timer has run out. */
    record TimerFired(int serial, Timer timer) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.timerFired(this);
        }
    }

    /** Maven hands out a class that was asked for. */
    record Given(String className) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.given(this);
        }
    }

    /** Maven has no more classes. */
    record NoneLeft() implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.noneLeft();
        }
    }

    /** Maven wants tests that have not begun to be skipped. */
    record SkipRest() implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.skipRest();
        }
    }

    /**
     * A fork was put in order after a class, see {@link Effect.Tidy}.
     *
     * @param failure why it was not, in words; its worker is then not handed another class
     */
    record Tidied(int serial, @Nullable String failure) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.tidied(this);
        }
    }

    /** The fork of a worker is not yet as its first class should find it; {@link Tidied} will say when it is. */
    record Unready(int serial) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.unready(this);
        }
    }

    /**
     * A service of a fork has ended, and nobody meant it to.
     *
     * @param what which, and how, in one line
     * @param lastWords what it said last
     */
    record ServiceEnded(int fork, String what, String lastWords) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.serviceEnded(this);
        }
    }

    /**
     * A service could not be started for a worker, or not be restored for its next class: nothing more is run in its fork.
     *
     * @param why which, why, and what it said last
     */
    record ServiceFailed(int serial, String why) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.serviceFailed(this);
        }
    }

    /**
     * What a class prints could not be kept until its end; its results could.
     *
     * @param slice the key of what was held
     * @param set its test set, which is about to end
     * @param why the place, and what is wrong with it
     */
    record OutputLost(long slice, TestReport set, String why) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.outputLost(this);
        }
    }

    /** Something the user should know that belongs to no worker. */
    record Warning(String message) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.warning(this);
        }
    }

    /** Maven is alive. */
    record Ping() implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.ping();
        }
    }

    /** What came of a class counts, in the whole run: Maven may hear of it. */
    record Accepted(String className) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.accepted(this);
        }
    }

    /** Another machine has a class, or may have it: nothing of it counts here, and whoever runs it is ended. */
    record Revoked(String className, String why) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.revoked(this);
        }
    }

    /** Something is wrong with the run as a whole, and fails the build. */
    record Trouble(String message) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.trouble(this);
        }
    }

    /** Maven wants the fork to end; {@code kind} is the name of a Surefire {@code Shutdown} constant. */
    record Shutdown(String kind) implements Input {
        @Override
        public void dispatch(Handler handler) {
            handler.shutdown(this);
        }
    }
}
