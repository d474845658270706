package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import io.github.isolation.once.OncePlace;
import io.github.isolation.once.OnceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the cache directory and no fixture: seen, counted, and removed when it is old and nobody's. */
final class OtherContentTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private Path directory;
    private CacheLayout layout;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
        layout = new CacheLayout(empty.resolve("cache"));
    }

    @Test
    void bothKindsAreListedWithTheirSizes() throws IOException {
        once("index", "ended", Duration.ofDays(2));
        archive("f00", Duration.ofDays(1));
        List<OtherContent> all = OtherContent.all(layout);
        assertEquals(
                List.of("class-data archive f00", "once index"),
                all.stream().map(one -> one.kind() + " " + one.name()).toList());
        assertEquals(7, all.get(0).bytes());
        assertTrue(all.get(1).bytes() > 4, all::toString);
    }

    @Test
    void whatIsOldGoesAndWhatIsYoungStays() throws IOException {
        OncePlace old = once("old", "ended", Duration.ofDays(40));
        OncePlace young = once("young", "ended", Duration.ofDays(2));
        Path archive = archive("f00", Duration.ofDays(40));

        CacheCare.Cleaning cleaning = clean(MONTH, Long.MAX_VALUE);
        assertEquals(
                List.of("f00", "old"),
                cleaning.others().stream().map(OtherContent::name).sorted().toList());
        assertTrue(Files.exists(young.content().resolve("rows")));
        assertFalse(Files.exists(old.content()) || Files.exists(old.record()) || Files.exists(archive));
        // Who waits for it has it open.
        assertTrue(Files.exists(old.directory().resolve("lock")));
        assertEquals(
                List.of("young"),
                OtherContent.all(layout).stream().map(OtherContent::name).toList());
    }

    @Test
    void theyCountWhereTheCacheIsToBecomeSmall() throws IOException {
        archive("used long ago", Duration.ofDays(3));
        archive("used last", Duration.ofDays(1));

        assertEquals(
                List.of("used long ago"),
                clean(null, 10).others().stream().map(OtherContent::name).toList());
    }

    @Test
    void whatALivingRunHasStays() throws IOException {
        ForkLayout forks = new ForkLayout(directory.resolve("isolation"));
        RunHold.begin(forks, "alive");
        OncePlace place = once("index", "alive", Duration.ofDays(40));

        CacheCare.Cleaning cleaning = clean(MONTH, 0);
        assertEquals(List.of(), cleaning.others());
        assertEquals(1, cleaning.neighboursInUse().size());
        assertTrue(Files.exists(place.content().resolve("rows")));
    }

    @Test
    void whatIsBeingMadeStays() throws IOException {
        OncePlace place = once("index", "ended", Duration.ofDays(40));
        try (FileHold making = place.lock(pid -> {})) {
            assertEquals(List.of(), clean(MONTH, 0).others(), making::toString);
        }
        assertEquals(1, clean(MONTH, 0).others().size());
    }

    /** The mark of a process that has ended is no mark. */
    @Test
    void archiveThatASupervisorUsesStaysUntilItHasEnded() throws IOException {
        Path archive = archive("f00", Duration.ofDays(40));
        Path mark = layout.cacheDirectory().resolve("cds/uses/f00/1.lock");
        try (FileHold supervisor = FileHold.acquire(mark, pid -> {})) {
            assertEquals(1, clean(MONTH, 0).neighboursInUse().size(), supervisor::toString);
            assertTrue(Files.exists(archive));
        }
        assertTrue(Files.exists(mark));
        assertEquals(1, clean(MONTH, 0).others().size());
        assertFalse(Files.exists(archive) || Files.exists(mark));
    }

    @Test
    void whatAKilledJvmHalfMadeGoesAfterAWhile() throws IOException {
        Path killed = Files.createDirectories(layout.cacheDirectory().resolve("cds/.tmp-1"));
        Path going = Files.createDirectories(layout.cacheDirectory().resolve("cds/.tmp-2"));
        age(killed, Duration.ofHours(2));

        clean(MONTH, Long.MAX_VALUE);
        assertFalse(Files.exists(killed));
        assertTrue(Files.exists(going));
    }

    private CacheCare.Cleaning clean(Duration age, long size) throws IOException {
        return new CacheCare(layout).clean(new CacheCare.Wish(null, age, size));
    }

    private OncePlace once(String key, String run, Duration age) throws IOException {
        OncePlace place = OncePlace.of(layout.cacheDirectory(), key);
        place.lock(pid -> {}).close();
        Files.writeString(Files.createDirectory(place.content()).resolve("rows"), "rows");
        String lock =
                new ForkLayout(directory.resolve("isolation")).runLock(run).toString();
        new OnceRecord(List.of(lock), null).write(place.record());
        age(place.record(), age);
        return place;
    }

    private Path archive(String name, Duration age) throws IOException {
        Path entry =
                Files.createDirectories(layout.cacheDirectory().resolve("cds").resolve(name));
        Path archive = Files.writeString(entry.resolve("archive"), "classes");
        age(entry, age);
        return archive;
    }

    private static void age(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }
}
