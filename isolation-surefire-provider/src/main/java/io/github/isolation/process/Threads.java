package io.github.isolation.process;

/** The threads that watch workers. None of them keeps the JVM alive. */
final class Threads {
    private Threads() {}

    /** As the other; if it fails, the observer hears of it, since nobody else would. */
    static Thread daemon(String name, WorkerObserver observer, Runnable work) {
        return daemon(name, () -> guarded(observer, work));
    }

    static void guarded(WorkerObserver observer, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            observer.failed(e);
        }
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
