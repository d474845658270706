package io.github.isolation.maven.cache;

import io.github.isolation.archive.StoredArchive;
import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /** What was removed, and what would have been if nobody used it: fixtures, and what is kept beside them. */
    public record Cleaning(
            List<CacheEntry> removed,
            List<CacheEntry> inUse,
            List<OtherContent> others,
            List<OtherContent> neighboursInUse) {
        /** Whether there was an entry of this fixture. */
        public boolean knows(String fixture) {
            return Stream.concat(removed.stream(), inUse.stream())
                    .anyMatch(entry -> entry.id().equals(fixture));
        }

        /** The size of what was removed. */
        public long bytes() {
            return removed.stream().mapToLong(CacheEntry::bytes).sum()
                    + others.stream().mapToLong(OtherContent::bytes).sum();
        }
    }

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

    /** Something that can go; {@code told} is called with whether it went. */
    private record Candidate(
            boolean ofFixture, Instant lastUsed, long bytes, OtherContent.Removal removal, Consumer<Boolean> told) {}

    /** Removes what is wished and not in use. */
    public Cleaning clean(Wish wish) throws IOException {
        Cleaning cleaning = new Cleaning(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Instant limit = wish.olderThan() == null ? Instant.MIN : Instant.now().minus(wish.olderThan());
        long size = 0;
        for (Candidate candidate : candidates(wish, cleaning)) {
            boolean chosen = candidate.ofFixture()
                    || !candidate.lastUsed().isAfter(limit)
                    || size + candidate.bytes() > wish.maxSize();
            boolean gone = chosen && candidate.removal().run();
            size += gone ? 0 : candidate.bytes();
            if (chosen) {
                candidate.told().accept(gone);
            }
        }
        FileTrees.delete(layout.quarantine());
        new UnfinishedEntries(layout).clean();
        StoredArchive.sweep(layout.cacheDirectory());
        new PartialDownloads(layout).clean(wish.fixture(), limit);
        if (wish.fixture() != null) {
            FileTrees.delete(layout.checksums(wish.fixture()));
        }
        return cleaning;
    }

    /** The one that was used last comes first. */
    private List<Candidate> candidates(Wish wish, Cleaning cleaning) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (CacheEntry entry : CacheEntry.all(layout)) {
            candidates.add(new Candidate(
                    entry.id().equals(wish.fixture()),
                    entry.lastUsed(),
                    entry.bytes(),
                    () -> remove(entry),
                    gone -> (gone ? cleaning.removed() : cleaning.inUse()).add(entry)));
        }
        for (OtherContent other : OtherContent.all(layout)) {
            candidates.add(new Candidate(false, other.lastUsed(), other.bytes(), other.removal(), gone -> (gone
                            ? cleaning.others()
                            : cleaning.neighboursInUse())
                    .add(other)));
        }
        candidates.sort(Comparator.comparing(Candidate::lastUsed).reversed());
        return candidates;
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
}
