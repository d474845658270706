package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Manifest;
import io.github.isolation.fork.CacheDirectory;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.FileHold;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where fixtures are kept once for every build of this user.
 *
 * <p>An entry appears by one atomic move, after it was made beside its place, verified and listed; it is never changed
 * (L32). Who wants to make one holds its lock and looks again first, so that any number of builds fetch it once (L02,
 * L33). Who has asked for one is marked as its user until the build ends, so that it is not cleaned away meanwhile.
 */
public final class FixtureCache {
    private final CacheLayout layout;
    private final FetchContext around;

    /** The cache in this directory, for this build. */
    public FixtureCache(CacheLayout layout, FetchContext around) {
        this.layout = layout;
        this.around = around;
    }

    /**
     * The fixture in the cache, fetched first if it is not there.
     *
     * @throws IOException naming the fixture, and what to do where there is something to do
     */
    public CachedFixture require(FixtureSpec spec) throws IOException {
        try {
            long start = System.nanoTime();
            CacheDirectory.require(layout.cacheDirectory(), line -> around.log().warn(line));
            String key = key(spec);
            Path entry = layout.entry(spec.id(), key);
            try (FileHold hold = lock(spec, key)) {
                assert hold != null : "an entry must not be cleaned away while it is marked";
                new InUse(layout, spec.id(), key).mark();
            }
            Optional<Manifest> manifest = EntryCheck.quick(entry);
            if (manifest.isPresent()) {
                return new CachedFixture(
                        CacheLayout.content(entry), manifest.get(), false, Duration.ofNanos(System.nanoTime() - start));
            }
            try (FileHold hold = lock(spec, key)) {
                return makeUnlessThere(spec, key, hold);
            }
        } catch (IOException e) {
            IOException explained = FullDiskException.explained(e, layout);
            throw new IOException(
                    "fixture '" + spec.id() + "' (" + spec.source().describe() + "): "
                            + FileErrors.text(explained, SettingNames.CACHE_DIRECTORY, layout.cacheDirectory()),
                    e);
        }
    }

    /** The build has ended: what it used may be cleaned away. */
    public static void release() throws IOException {
        InUse.release();
    }

    /** Offline, an artifact that cannot be found where it came from may still be here (L35); what is of the module is there or not. */
    private String key(FixtureSpec spec) throws IOException {
        try {
            return spec.key(around);
        } catch (IOException e) {
            Optional<CacheEntry> last = around.offline()
                            && (spec.source() instanceof ArtifactSource || spec.source() instanceof NestedArchive)
                    ? CacheEntry.of(layout, spec.id()).stream()
                            .filter(entry -> entry.isAnswerTo(spec))
                            .max(CacheEntry.BY_AGE.reversed())
                    : Optional.empty();
            if (last.isEmpty()) {
                throw e;
            }
            around.log()
                    .info("isolation: fixture '" + spec.id() + "': "
                            + spec.source().describe()
                            + " cannot be found while Maven is offline (-o); what the cache has of it is used");
            return last.get().key();
        }
    }

    private FileHold lock(FixtureSpec spec, String key) throws IOException {
        return FileHold.acquire(layout.lock(spec.id(), key), pid -> around.log()
                .info("isolation: fixture '" + spec.id() + "': waiting for process " + pid + ", which is fetching it"));
    }

    private CachedFixture makeUnlessThere(FixtureSpec spec, String key, FileHold proof) throws IOException {
        assert proof != null : "two builds must not make one entry";
        long start = System.nanoTime();
        Path entry = layout.entry(spec.id(), key);
        Optional<Manifest> there = EntryCheck.full(entry);
        if (there.isEmpty()) {
            boolean damaged = Files.exists(entry);
            if (around.offline() && spec.source().isRemote()) {
                throw new IOException("it is " + (damaged ? "damaged" : "not") + " in the cache "
                        + layout.cacheDirectory()
                        + ", and Maven is offline (-o); run 'mvn process-test-classes' once without -o");
            }
            if (damaged) {
                quarantine(spec, entry);
            }
        }
        Manifest manifest = there.isPresent() ? there.get() : publish(spec, key);
        return new CachedFixture(
                CacheLayout.content(entry), manifest, there.isEmpty(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void quarantine(FixtureSpec spec, Path entry) throws IOException {
        List<String> damage = EntryCheck.damage(entry);
        Path place = new Quarantine(layout).take(spec.id(), entry);
        around.log()
                .warn("isolation: fixture '" + spec.id() + "' was damaged in the cache (" + Quarantine.name(damage)
                        + ") and is fetched again: " + entry + " is now in quarantine, as " + place);
    }

    private Manifest publish(FixtureSpec spec, String key) throws IOException {
        Files.createDirectories(layout.entries(spec.id()));
        sweep(spec.id(), CacheLayout.temporaryPrefix(key));
        Path temporary = Files.createDirectory(layout.temporary(spec.id(), key));
        try {
            Manifest manifest = new EntryMaker(layout, around).make(spec, key, temporary);
            manifest.write(CacheLayout.manifest(temporary));
            if (!spec.source().isRemote() && !spec.key(around).equals(key)) {
                throw new IOException("what it is made from was changed while it was made; run the build again");
            }
            Files.move(temporary, layout.entry(spec.id(), key), StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException e) {
            throw FullDiskException.explained(e, layout);
        } finally {
            FileTrees.delete(temporary);
        }
    }

    /** Removes what killed builds left. Their locks are gone with them, and we hold this one. */
    private void sweep(String id, String prefix) throws IOException {
        try (var left = Files.newDirectoryStream(
                layout.entries(id), path -> path.getFileName().toString().startsWith(prefix))) {
            for (Path path : left) {
                FileTrees.delete(path);
            }
        }
    }
}
