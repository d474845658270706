package io.github.isolation.process;

import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ProtocolException;
import io.github.isolation.protocol.Secret;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where workers connect: a Unix domain socket in a directory only its owner may enter, or a loopback port where there are
 * none. Whoever does not greet with this protocol's version and a secret that is expected is sent away.
 */
final class WorkerServer implements Closeable {
    /** Between two attempts to accept a connection. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerSocketChannel server;
    private final Map<String, Worker> expected = new ConcurrentHashMap<>();
    private final WorkerObserver observer;

    private final @Nullable SocketDirectory directory;
    private final PendingConnections pending;

    private WorkerServer(ServerSocketChannel server, @Nullable SocketDirectory directory, WorkerObserver observer) {
        this.server = server;
        this.directory = directory;
        this.observer = observer;
        this.pending = new PendingConnections(observer);
    }

    static WorkerServer open(WorkerObserver observer) throws IOException {
        WorkerServer server = listen(observer);
        Threads.daemon("isolation-accept", observer, server::accept);
        if (server.directory != null) {
            Threads.daemon("isolation-sweep", server.directory::sweep);
        }
        return server;
    }

    private static WorkerServer listen(WorkerObserver observer) throws IOException {
        StringJoiner why = new StringJoiner("; ");
        for (Path place : SocketPlaces.all()) {
            try {
                return listen(place, observer);
            } catch (UnsupportedOperationException e) {
                why.add("this platform has none");
                break;
            } catch (IOException e) {
                why.add("in " + place + ": " + e.getMessage());
            }
        }
        observer.warning(
                "isolation: workers connect to a port of the loopback interface, where everybody on this machine may"
                        + " knock, since there is no place for a Unix domain socket (" + why + ")");
        ServerSocketChannel tcp = ServerSocketChannel.open();
        return new WorkerServer(tcp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), null, observer);
    }

    private static WorkerServer listen(Path place, WorkerObserver observer) throws IOException {
        SocketDirectory directory = SocketDirectory.create(place);
        ServerSocketChannel unix = null;
        try {
            unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            unix.bind(UnixDomainSocketAddress.of(directory.socket()));
            return new WorkerServer(unix, directory, observer);
        } catch (IOException | UnsupportedOperationException e) {
            if (unix != null) {
                unix.close();
            }
            directory.close();
            throw e;
        }
    }

    /** An endpoint for one worker, with a secret of its own. */
    Endpoint expect(Worker worker, boolean keepsJournal) throws IOException {
        String secret = Secret.create();
        expected.put(secret, worker);
        return new Endpoint(server.getLocalAddress(), secret, keepsJournal ? journal(worker) : null);
    }

    /** Where what a worker has not sent is kept; null if it sends everything at once. */
    private @Nullable Path journal(Worker worker) {
        if (directory == null) {
            return null;
        }
        Path file = directory.journal(worker.serial());
        try {
            worker.keepsJournal(Journal.create(file));
            return file;
        } catch (IOException e) {
            observer.warning("isolation: worker " + worker.serial() + " sends every event by itself, which is slower: "
                    + file + ": " + e.getMessage());
            return null;
        }
    }

    private void accept() {
        boolean failing = false;
        while (server.isOpen()) {
            try {
                admit(server.accept());
                failing = false;
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | Error e) {
                // Mostly there are too many open files or threads, and there will be fewer.
                if (!failing) {
                    observer.warning("isolation: no worker can connect for now, which is tried until one can: " + e);
                }
                failing = true;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        pending.came(channel, expected.size());
        try {
            Threads.daemon("isolation-worker-channel", observer, () -> greet(channel));
        } catch (Error e) {
            pending.left(channel);
            channel.close();
            throw e;
        }
    }

    private void greet(SocketChannel channel) {
        try (channel) {
            WorkerSource source = new WorkerSource(channel);
            Frames frames = new Frames(source, channel);
            byte[] first = frames.readFirst();
            if (first == null) {
                return;
            }
            if (Numbered.number(first) != 1) {
                throw new ProtocolException("a worker counts from 1, not from " + Numbered.number(first));
            }
            Event event = EventCodec.decode(Numbered.message(first));
            if (!(event instanceof Event.Hello hello)) {
                throw new ProtocolException("a worker begins with Hello, not with "
                        + event.getClass().getSimpleName());
            }
            if (hello.version() != Protocol.VERSION) {
                throw new ProtocolException(
                        "protocol version " + Protocol.VERSION + " is spoken here, not " + hello.version());
            }
            Worker worker = recognize(hello);
            pending.left(channel);
            removeJournal(worker);
            worker.converse(frames, source, hello);
        } catch (IOException e) {
            if (pending.left(channel)) {
                pending.refused(String.valueOf(e.getMessage()));
            }
        } finally {
            pending.left(channel);
        }
    }

    /** Both sides have it in their memory now, and nobody else needs its name. */
    private void removeJournal(Worker worker) {
        try {
            if (directory != null) {
                Files.deleteIfExists(directory.journal(worker.serial()));
            }
        } catch (IOException e) {
            // Windows keeps it as long as it is mapped; it goes with the directory.
        }
    }

    private Worker recognize(Event.Hello hello) throws ProtocolException {
        for (Map.Entry<String, Worker> candidate : expected.entrySet()) {
            if (Secret.matches(candidate.getKey(), hello.secret())) {
                expected.remove(candidate.getKey());
                return candidate.getValue();
            }
        }
        throw new ProtocolException("its secret belongs to no worker that is expected");
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (directory != null) {
            directory.close();
        }
    }
}
