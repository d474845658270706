package io.github.isolation.maven.live;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.live.TerminalStreams.Place;
import io.github.isolation.record.HowFar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one line of a build, as long as tests run in some of its modules. Nothing depends on it: whatever goes wrong with it ends it, and
 * is told once. Thread-safe.
 */
public final class LiveLine {
    /** How soon the line is back after something was printed, in milliseconds. */
    private static final long TICK_MILLIS = 200;

    /** In every so many of these moments the line says something new. */
    private static final int TICKS_PER_TEXT = 4;

    private final TerminalStreams streams;
    private final Charset charset;
    private final int columns;
    private final LongSupplier nanoTime;
    private final ThreadFactory tickers;
    private final Consumer<Throwable> complaints;
    private final Map<Object, LiveRun> runs = new HashMap<>();
    private @Nullable Shown shown;
    private String text = "";
    private int ticks;
    private boolean givenUp;

    /** The line while it is there, and what has to be undone then. */
    private record Shown(StatusLine line, Map<Place, WatchedStream> streams, Thread ticker, Thread atExit) {}

    /**
     * For the terminal of this process.
     *
     * @param logger that of Maven
     * @param columns how long the line may be
     * @param complaints hears why there is no line any more
     */
    LiveLine(MavenLogger logger, Charset charset, int columns, Consumer<Throwable> complaints) {
        this(TerminalStreams.ofProcess(logger), charset, columns, System::nanoTime, Thread::new, complaints);
    }

    LiveLine(
            TerminalStreams streams,
            Charset charset,
            int columns,
            LongSupplier nanoTime,
            ThreadFactory tickers,
            Consumer<Throwable> complaints) {
        this.streams = streams;
        this.charset = charset;
        this.columns = columns;
        this.nanoTime = nanoTime;
        this.tickers = tickers;
        this.complaints = complaints;
    }

    /**
     * The tests of an execution are going to begin.
     *
     * @param execution the same object as at its end
     * @param classTimes the file that says how long classes took when they ran last
     */
    public synchronized void begin(Object execution, ForkLayout layout, Path classTimes) {
        if (givenUp) {
            return;
        }
        try {
            String maven = Long.toString(ProcessHandle.current().pid());
            runs.put(execution, new LiveRun(layout, classTimes, maven, nanoTime));
            if (shown == null) {
                shown = show();
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            giveUp(e);
        }
    }

    /** They are over. If no others run, the line is gone, and everything prints where it did before. */
    public synchronized void end(Object execution) {
        LiveRun over = runs.remove(execution);
        try {
            if (runs.isEmpty()) {
                hide();
            }
            if (over != null) {
                over.close();
            }
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            giveUp(e);
        }
    }

    private Shown show() throws ReflectiveOperationException {
        StatusLine line = new StatusLine(streams.terminal(), charset);
        Map<Place, WatchedStream> watched = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            watched.put(place, line.watch(behind(streams.get(place))));
        }
        Thread ticker = tickers.newThread(this::tickOn);
        ticker.setName("isolation-live-line");
        ticker.setDaemon(true);
        Thread atExit = new Thread(line::close, "isolation-live-line-exit");
        text = "";
        ticks = 0;
        Runtime.getRuntime().addShutdownHook(atExit);
        for (Map.Entry<Place, WatchedStream> one : watched.entrySet()) {
            streams.set(one.getKey(), one.getValue());
        }
        ticker.start();
        return new Shown(line, watched, ticker, atExit);
    }

    /** Whoever kept a stream of an earlier line has put it back since: nothing passes through two of them. */
    private static PrintStream behind(PrintStream stream) {
        return stream instanceof WatchedStream watched ? watched.behind() : stream;
    }

    private void hide() throws ReflectiveOperationException {
        Shown there = shown;
        if (there == null) {
            return;
        }
        shown = null;
        there.line().close();
        there.ticker().interrupt();
        try {
            Runtime.getRuntime().removeShutdownHook(there.atExit());
        } catch (IllegalStateException e) {
            // This JVM ends already.
        }
        for (Map.Entry<Place, WatchedStream> one : there.streams().entrySet()) {
            if (streams.get(one.getKey()) == one.getValue()) {
                streams.set(one.getKey(), one.getValue().behind());
            }
        }
    }

    private void tickOn() {
        try {
            while (tick()) {
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One moment; says whether there is to be another one. */
    boolean tick() {
        try {
            StatusLine line;
            String now;
            synchronized (this) {
                if (shown == null) {
                    return false;
                }
                if (ticks % TICKS_PER_TEXT == 0) {
                    text = text();
                }
                ticks++;
                line = shown.line();
                now = text;
            }
            line.show(now);
            return true;
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) { // also if memory is short
            giveUp(e);
            return false;
        }
    }

    private String text() throws IOException {
        List<HowFar> all = new ArrayList<>();
        for (LiveRun run : runs.values()) {
            Optional<HowFar> howFar = run.howFar();
            howFar.ifPresent(all::add);
        }
        return all.isEmpty() ? "" : LineText.of(HowFar.of(all), columns);
    }

    private synchronized void giveUp(Throwable why) {
        if (!givenUp) {
            givenUp = true;
            try {
                hide();
            } catch (ReflectiveOperationException e) {
                why.addSuppressed(e);
            }
            complaints.accept(why);
        }
    }
}
