package io.github.isolation.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.ProtocolException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One worker process and the threads that listen to it: its channel, its two output streams, its exit. */
final class Worker {
    /** A worker that has exited may have left a connection that is still being accepted; how long to wait for it. */
    private static final long CONNECTING_MILLIS = 500;

    /** How long the last lines of a dead process are waited for. */
    private static final long LAST_WORDS_MILLIS = 1000;

    /** How many bytes of events are passed on at a time. */
    private static final int LARGEST_DELIVERY = 64 << 10;

    /** What is printed without an end of line is passed on in pieces of so many characters. */
    private static final int LONGEST_LINE = 64 << 10;

    private final int serial;
    private final WorkerObserver observer;
    private final ReadPosition heard = new ReadPosition();
    private volatile @Nullable Journal journal;
    private volatile @Nullable WorkerSource source;
    private @Nullable volatile Frames frames;
    private volatile boolean connected;
    private volatile @Nullable Process process;
    private volatile boolean unwanted;
    private volatile String mark = "";
    private long commands;

    Worker(int serial, WorkerObserver observer) {
        this.serial = serial;
        this.observer = observer;
    }

    /** What stands in the environment of this worker and its descendants, and nowhere else. */
    void marked(String nonce) {
        mark = nonce;
    }

    int serial() {
        return serial;
    }

    /** Where it keeps what it has not sent yet. */
    void keepsJournal(Journal own) {
        journal = own;
    }

    void started(Process started) {
        process = started;
        String name = "isolation-worker-" + serial;
        Thread out = Threads.daemon(name + "-out", observer, () -> pump(started.getInputStream(), true));
        Thread err = Threads.daemon(name + "-err", observer, () -> pump(started.getErrorStream(), false));
        if (unwanted) {
            destroy(true);
        }
        var unused = started.onExit()
                .thenAccept(dead -> Threads.guarded(observer, () -> {
                    awaitLastWords(out);
                    awaitLastWords(err);
                    exited(dead.exitValue());
                }));
    }

    private void exited(int status) {
        observer.exited(serial, status);
        WorkerSource talking = source;
        if (talking != null) {
            talking.endWithProcess();
        }
        if (!connected) {
            CompletableFuture.delayedExecutor(CONNECTING_MILLIS, MILLISECONDS)
                    .execute(() -> Threads.guarded(observer, this::neverConnected));
        }
    }

    /** What it printed last often says why it died; but a descendant may hold the stream open for ever. */
    private static void awaitLastWords(Thread pump) {
        try {
            pump.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a connection nobody else would ever report the end of its channel. */
    private void neverConnected() {
        if (!connected) {
            observer.channelEnded(serial);
        }
    }

    /** Listens to the channel until it ends; runs on the connection's own thread. */
    void converse(Frames channel, WorkerSource from, Event.Hello hello) {
        if (journal != null) {
            from.continueWith(journal);
        }
        connected = true;
        frames = channel;
        source = from;
        observer.heard(serial, List.of(new Said(1, hello)), 0);
        List<Said> events = new ArrayList<>();
        try {
            int bytes = 0;
            for (byte[] frame = channel.read(); frame != null; frame = channel.read()) {
                events.add(new Said(Numbered.number(frame), EventCodec.decode(Numbered.message(frame))));
                bytes += frame.length;
                // What came together goes on together; what comes later is not waited for.
                if (bytes > LARGEST_DELIVERY || !channel.hasFrame()) {
                    observer.heard(serial, events, bytes);
                    heard.upTo(channel.consumed());
                    events = new ArrayList<>();
                    bytes = 0;
                }
            }
        } catch (ProtocolException e) {
            observer.heard(serial, events, 0);
            observer.garbled(serial, e.getMessage());
        } catch (IOException e) {
            // A process that is killed resets its connection; its exit status tells more than this.
        } catch (RuntimeException | Error e) {
            // Mostly for want of memory. One worker's messages are missing now, so one worker has to go.
            observer.garbled(serial, "the supervisor could not take what it said: " + e);
        } finally {
            observer.channelEnded(serial);
            heard.ended();
            // There may be thousands of workers in one run.
            frames = null;
            source = null;
            journal = null;
        }
    }

    /** Says something to the worker. A worker that is gone does not listen; its end is reported elsewhere. */
    synchronized void send(Command command) {
        Frames channel = frames;
        if (channel != null) {
            try {
                commands++;
                channel.write(Numbered.frame(commands, CommandCodec.encode(command)));
            } catch (ProtocolException e) {
                observer.garbled(serial, e.getMessage()); // it would wait for ever for what cannot be said
            } catch (IOException e) {
                // See above: channelEnded and exited are on their way.
            }
        }
    }

    /** Ends the process, as soon as there is one; by force, it takes its descendants along. */
    void destroy(boolean hard) {
        unwanted = true;
        Process target = process;
        if (target == null) {
            return;
        }
        if (hard) {
            Descendants.end(target.toHandle());
            target.destroyForcibly();
        } else {
            target.destroy();
        }
    }

    boolean isAlive() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /** Ends what it has started and left behind. */
    void endOrphans() {
        Descendants.endOrphans(List.of(origin()));
    }

    /** What its descendants have of it. */
    Descendants.Origin origin() {
        Process started = process;
        return new Descendants.Origin(started == null ? null : started.toHandle(), mark);
    }

    /** SIGQUIT, which every JVM on POSIX answers with a thread dump on its standard output. */
    void quit() {
        Process target = process;
        if (target == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(target.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            observer.warning(
                    "isolation: no thread dump of process " + target.pid() + ": this platform has no signal for it");
        }
    }

    /** A test prints after it has begun: that it has may still be on its way. */
    private void catchUp() {
        Journal said = journal;
        if (said != null && source != null) {
            heard.await(said.end());
        }
    }

    private void pump(InputStream stream, boolean stdout) {
        try (var reader = new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
            StringBuilder line = new StringBuilder();
            boolean afterReturn = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                boolean secondOfTwo = afterReturn && c == '\n';
                afterReturn = c == '\r';
                boolean end = c == '\n' || c == '\r';
                if (!end) {
                    line.append((char) c);
                }
                boolean full = line.length() >= LONGEST_LINE && !Character.isHighSurrogate((char) c);
                if ((end && !secondOfTwo) || full) {
                    catchUp();
                    observer.line(serial, line.toString(), stdout);
                    line.setLength(0);
                }
            }
            if (!line.isEmpty()) {
                catchUp();
                observer.line(serial, line.toString(), stdout);
            }
        } catch (IOException e) {
            // The stream of a process that was destroyed may be closed under the reader: there is nothing more to read.
        }
    }
}
