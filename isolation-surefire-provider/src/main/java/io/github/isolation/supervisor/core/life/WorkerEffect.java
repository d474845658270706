package io.github.isolation.supervisor.core.life;

import io.github.isolation.protocol.Command;

/** What is to be done about a worker. */
public sealed interface WorkerEffect {
    /** Whoever acts. A method for each effect, so that none can be forgotten. The loop's thread. */
    interface Handler {
        void arm(int serial, Timer timer);

        void disarm(int serial, Timer timer);

        void send(int serial, Command command);

        void quit(int serial);

        void destroy(int serial, boolean hard);

        void endOrphans(int serial);
    }

    /** Has it done to the worker of this serial. */
    void perform(int serial, Handler handler);

    /** Start a timer. */
    record Arm(Timer timer) implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.arm(serial, timer);
        }
    }

    /** Stop a timer. */
    record Disarm(Timer timer) implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.disarm(serial, timer);
        }
    }

    /** Tell the worker. */
    record Send(Command command) implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.send(serial, command);
        }
    }

    /** Have the JVM itself print a thread dump, by signal. */
    record Quit() implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.quit(serial);
        }
    }

    /**
     * End the process.
     *
     * @param hard by force, with all its descendants
     */
    record Destroy(boolean hard) implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.destroy(serial, hard);
        }
    }

    /** End what it started and left behind: nobody is there any more who wanted it. */
    record EndOrphans() implements WorkerEffect {
        @Override
        public void perform(int serial, Handler handler) {
            handler.endOrphans(serial);
        }
    }
}
