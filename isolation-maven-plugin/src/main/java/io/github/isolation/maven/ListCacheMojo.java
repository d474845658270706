package io.github.isolation.maven;

import io.github.isolation.maven.cache.CacheEntry;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.HumanFormat;
import io.github.isolation.maven.cache.OtherContent;
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
                + HumanFormat.size(entries.stream().mapToLong(CacheEntry::bytes).sum()) + ", in "
                + layout.cacheDirectory());
        for (CacheEntry entry : entries) {
            getLog().info(String.format(
                    Locale.ROOT,
                    "  %-24s %9s  %-20s  %s  %s",
                    entry.id(),
                    entry.manifest().isPresent() ? HumanFormat.size(entry.bytes()) : "damaged",
                    time(entry.lastUsed()),
                    entry.key(),
                    entry.source()));
        }
        List<OtherContent> others = OtherContent.all(layout);
        if (!others.isEmpty()) {
            getLog().info("isolation: beside them " + others.size() + " of tests and workers, "
                    + HumanFormat.size(
                            others.stream().mapToLong(OtherContent::bytes).sum()));
        }
        for (OtherContent other : others) {
            getLog().info(String.format(
                    Locale.ROOT,
                    "  %-24s %9s  %-20s  %s",
                    other.kind(),
                    HumanFormat.size(other.bytes()),
                    time(other.lastUsed()),
                    other.name()));
        }
        long begun = OtherContent.size(layout.partials());
        long damaged = OtherContent.size(layout.quarantine());
        if (begun + damaged > 0) {
            getLog().info("isolation: " + HumanFormat.size(begun) + " of downloads that were begun, "
                    + HumanFormat.size(damaged) + " in quarantine");
        }
    }

    private static String time(Instant used) {
        return used.equals(Instant.EPOCH)
                ? "never used"
                : used.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
