package io.github.isolation.maven.live;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.HowFar;
import io.github.isolation.record.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The record of a run, read while it is written: no more of it than says how far the run is. Not thread-safe.
 */
final class GrowingRecord implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /** Most lines of a record are of these, and they change nothing. */
    private static final String PASSED = "\"outcome\":\"passed\"";

    private final InputStream in;
    private final Progress progress;
    private final LongSupplier nanoTime;
    private final byte[] buffer = new byte[BUFFER];
    private final StringBuilder unfinished = new StringBuilder();
    private long beganNanos;

    /** Of a run that has begun a moment ago. */
    GrowingRecord(Path file, Progress progress, LongSupplier nanoTime) throws IOException {
        this.in = Files.newInputStream(file);
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
    }

    /**
     * How far the run is, by all that was written so far.
     *
     * @throws IllegalArgumentException if what was written is no record
     */
    HowFar howFar() throws IOException {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            take(new String(buffer, 0, read, StandardCharsets.US_ASCII));
        }
        return progress.howFar(TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - beganNanos));
    }

    private void take(String text) {
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            unfinished.append(text, begin, end);
            takeLine(unfinished.toString());
            unfinished.setLength(0);
            begin = end + 1;
        }
        unfinished.append(text, begin, text.length());
    }

    private void takeLine(String line) {
        if (!line.contains(PASSED)) {
            Fact.parse(line).ifPresent(fact -> {
                progress.take(fact);
                if (fact instanceof ClassFact handed) {
                    isNow(handed.at());
                } else if (fact instanceof ClassEndFact end) {
                    isNow(end.at());
                }
            });
        }
    }

    /** A run has begun before anybody saw it, and its own clock says how long before. Nobody sets either of the two. */
    private void isNow(long atMillis) {
        beganNanos = Math.min(beganNanos, nanoTime.getAsLong() - TimeUnit.MILLISECONDS.toNanos(atMillis));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
