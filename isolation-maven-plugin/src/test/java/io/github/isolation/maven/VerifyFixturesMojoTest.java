package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.CachedFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code isolation:verify-fixtures}: a test that changed what all share fails the build, and the next one starts clean. */
final class VerifyFixturesMojoTest extends GoalOnDisk {
    private final List<Seed> seeds = new ArrayList<>();

    @Test
    void whatIsAsItWasIsNotMentioned() throws Exception {
        plan("a", SeedMode.LINK);
        plan("b", SeedMode.SHARED);
        ready(new VerifyFixturesMojo()).execute();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void withoutAPlanThereIsNothingToVerify() throws Exception {
        ready(new VerifyFixturesMojo()).execute();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void allThatWasChangedIsNamedWithWhatToDo() throws IOException {
        Path linked = plan("a", SeedMode.LINK);
        Path shared = plan("b", SeedMode.SHARED);
        plan("c", SeedMode.SHARED);
        Files.writeString(linked.resolve("words"), "changed");
        Files.writeString(shared.resolve("more"), "");

        String message = failure(ready(new VerifyFixturesMojo()));
        assertTrue(
                message.startsWith("isolation: tests changed what they must only read:\n  - fixture 'a' (link):"
                        + " changed: words. <seed>copy</seed> gives each fork a copy that its tests may change. It is"
                        + " now in quarantine: " + cache.quarantine().resolve("a")),
                message);
        assertTrue(message.contains("\n  - fixture 'b' (shared): added: more. <seed>copy</seed>"), message);
        assertFalse(message.contains("'c'"), message);
        assertTrue(message.contains("\nThe next build fetches it again. If tests need to change it"), message);
    }

    @Test
    void whatWasChangedIsOutOfTheCacheAndKept() throws IOException {
        Path linked = plan("a", SeedMode.LINK);
        Files.writeString(linked.resolve("words"), "changed");
        String message = failure(ready(new VerifyFixturesMojo()));
        Path quarantine = Path.of(message.substring(
                message.indexOf("quarantine: ") + "quarantine: ".length(), message.indexOf("\nThe next build")));
        assertFalse(Files.exists(linked));
        assertEquals("changed", Files.readString(quarantine.resolve("content/words")));
        assertEquals(
                "words of a",
                Files.readString(cached("a", "words of a").content().resolve("words")));
    }

    @Test
    void theClassThatWasRunningIsNamedInsteadOfAHint() throws IOException {
        Path linked = plan("a", SeedMode.LINK);
        Files.writeString(linked.resolve("words"), "changed");
        new ReadOnlyFixtures(new SeedPlan(seeds), forks.changedFixtures()).news(() -> "shop.ATest");
        String message = failure(ready(new VerifyFixturesMojo()));
        assertTrue(message.contains("changed: words. It was whole before shop.ATest ran. It is now in"), message);
        assertFalse(message.contains("gives each fork"), message);
    }

    /** The supervisor has seen it, and its tests have read what was not right: that another build has mended it helps them no more. */
    @Test
    void whatAnotherBuildHasMadeAgainFailsTheBuildAllTheSameAndStaysInTheCache() throws IOException {
        Path shared = plan("a", SeedMode.SHARED);
        Files.writeString(shared.resolve("words"), "changed");
        new ReadOnlyFixtures(new SeedPlan(seeds), forks.changedFixtures()).news(() -> "shop.ATest");
        assertEquals(shared, cached("a", "words of a").content());
        assertEquals("words of a", Files.readString(shared.resolve("words")));

        String message = failure(ready(new VerifyFixturesMojo()));
        assertTrue(
                message.contains(
                        "fixture 'a' (shared): changed. It was whole before shop.ATest ran. Another build has made it"
                                + " again since; what tests read meanwhile was not what it should have been"),
                message);
        assertEquals("words of a", Files.readString(shared.resolve("words")));
    }

    /** Forks have copies, but Isolation.cachedFixture names the original as well. */
    @Test
    void theOriginalOfACopyIsLookedAtWhereTestsAskedForIt() throws Exception {
        Path original = plan("a", SeedMode.COPY);
        Files.writeString(original.resolve("words"), "changed");
        ready(new VerifyFixturesMojo()).execute();

        new ReadOnlyFixtures(new SeedPlan(seeds), forks.changedFixtures()).isReadFromTheCache(seeds.get(0));
        String message = failure(ready(new VerifyFixturesMojo()));
        assertTrue(message.contains("fixture 'a' (copy): changed: words. Each fork has a copy, but"), message);
        assertTrue(message.contains("Isolation.cachedFixture"), message);
    }

    /** A second module, or a second build, has found it first. */
    @Test
    void whatIsInQuarantineAlreadyIsSaidToBeMissing() throws IOException {
        Path linked = plan("a", SeedMode.LINK);
        Files.writeString(linked.resolve("words"), "changed");
        failure(ready(new VerifyFixturesMojo()));
        String message = failure(ready(new VerifyFixturesMojo()));
        assertTrue(message.contains("fixture 'a' (link): everything is missing"), message);
    }

    private Path plan(String id, SeedMode mode) throws IOException {
        CachedFixture fixture = cached(id, "words of " + id);
        seeds.add(new Seed(id, fixture.content(), mode, fixture.digest()));
        new SeedPlan(seeds).write(forks.seedPlan());
        return fixture.content();
    }
}
