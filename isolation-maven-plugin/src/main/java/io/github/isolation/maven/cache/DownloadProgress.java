package io.github.isolation.maven.cache;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Says every now and then how far a download is and how fast it goes. A short one says nothing. */
final class DownloadProgress implements Downloads.Progress {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final String id;
    private final Log log;
    private final LongSupplier nanoClock;
    private final long there;
    private long started;
    private long said;
    private long offset;
    private long received;
    private long total = -1;

    /** With so many bytes there already, from which it is to be continued. */
    DownloadProgress(String id, Log log, LongSupplier nanoClock, long there) {
        this.there = there;
        this.id = id;
        this.log = log;
        this.nanoClock = nanoClock;
        this.started = nanoClock.getAsLong();
        this.said = started;
    }

    @Override
    public void started(long from, long size) {
        if (there > 0 && from == 0) {
            log.info("isolation: fixture '" + id + "': it is downloaded from its start, although "
                    + HumanFormat.size(there)
                    + " were there: this server, or the transport of this Maven (that of 3.8 and before), cannot"
                    + " continue a download");
        }
        offset = from;
        total = size;
        received = 0;
        started = nanoClock.getAsLong();
        said = started;
    }

    @Override
    public void received(int bytes) {
        received += bytes;
        long now = nanoClock.getAsLong();
        if (now - said >= INTERVAL.toNanos()) {
            said = now;
            long done = offset + received;
            log.info("isolation: fixture '" + id + "': " + HumanFormat.size(done)
                    + (total > 0
                            ? String.format(
                                    Locale.ROOT,
                                    " of %s (%d %%)",
                                    HumanFormat.size(total),
                                    done * 100 / Math.max(1, total))
                            : "")
                    + ", " + HumanFormat.size((long) (received * 1e9 / Math.max(1, now - started))) + "/s");
        }
    }
}
