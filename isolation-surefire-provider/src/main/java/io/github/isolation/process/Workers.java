package io.github.isolation.process;

import io.github.isolation.protocol.Command;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All worker processes of one supervisor. Thread-safe. */
public final class Workers implements Closeable {
    private final Blueprint blueprint;
    private final WorkerObserver observer;
    private final WorkerServer server;
    private final Map<Integer, Worker> alive = new ConcurrentHashMap<>();

    /** Those that were to be ended before they were to be started, which is what other threads do. */
    private final Set<Integer> unwanted = ConcurrentHashMap.newKeySet();

    private volatile boolean abandoned;

    /** Opens the server for workers; nobody is started yet. */
    public Workers(Blueprint blueprint, WorkerObserver observer) throws IOException {
        this.blueprint = blueprint;
        this.observer = observer;
        this.server = WorkerServer.open(observer);
    }

    /** Starts a worker. One that cannot be started, or is not wanted any more, is reported as one that ended, with status -1. */
    public void launch(int serial, int fork, boolean spare) {
        Worker worker = new Worker(serial, observer);
        alive.put(serial, worker);
        if (abandoned || unwanted.contains(serial)) {
            observer.channelEnded(serial);
            observer.exited(serial, -1);
            return;
        }
        try {
            ProcessBuilder builder =
                    blueprint.prepare(serial, fork, spare, server.expect(worker, blueprint.keepsJournal()));
            if (blueprint.hasOwnSession()) {
                builder.command(Descendants.inOwnSession(builder.command()));
            }
            worker.marked(builder.environment().getOrDefault(blueprint.nonceVariable(), ""));
            Process process = builder.start();
            process.getOutputStream().close();
            worker.started(process);
            if (abandoned) {
                worker.destroy(true);
            }
        } catch (IOException | RuntimeException | Error e) {
            // L21: also a fault of ours must not leave a fork waiting for a worker that never comes.
            observer.line(serial, String.valueOf(e), false);
            observer.channelEnded(serial);
            observer.exited(serial, -1);
        }
    }

    /** Says something to a worker. */
    public void send(int serial, Command command) {
        with(serial, worker -> worker.send(command));
    }

    /** Has a worker's JVM print a thread dump, past all of its threads. */
    public void quit(int serial) {
        with(serial, Worker::quit);
    }

    /** Ends what a worker has started and left behind. */
    public void endOrphans(int serial) {
        with(serial, Worker::endOrphans);
    }

    /** Ends a worker; by force, its descendants too. */
    public void destroy(int serial, boolean hard) {
        unwanted.add(serial);
        with(serial, worker -> worker.destroy(hard));
    }

    /** Ends all workers now, and those that are to be started from now on. */
    public void abandon() {
        abandoned = true;
        destroyAll();
    }

    /** Ends all workers that are alive and all their descendants, now. */
    public void destroyAll() {
        List<Worker> living = alive.values().stream().filter(Worker::isAlive).toList();
        living.forEach(worker -> worker.destroy(true));
        if (!living.isEmpty()) {
            Descendants.endOrphans(living.stream().map(Worker::origin).toList());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void with(int serial, Consumer<Worker> action) {
        Worker worker = alive.get(serial);
        if (worker != null) {
            action.accept(worker);
        }
    }
}
