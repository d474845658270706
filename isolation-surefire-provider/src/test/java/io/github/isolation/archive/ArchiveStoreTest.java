package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fork.OtherUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is found by what it was made of, and is used only if it is what was published. */
class ArchiveStoreTest {
    @TempDir
    Path cache;

    private Path jar;
    private ArchiveStore store;
    private Fingerprint madeOf;

    @BeforeEach
    void publishOne() throws IOException {
        jar = Files.writeString(cache.resolve("junit-platform-engine-1.jar"), "jar");
        store = new ArchiveStore(cache);
        madeOf = Fingerprint.of(List.of(jar));
        publish();
    }

    private void publish() throws IOException {
        Path directory = store.newDirectory();
        Files.writeString(directory.resolve("archive"), "classes");
        store.publish(directory, madeOf);
    }

    @Test
    void isFoundByWhatItWasMadeOf() throws IOException {
        assertTrue(store.find(madeOf).isPresent());
        Files.writeString(jar, "another jar");
        assertEquals(Optional.empty(), store.find(Fingerprint.of(List.of(jar))));
    }

    /** Needs a second user, whom only root can become. */
    @Test
    void whatSomebodyElseHasPutThereIsNotFound() throws IOException {
        assumeTrue(OtherUser.give(store.find(madeOf).orElseThrow()));
        assertEquals(Optional.empty(), store.find(madeOf));
    }

    @Test
    void isWholeAsPublishedAndAfterItsTimeWasChanged() throws IOException {
        Path archive = store.find(madeOf).orElseThrow();
        assertTrue(store.isWhole(archive));
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        assertTrue(store.isWhole(archive));
    }

    @Test
    void isNotWholeWhenItIsCutOrChangedAndThenSetAside() throws IOException {
        Path archive = store.find(madeOf).orElseThrow();
        Files.writeString(archive, "class");
        assertFalse(store.isWhole(archive));
        Files.writeString(archive, "cl4sses");
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        assertFalse(store.isWhole(archive));
        Path aside = store.setAside(madeOf);
        assertEquals(Optional.empty(), store.find(madeOf));
        assertEquals("cl4sses", Files.readString(aside.resolve("archive")));
        publish();
        store.setAside(madeOf); // the last one is kept
        assertEquals("classes", Files.readString(aside.resolve("archive")));
        StoredArchive.sweep(cache);
        assertFalse(Files.exists(aside));
    }

    @Test
    void isNotWholeWhenItIsChangedAndItsTimeSetBack() throws IOException {
        Path archive = store.find(madeOf).orElseThrow();
        FileTime published = Files.getLastModifiedTime(archive);
        Files.writeString(archive, "cl4sses");
        Files.setLastModifiedTime(archive, published);
        assertFalse(store.isWhole(archive));
    }

    @Test
    void whatADiskForgetsIsSeenInTheContentAlone() throws IOException {
        Path archive = store.find(madeOf).orElseThrow();
        assertTrue(store.hasItsContent(archive));
        Files.writeString(archive, "cl4sses");
        believeIn(archive);
        assertTrue(store.isWhole(archive));
        assertFalse(store.hasItsContent(archive));
    }

    @Test
    void aCopyIsReadOnce() throws IOException {
        Path archive = store.find(madeOf).orElseThrow();
        Files.delete(archive);
        Files.writeString(archive, "classes");
        assertTrue(store.isWhole(archive));
        assertTrue(Files.readString(archive.resolveSibling("sum")).endsWith(FileIdentity.of(archive)));
    }

    /** As if its content had been changed by nobody. */
    private static void believeIn(Path archive) throws IOException {
        Path sum = archive.resolveSibling("sum");
        Files.writeString(sum, Files.readString(sum).split(" ", 2)[0] + " " + FileIdentity.of(archive));
    }

    @Test
    void aVerdictIsKeptForTheVeryClassPath() throws IOException {
        assertEquals(Optional.empty(), store.verdict(madeOf));
        store.keepVerdict(madeOf, "");
        assertEquals(Optional.of(""), store.verdict(madeOf));
        Files.writeString(jar, "another jar");
        assertEquals(Optional.empty(), store.verdict(Fingerprint.of(List.of(jar))));
    }

    @Test
    void whatIsUsedIsNotRemovedBeforeThisJvmHasEnded() throws IOException {
        StoredArchive stored = StoredArchive.all(cache).get(0);
        assertEquals(1, StoredArchive.all(cache).size());
        assertTrue(store.findToUse(madeOf).isPresent());
        assertFalse(stored.removeUnlessUsed());
        assertTrue(store.find(madeOf).isPresent());
    }

    @Test
    void whatIsNotUsedIsRemovedAndCanBeMadeAgain() throws IOException {
        assertTrue(StoredArchive.all(cache).get(0).removeUnlessUsed());
        assertEquals(List.of(), StoredArchive.all(cache));
        assertEquals(Optional.empty(), store.findToUse(madeOf));
        publishOne();
        assertTrue(store.findToUse(madeOf).isPresent());
    }

    @Test
    void whatIsInJarsIsKeptForTheVeryJarsOfASuite() throws IOException {
        assertEquals(Optional.empty(), store.contents("m", madeOf));
        store.keepContents("m", madeOf, new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, store.contents("m", madeOf).orElseThrow());
        assertEquals(Optional.empty(), store.contents("n", madeOf));
        Files.writeString(jar, "another jar");
        assertEquals(Optional.empty(), store.contents("m", Fingerprint.of(List.of(jar))));
    }

    @Test
    void whatIsInJarsIsLookedAtAgainIfADiskHasForgottenIt() throws IOException {
        store.keepContents("m", madeOf, new byte[] {1, 2, 3});
        Path file;
        try (var suites = Files.walk(store.directory().resolve("suites"))) {
            file = suites.filter(path -> path.endsWith("jars")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertEquals(Optional.empty(), store.contents("m", madeOf));
        Files.write(file, new byte[3]);
        assertEquals(Optional.empty(), store.contents("m", madeOf));
    }

    @Test
    void aSuiteKnowsWhichArchiveItHadBeforeUntilThatIsRemoved() throws IOException {
        assertEquals(Optional.empty(), store.succeed("m", madeOf));
        assertEquals(Optional.empty(), store.succeed("m", madeOf));
        store.keepContents("m", madeOf, new byte[1]);
        Fingerprint next = new Fingerprint("other jars");
        assertEquals(Optional.of(madeOf.name()), store.succeed("m", next));
        assertEquals(Optional.of(next.name()), store.succeed("m", madeOf));
        store.remove(madeOf.name());
        assertEquals(Optional.empty(), store.contents("m", madeOf));
        assertEquals(Optional.empty(), store.succeed("m", next));
    }
}
