package io.github.isolation.faults;

import java.util.function.IntConsumer;

/**
 * Of one worker in this JVM: stands for its process. Threads inherit it. Who would end the JVM ends this instead; what the
 * worker's other threads do from then on nobody hears.
 */
public final class Life {
    /** Thrown instead of an exit. */
    static final class Over extends Error {
        private static final long serialVersionUID = 1;
    }

    private static final InheritableThreadLocal<Life> CURRENT = new InheritableThreadLocal<>();

    private final IntConsumer whenOver;
    private boolean over;
    private final Runnable closesSocket;
    private Runnable closesChannel;

    /**
     * @param whenOver is told the exit status
     * @param closesSocket what the operating system does for a process that did not come so far as to close anything itself
     */
    Life(IntConsumer whenOver, Runnable closesSocket) {
        this.whenOver = whenOver;
        this.closesSocket = closesSocket;
        this.closesChannel = closesSocket;
    }

    /** Begins in this thread. */
    void begin() {
        CURRENT.set(this);
    }

    /** What a process closes when it ends. */
    public static void closing(Runnable channel) {
        CURRENT.get().closesChannel = channel;
    }

    /** Stands where {@code System.exit} and {@code Runtime.halt} were. */
    public static void exit(int status) {
        CURRENT.get().end(status);
        throw new Over();
    }

    /** As {@link #exit(int)}, for the method of a runtime. */
    public static void exit(Runtime ignored, int status) {
        exit(status);
    }

    /** Stands where a shutdown hook was registered: this JVM has no use for thousands of them. */
    public static void hook(Runtime ignored, Thread hook) {}

    /** Whether it ended before it had a channel of its own to close. */
    synchronized boolean endedInSilence() {
        return over && closesChannel == closesSocket;
    }

    synchronized void end(int status) {
        if (over) {
            return;
        }
        over = true;
        try {
            closesChannel.run();
        } catch (RuntimeException | Error e) {
            closesSocket.run(); // a process that cannot close it ends all the same
        }
        whenOver.accept(status);
    }
}
