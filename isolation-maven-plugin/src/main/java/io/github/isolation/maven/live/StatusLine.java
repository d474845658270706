package io.github.isolation.maven.live;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line at the end of a terminal, out of the way of whatever else is printed there: it is erased before anything is, and comes
 * back once what was printed has ended its own line. Thread-safe. No lock is held while others print, so none of theirs can get
 * entangled with ours.
 */
final class StatusLine {
    /** To the beginning of the line, and nothing behind it. */
    static final String ERASE = "\r\u001b[K";

    /** What is too long for the terminal is cut there, instead of a second line that nobody would erase. */
    static final String NO_WRAP = "\u001b[?7l";

    static final String WRAP = "\u001b[?7h";

    private final OutputStream terminal;
    private final Charset charset;
    private final List<WatchedStream> streams = new ArrayList<>();
    private String shown = "";
    private int printing;
    private long prints;
    private boolean closed;
    private @Nullable IOException failure;

    /** For a terminal on which nothing is shown yet. */
    StatusLine(OutputStream terminal, Charset charset) {
        this.terminal = terminal;
        this.charset = charset;
    }

    /** What is to be printed to from now on, in place of a stream that ends at the terminal. */
    synchronized WatchedStream watch(PrintStream stream) {
        WatchedStream watched = new WatchedStream(stream, this);
        streams.add(watched);
        return watched;
    }

    /**
     * Shows a text, which has no line breaks, or nothing. If somebody prints at this moment, or has left a line without its end, the
     * text is not shown now.
     *
     * @throws IOException if the terminal does not take it; it is closed then
     */
    void show(String text) throws IOException {
        long before;
        List<WatchedStream> all;
        synchronized (this) {
            before = prints;
            all = List.copyOf(streams);
        }
        all.forEach(WatchedStream::settle); // what was printed before stands on the terminal before
        synchronized (this) {
            boolean room = printing == 0
                    && prints == before
                    && streams.stream().map(WatchedStream::column).allMatch(WatchedStream.Column::isAtLineStart);
            if (room && !closed && !text.equals(shown)) {
                String old = shown;
                shown = text;
                write((old.isEmpty() ? "" : ERASE) + (text.isEmpty() ? "" : NO_WRAP + text + WRAP));
            }
            if (failure != null) {
                closed = true;
                throw failure;
            }
        }
    }

    /** Somebody is about to print. */
    synchronized void printing(WatchedStream.Column column) {
        printing++;
        prints++;
        column.begin();
        erase();
    }

    /** Somebody has printed. */
    synchronized void printed(WatchedStream.Column column, boolean endsLine) {
        column.end(endsLine);
        printing--;
    }

    /** Nothing of it is left on the terminal, and nothing is going to be shown any more. */
    synchronized void close() {
        erase();
        closed = true;
    }

    private void erase() {
        if (!shown.isEmpty() && !closed) {
            shown = "";
            write(ERASE);
        }
    }

    /** Whoever prints is not to hear of it; {@link #show} tells. */
    private void write(String text) {
        try {
            terminal.write(text.getBytes(charset));
            terminal.flush();
        } catch (IOException e) {
            failure = e;
        }
    }
}
