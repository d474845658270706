package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks after the whole cache: reads all of it, removes some of it. Builds may go on meanwhile. */
public final class CacheCare {
    private final CacheLayout layout;

    /** Of this cache. */
    public CacheCare(CacheLayout layout) {
        this.layout = layout;
    }

    /**
     * What to remove: what is of the fixture, or is older, and then what was used longest ago until the rest is small
     * enough.
     *
     * @param fixture an id, null for no fixture in particular
     * @param olderThan null for no age
     * @param maxSize in bytes
     */
    public record Wish(@Nullable String fixture, @Nullable Duration olderThan, long maxSize) {}

    /** What was removed, and what would have been if nobody used it. */
    public record Cleaning(List<CacheEntry> removed, List<CacheEntry> inUse) {}

    /** How many entries there are, and what is wrong with which, in words. */
    public record Verification(int entries, List<String> damaged) {}

    /** Reads every byte. Damaged entries go into quarantine. */
    public Verification verify() throws IOException {
        List<CacheEntry> entries = CacheEntry.all(layout);
        List<String> damaged = new ArrayList<>();
        for (CacheEntry entry : entries) {
            try (FileHold hold = FileHold.acquire(layout.lock(entry.id(), entry.key()), pid -> {})) {
                assert hold != null : "nobody makes it while it is read";
                List<String> damage = Files.exists(entry.path()) ? EntryCheck.damage(entry.path()) : List.of();
                if (!damage.isEmpty()) {
                    Path place = new Quarantine(layout).take(entry.id(), entry.path());
                    damaged.add("fixture '" + entry.id() + "', " + entry.path() + ": " + Quarantine.name(damage)
                            + "; now in quarantine: " + place);
                }
            }
        }
        return new Verification(entries.size(), damaged);
    }

    /** Removes what is wished and not in use. */
    public Cleaning clean(Wish wish) throws IOException {
        List<CacheEntry> youngestFirst = new ArrayList<>(CacheEntry.all(layout));
        youngestFirst.sort(CacheEntry.BY_AGE);
        Cleaning cleaning = new Cleaning(new ArrayList<>(), new ArrayList<>());
        Instant limit = wish.olderThan() == null ? Instant.MIN : Instant.now().minus(wish.olderThan());
        long size = 0;
        for (CacheEntry entry : youngestFirst) {
            boolean chosen = entry.id().equals(wish.fixture())
                    || !entry.lastUsed().isAfter(limit)
                    || size + entry.bytes() > wish.maxSize();
            if (chosen && remove(entry)) {
                cleaning.removed().add(entry);
            } else {
                size += entry.bytes();
                if (chosen) {
                    cleaning.inUse().add(entry);
                }
            }
        }
        FileTrees.delete(layout.quarantine());
        cleanPartials(wish, limit);
        if (wish.fixture() != null) {
            FileTrees.delete(layout.checksums(wish.fixture()));
        }
        return cleaning;
    }

    /** By a move first, so that nobody ever sees half an entry. */
    private boolean remove(CacheEntry entry) throws IOException {
        Path out = layout.temporary(entry.id(), entry.key());
        Optional<FileHold> hold = FileHold.tryAcquire(layout.lock(entry.id(), entry.key()), pid -> {});
        if (hold.isEmpty()) {
            return false;
        }
        try (FileHold held = hold.get()) {
            assert held != null : "nobody marks it while it is removed";
            InUse use = new InUse(layout, entry.id(), entry.key());
            if (use.byAnybody()) {
                return false;
            }
            Files.move(entry.path(), out, StandardCopyOption.ATOMIC_MOVE);
            FileTrees.delete(layout.uses(entry.id(), entry.key()));
            FileTrees.delete(out);
            return true;
        }
    }

    private void cleanPartials(Wish wish, Instant limit) throws IOException {
        if (!Files.isDirectory(layout.partials())) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> fixtures = Files.newDirectoryStream(layout.partials())) {
            for (Path fixture : fixtures) {
                try (DirectoryStream<Path> partials = Files.newDirectoryStream(fixture)) {
                    partials.forEach(files::add);
                }
            }
        }
        for (Path file : files) {
            String id = String.valueOf(file.resolveSibling("").normalize().getFileName());
            boolean chosen = id.equals(wish.fixture())
                    || !Files.getLastModifiedTime(file).toInstant().isAfter(limit);
            if (chosen) {
                Optional<FileHold> hold =
                        FileHold.tryAcquire(layout.lock(id, String.valueOf(file.getFileName())), pid -> {});
                if (hold.isPresent()) {
                    Files.deleteIfExists(file);
                    hold.get().close();
                }
            }
        }
    }
}
