package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.cache.CacheEntry;
import io.github.isolation.maven.cache.FixtureCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code isolation:clean-cache} removes what it was told to, and asks where it was told nothing that can be understood. */
final class CleanCacheMojoTest extends GoalOnDisk {
    private final CleanCacheMojo goal = new CleanCacheMojo();

    @Test
    void toldNothingItSaysWhatCanBeRemovedAndRemovesNothing() throws Exception {
        published("a");
        String message = failure(ready(goal));
        assertTrue(message.startsWith("1 problem in the configuration"), message);
        assertTrue(
                message.contains("-Disolation.fixture=ID, -Disolation.olderThan=30d or -Disolation.maxSize=20GB"),
                message);
        assertEquals(List.of("a"), ids());
    }

    @Test
    void allThatCannotBeUnderstoodIsNamedAtOnce() throws Exception {
        published("a");
        GoalParameters.set(goal, "olderThan", "long");
        GoalParameters.set(goal, "maxSize", "much");
        GoalParameters.set(goal, "fixture", "no id");
        String message = failure(ready(goal));
        assertTrue(message.startsWith("3 problems"), message);
        assertTrue(message.contains("\n  - isolation.fixture: 'no id' is not the id of a fixture: letters"), message);
        assertTrue(message.contains("\n  - isolation.olderThan: 'long' is not a duration; write 500ms"), message);
        assertTrue(message.contains("\n  - isolation.maxSize: 'much' is no size; write for example 500MB"), message);
        assertEquals(List.of("a"), ids());
    }

    /** The name becomes a path: a variable of a script that is not set, or a slip, must not reach beyond one fixture. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../entries", "../entries/a"})
    void whatIsNoIdOfAFixtureRemovesNothing(String fixture) throws Exception {
        published("a");
        Path checksum = checksums("a").resolve("0123");
        Files.createDirectories(checksum.getParent());
        Files.writeString(checksum, "abc");
        GoalParameters.set(goal, "fixture", fixture);
        String message = failure(ready(goal));
        assertTrue(message.contains("isolation.fixture: '" + fixture + "' is not the id of a fixture"), message);
        assertEquals(List.of("a"), ids());
        assertTrue(Files.exists(checksum));
    }

    @Test
    void oneFixtureGoesWithTheRecordOfItsFirstChecksums() throws Exception {
        published("a");
        published("b");
        Files.createDirectories(checksums("a"));
        Files.createDirectories(checksums("b"));
        GoalParameters.set(goal, "fixture", "a");
        ready(goal).execute();
        assertEquals(List.of("b"), ids());
        assertFalse(Files.exists(checksums("a")));
        assertTrue(Files.exists(checksums("b")));
        assertTrue(log.lines().get(0).matches("INFO isolation: removed a [0-9a-f]+, 5 B, from path a"), this::said);
        assertEquals(
                "INFO isolation: 5 B removed from " + cache.cacheDirectory(),
                log.lines().get(1));
    }

    @Test
    void aFixtureThatIsNotThereIsAWarningWithAWayToTheNames() throws Exception {
        published("a");
        GoalParameters.set(goal, "fixture", "b");
        ready(goal).execute();
        assertEquals(List.of("a"), ids());
        assertEquals(
                "WARN isolation: there is no fixture 'b' in " + cache.cacheDirectory()
                        + "; 'mvn isolation:list-cache' names those there are",
                log.lines().get(0));
    }

    @Test
    void whatIsInUseStaysAndIsNamed() throws Exception {
        cached("a", "words"); // by this build
        GoalParameters.set(goal, "olderThan", "0s");
        ready(goal).execute();
        assertEquals(List.of("a"), ids());
        assertTrue(log.lines().get(0).matches("INFO isolation: a [0-9a-f]+ is in use and stays"), this::said);
        assertTrue(log.lines().get(1).startsWith("INFO isolation: 0 B removed"), this::said);
    }

    @Test
    void ofTheYoungNothingGoes() throws Exception {
        published("a");
        GoalParameters.set(goal, "olderThan", "30d");
        ready(goal).execute();
        assertEquals(List.of("a"), ids());
    }

    @Test
    void aCacheThatIsTooLargeBecomesSmaller() throws Exception {
        published("a");
        published("b");
        GoalParameters.set(goal, "maxSize", "7B");
        ready(goal).execute();
        assertEquals(1, ids().size());
    }

    @Test
    void archivesOfWorkersAreNamedWhenTheyGo() throws Exception {
        Path archive = Files.createDirectories(cache.cacheDirectory().resolve("cds/f00"));
        Files.writeString(archive.resolve("archive"), "classes");
        GoalParameters.set(goal, "olderThan", "0s");
        ready(goal).execute();
        assertFalse(Files.exists(archive));
        assertTrue(said().contains("INFO isolation: removed class-data archive f00, 7 B\n"), this::said);
    }

    @Test
    void whatIsInQuarantineGoesInAnyCase() throws Exception {
        Path damaged = Files.createDirectories(cache.quarantine().resolve("a/key-1"));
        GoalParameters.set(goal, "olderThan", "30d");
        ready(goal).execute();
        assertFalse(Files.exists(damaged));
    }

    /** By a build that has ended. */
    private void published(String id) throws IOException {
        cached(id, "words");
        FixtureCache.release();
    }

    private Path checksums(String id) {
        return cache.cacheDirectory().resolve("checksums").resolve(id);
    }

    private List<String> ids() throws IOException {
        return CacheEntry.all(cache).stream().map(CacheEntry::id).toList();
    }
}
