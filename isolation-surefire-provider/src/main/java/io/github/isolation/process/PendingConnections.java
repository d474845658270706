package io.github.isolation.process;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Who has connected and has not greeted yet. A worker does both in one breath; anybody else has little time, and there are not
 * many of them at once: the oldest has to go. Thread-safe.
 */
final class PendingConnections {
    /** How many there may be, besides workers that are expected. */
    private static final int MOST = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** So many are told of; whoever knocks for hours fills no log. */
    private static final int MOST_LINES = 5;

    private final Map<SocketChannel, Long> waiting = new LinkedHashMap<>();
    private final WorkerObserver observer;
    private final Duration patience;
    private boolean watched;
    private int lines;

    PendingConnections(WorkerObserver observer) {
        this(observer, PATIENCE);
    }

    PendingConnections(WorkerObserver observer, Duration patience) {
        this.observer = observer;
        this.patience = patience;
    }

    /** Somebody has connected; so many workers are expected. */
    synchronized void came(SocketChannel stranger, int expected) {
        waiting.put(stranger, System.nanoTime());
        Iterator<SocketChannel> oldest = waiting.keySet().iterator();
        while (waiting.size() > MOST + expected) {
            sendAway(oldest.next(), "there are too many that do not greet");
            oldest.remove();
        }
        watch();
    }

    /** It has greeted, or gone; false if it was sent away before, and that was told. */
    synchronized boolean left(SocketChannel stranger) {
        return waiting.remove(stranger) != null;
    }

    /** Says so, unless it was said often. */
    synchronized void refused(String why) {
        lines++;
        if (lines <= MOST_LINES) {
            String more = lines == MOST_LINES ? " (there are more of them than are told of from here on)" : "";
            observer.warning("isolation: a connection that is no worker's was refused: " + why + more);
        }
    }

    private void watch() {
        if (!watched && !waiting.isEmpty()) {
            watched = true;
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::look);
        }
    }

    private synchronized void look() {
        watched = false;
        long now = System.nanoTime();
        Iterator<Map.Entry<SocketChannel, Long>> all = waiting.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<SocketChannel, Long> one = all.next();
            if (now - one.getValue() >= patience.toNanos()) {
                sendAway(one.getKey(), "it did not greet within " + patience.toSeconds() + " s");
                all.remove();
            }
        }
        watch();
    }

    private void sendAway(SocketChannel stranger, String why) {
        try {
            stranger.close();
        } catch (IOException e) {
            // It is gone, one way or the other.
        }
        refused(why);
    }
}
