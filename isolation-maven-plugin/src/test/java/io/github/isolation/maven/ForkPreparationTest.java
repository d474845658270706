package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Slot;
import io.github.isolation.maven.cache.RecordingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The directories of all forks are there, seeded, before the first fork is (L03). */
final class ForkPreparationTest {
    private final RecordingLog log = new RecordingLog();
    private ForkLayout layout;
    private SeedPlan plan;

    @BeforeEach
    void planOneFixture(@TempDir Path directory) throws IOException {
        layout = new ForkLayout(directory.resolve("target/isolation"));
        Path source = Files.writeString(directory.resolve("words"), "hello");
        plan = new SeedPlan(List.of(new Seed("words.txt", source, SeedMode.COPY)));
    }

    @Test
    void everyForkHasItsDirectoryAndItsCopy() throws IOException {
        new ForkPreparation(layout, plan, log).prepare(3);

        for (int fork = 1; fork <= 3; fork++) {
            assertTrue(Files.isDirectory(layout.temporaryDirectory(fork)));
            assertEquals("hello", Files.readString(layout.fixtures(fork).resolve("words.txt")));
        }
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().get(0).contains("'words.txt' seeded: 3 × 5 B in"), log.lines()::toString);
    }

    /** {@code forkCount=2147483647} filled the disk with directories, and 100 forks were seeded for one class. */
    @Test
    void noMoreForksAreMadeReadyThanThereAreClassesToRun(@TempDir Path classes) throws IOException {
        assertEquals(1, TestClasses.atMost(classes.resolve("none"), 100));
        for (String name :
                List.of("ATest.class", "ATest$Inner.class", "p/BTest.class", "p/data.txt", "p/Helper.class")) {
            Files.createDirectories(classes.resolve(name).getParent());
            Files.createFile(classes.resolve(name));
        }
        assertEquals(3, TestClasses.atMost(classes, Integer.MAX_VALUE));
        assertEquals(2, TestClasses.atMost(classes, 2));
        assertEquals(0, Math.min(0, TestClasses.atMost(classes, 0)));
    }

    /** A container may leave one below the test classes, where it had its data. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryThatIsClosedToUsHasNoClasses(@TempDir Path classes) throws IOException {
        Files.createFile(classes.resolve("ATest.class"));
        Path closed = Files.createDirectory(classes.resolve("data"));
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeFalse(Files.isReadable(closed), "root looks into everything");
            assertEquals(1, TestClasses.atMost(classes, 100));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void secondRunRestoresWhatTestsChangedAndSlotsAreFreeAfterwards() throws IOException {
        new ForkPreparation(layout, plan, log).prepare(2);
        Files.writeString(layout.fixtures(2).resolve("words.txt"), "hello, changed");
        new ForkPreparation(layout, plan, log).prepare(2);

        assertEquals("hello", Files.readString(layout.fixtures(2).resolve("words.txt")));
        assertTrue(log.lines().get(1).contains("seeded: 1 × 5 B"), log.lines()::toString);
        try (Slot slot = Slot.acquire(layout, 1)) {
            assertEquals(1, slot.number());
        }
    }

    @Test
    void forkThatIsAliveIsLeftAlone() throws IOException {
        try (Slot alive = Slot.acquire(layout, 1)) {
            new ForkPreparation(layout, plan, log).prepare(2);

            assertFalse(Files.exists(layout.forkDirectory(alive.number())));
            assertTrue(Files.exists(layout.fixtures(2).resolve("words.txt")));
            assertTrue(log.lines().get(0).contains("fork 1 is in use"), log.lines()::toString);
        }
    }

    @Test
    void withoutForksTheDirectoryOfMainIsThere() throws IOException {
        new ForkPreparation(layout, plan, log).prepare(0);

        assertTrue(Files.isDirectory(layout.temporaryDirectory(ForkLayout.MAIN)));
    }

    @Test
    void fixtureThatCannotBeSeededIsNamed() {
        SeedPlan broken = new SeedPlan(List.of(new Seed("gone", Path.of("no", "where"), SeedMode.COPY)));

        String message = assertThrows(IOException.class, () -> new ForkPreparation(layout, broken, log).prepare(2))
                .toString();
        assertTrue(message.contains("'gone'"), message);
    }
}
