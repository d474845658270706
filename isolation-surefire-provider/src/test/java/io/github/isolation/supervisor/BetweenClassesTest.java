package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.VerifyPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two classes: who changed what all share is named (L37), and the fork is restored if the user wants that. */
final class BetweenClassesTest {
    private ForkLayout layout;
    private Path content;

    @BeforeEach
    void publish(@TempDir Path directory) throws IOException {
        layout = new ForkLayout(directory.resolve("isolation"));
        content = Files.createDirectories(directory.resolve("entry/content"));
        Files.writeString(content.resolve("words"), "hello");
    }

    @Test
    void allClassesThatRanSinceTheLookBeforeAreNamed() throws IOException {
        BetweenClasses tidying = tidying(SeedMode.SHARED, VerifyPolicy.EVERY_CLASS, ReseedPolicy.NEVER);
        tidying.began(1, "shop.EarlyTest");
        assertEquals(List.of(), tidying.afterClass(1, 1));
        tidying.began(1, "shop.ATest");
        tidying.began(2, "shop.BTest");
        Files.writeString(content.resolve("words"), "changed");

        List<String> lines = tidying.afterClass(2, 2);
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0).contains("changed: words; it was whole before shop.ATest or shop.BTest ran"),
                lines.get(0));
        assertEquals(List.of(), tidying.afterClass(1, 1), "said once");
        ReadOnlyFixtures goal = new ReadOnlyFixtures(SeedPlan.read(layout.seedPlan()), layout.changedFixtures());
        assertEquals("shop.ATest or shop.BTest", goal.changed().get(0).suspect());
    }

    /** Its worker was killed: it never came to the end of its class. */
    @Test
    void classThatDidNotEndIsNamedAfterTheRun() throws IOException {
        BetweenClasses tidying = tidying(SeedMode.SHARED, VerifyPolicy.EVERY_CLASS, ReseedPolicy.NEVER);
        tidying.began(1, "shop.DiesTest");
        Files.delete(content.resolve("words"));
        tidying.ended(1);

        String line = tidying.look().get(0);
        assertTrue(line.contains("missing: words; it was whole before shop.DiesTest ran"), line);
    }

    /** It can be another build that puts the entry away: no worker is lost for that, and no result. */
    @Test
    void fixtureThatCannotBeLookedAtIsALineAndNoFailure() throws IOException {
        BetweenClasses tidying = tidying(SeedMode.SHARED, VerifyPolicy.EVERY_CLASS, ReseedPolicy.NEVER);
        Files.writeString(content.resolveSibling("manifest"), "of another version");
        tidying.began(1, "shop.ATest");

        List<String> lines = tidying.afterClass(1, 1);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("it cannot be seen whether tests changed a fixture"), lines.get(0));
    }

    @Test
    void nothingIsDoneThatNobodyWants() throws IOException {
        assertFalse(tidying(SeedMode.COPY, VerifyPolicy.EVERY_CLASS, ReseedPolicy.ON_REPLACE)
                .isNeeded());
        assertFalse(tidying(SeedMode.SHARED, VerifyPolicy.AFTER_RUN, ReseedPolicy.ON_REPLACE)
                .isNeeded());
        assertTrue(tidying(SeedMode.COPY, VerifyPolicy.AFTER_RUN, ReseedPolicy.EVERY_CLASS)
                .isNeeded());
    }

    @Test
    void forkIsRestoredAfterAClass() throws IOException {
        BetweenClasses tidying = tidying(SeedMode.COPY, VerifyPolicy.AFTER_RUN, ReseedPolicy.EVERY_CLASS);
        Path copy = layout.fixtures(1).resolve("db/words");
        tidying.began(1, "shop.ATest");
        tidying.afterClass(1, 1);
        Files.writeString(copy, "changed");

        assertEquals(List.of(), tidying.afterClass(1, 1));
        assertEquals("hello", Files.readString(copy));
    }

    private BetweenClasses tidying(SeedMode mode, VerifyPolicy verify, ReseedPolicy reseed) throws IOException {
        Seed seed = new Seed("db", content, mode);
        Manifest.digest(content, Map.of()).write(seed.manifest());
        new SeedPlan(List.of(seed)).write(layout.seedPlan());
        return new BetweenClasses(new ForkSites(layout, 2, List.of(), reseed), verify);
    }
}
