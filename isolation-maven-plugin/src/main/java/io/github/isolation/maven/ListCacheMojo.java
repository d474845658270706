package io.github.isolation.maven;

import io.github.isolation.maven.cache.Amounts;
import io.github.isolation.maven.cache.CacheEntry;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.Neighbour;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists what is in the fixture cache: how large, used last when, from where. */
@Mojo(name = "list-cache", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListCacheMojo extends CacheMojo {
    @Override
    void run(CacheLayout layout) throws IOException {
        List<CacheEntry> entries = CacheEntry.all(layout);
        getLog().info("isolation: " + entries.size() + (entries.size() == 1 ? " entry" : " entries") + ", "
                + Amounts.size(entries.stream().mapToLong(CacheEntry::bytes).sum()) + ", in "
                + layout.cacheDirectory());
        for (CacheEntry entry : entries) {
            getLog().info(String.format(
                    Locale.ROOT,
                    "  %-24s %9s  %-20s  %s  %s",
                    entry.id(),
                    entry.manifest().isPresent() ? Amounts.size(entry.bytes()) : "damaged",
                    time(entry.lastUsed()),
                    entry.key(),
                    entry.source()));
        }
        List<Neighbour> neighbours = Neighbour.all(layout);
        if (!neighbours.isEmpty()) {
            getLog().info("isolation: beside them " + neighbours.size() + " of tests and workers, "
                    + Amounts.size(
                            neighbours.stream().mapToLong(Neighbour::bytes).sum()));
        }
        for (Neighbour neighbour : neighbours) {
            getLog().info(String.format(
                    Locale.ROOT,
                    "  %-24s %9s  %-20s  %s",
                    neighbour.kind(),
                    Amounts.size(neighbour.bytes()),
                    time(neighbour.lastUsed()),
                    neighbour.name()));
        }
        long begun = Neighbour.size(layout.partials());
        long damaged = Neighbour.size(layout.quarantine());
        if (begun + damaged > 0) {
            getLog().info("isolation: " + Amounts.size(begun) + " of downloads that were begun, "
                    + Amounts.size(damaged) + " in quarantine");
        }
    }

    private static String time(Instant used) {
        return used.equals(Instant.EPOCH)
                ? "never used"
                : used.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
