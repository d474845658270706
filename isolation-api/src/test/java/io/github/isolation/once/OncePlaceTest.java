package io.github.isolation.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was made once is there as long as a run has it, and can be removed without a trace when none has. */
class OncePlaceTest {
    @TempDir
    Path base;

    private OncePlace place;
    private Path runLock;

    @BeforeEach
    void choose() {
        place = OncePlace.of(base, "schema");
        runLock = new ForkLayout(base).runLock("run-1");
    }

    @Test
    void everythingOfAKeyIsInItsDirectory() throws IOException {
        assertEquals(base.resolve("once").resolve("schema"), place.directory());
        assertEquals("schema", place.name());
        make();
        Path draft = place.newDraft();
        for (Path part : List.of(place.content(), place.record(), draft)) {
            assertEquals(place.directory(), part.getParent());
        }
        assertTrue(Files.isDirectory(draft));
        assertNotEquals(draft, place.newDraft());
    }

    @Test
    void onlyKeysWithSomethingInThemAreFound() throws IOException {
        assertEquals(List.of(), OncePlace.all(base));
        place.lock(pid -> {}).close();
        assertEquals(List.of(), OncePlace.all(base), "a lock is not something");
        Files.writeString(base.resolve("once").resolve("a file"), "no key");
        assertEquals(List.of(), OncePlace.all(base));

        make();
        OncePlace begun = OncePlace.of(base, "begun");
        Files.createDirectories(begun.directory());
        begun.newDraft();
        assertEquals(
                List.of("begun", "schema"),
                OncePlace.all(base).stream().map(OncePlace::name).sorted().toList());
    }

    @Test
    void whatIsClearedLeavesItsLockAlone() throws IOException {
        make();
        Files.createDirectories(place.newDraft().resolve("of a killed initializer"));
        try (FileHold hold = place.lock(pid -> {})) {
            place.clear();
            assertEquals(List.of("lock"), parts(), hold::toString);
            place.clear();
        }
        assertEquals(List.of(), OncePlace.all(base));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatALinkPointsToStays() throws IOException {
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "");
        make();
        Files.createSymbolicLink(place.content().resolve("link"), elsewhere);
        Files.createSymbolicLink(place.directory().resolve("draft-link"), elsewhere);
        place.clear();
        assertTrue(Files.exists(elsewhere.resolve("kept")));
        assertEquals(List.of(), parts());
    }

    @Test
    void itWasUsedWhenARunJoinedLast() throws IOException {
        make();
        Instant joined = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(place.record(), FileTime.from(joined));
        assertEquals(joined, place.lastUsed());
    }

    @Test
    void whatNeverBecameWholeWasUsedWhenItWasBegun() throws IOException {
        Files.createDirectories(place.directory());
        place.newDraft();
        Instant begun = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(place.directory(), FileTime.from(begun));
        assertEquals(begun, place.lastUsed());
    }

    @Test
    void aLivingRunKeepsWhatItHas() throws IOException {
        make();
        try (FileHold alive = FileHold.acquire(runLock, pid -> {})) {
            assertFalse(place.removeUnlessUsed(), alive::toString);
            assertTrue(Files.exists(place.content().resolve("made")));
        }
        assertTrue(place.removeUnlessUsed(), "the run has ended");
        assertEquals(List.of("lock"), parts());
    }

    @Test
    void oneOfSeveralRunsIsEnoughToKeepIt() throws IOException {
        Path other = new ForkLayout(base).runLock("run-2");
        make();
        new OnceRecord(List.of(runLock.toString(), other.toString()), null).write(place.record());
        try (FileHold alive = FileHold.acquire(other, pid -> {})) {
            assertFalse(place.removeUnlessUsed(), alive::toString);
        }
        assertTrue(place.removeUnlessUsed());
    }

    @Test
    void whatIsBeingMadeStays() throws IOException {
        Files.createDirectories(place.directory());
        place.newDraft();
        try (FileHold hold = place.lock(pid -> {})) {
            assertFalse(place.removeUnlessUsed(), hold::toString);
            assertEquals(2, parts().size());
        }
        assertTrue(place.removeUnlessUsed(), "nobody makes it any more");
        assertEquals(List.of("lock"), parts());
    }

    @Test
    void whateverDoesNotSayWhoseItIsIsRemoved() throws IOException {
        make();
        Files.delete(place.record());
        assertTrue(place.removeUnlessUsed());
        assertEquals(List.of("lock"), parts());
    }

    @Test
    void itIsFreeAgainAfterEveryAnswer() throws IOException {
        make();
        try (FileHold alive = FileHold.acquire(runLock, pid -> {})) {
            assertFalse(place.removeUnlessUsed(), alive::toString);
            try (FileHold hold = place.lock(pid -> {
                throw new AssertionError("somebody has it");
            })) {
                assertTrue(Files.exists(place.record()), hold::toString);
            }
        }
        assertTrue(place.removeUnlessUsed());
        place.lock(pid -> {
                    throw new AssertionError("somebody has it");
                })
                .close();
    }

    /** As {@code once} does: content first, then the record of the run that has it. */
    private void make() throws IOException {
        Files.createDirectories(place.content());
        Files.writeString(place.content().resolve("made"), "");
        new OnceRecord(List.of(runLock.toString()), null).write(place.record());
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> parts = Files.list(place.directory())) {
            return parts.map(part -> String.valueOf(part.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
