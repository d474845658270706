package io.github.isolation.maven.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has come stays, whatever the transport does with its own file. */
final class KeptPartTest {
    private final List<String> told = new ArrayList<>();
    private final Downloads.Progress progress = new Downloads.Progress() {
        @Override
        public void started(long offset, long total) {
            told.add("from " + offset + " of " + total);
        }

        @Override
        public void received(int bytes) {
            told.add(bytes + " more");
        }
    };
    private Path target;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        target = empty.resolve("download");
    }

    /** As resolver 1.9 does: the file it was given is as empty as before. */
    @Test
    void transportThatThrowsItsFileAwayLeavesWhatHasCome() throws IOException {
        receive(0, "Hello, ", "wor");
        KeptPart.restore(target);
        assertEquals("Hello, wor", Files.readString(target));
        assertEquals(List.of("from 0 of 12", "7 more", "3 more"), told);
    }

    @Test
    void whatWasThereIsTheBeginning() throws IOException {
        Files.writeString(target, "Hello");
        receive(5, ", wor");
        KeptPart.restore(target);
        assertEquals("Hello, wor", Files.readString(target));
    }

    @Test
    void serverThatStartsAgainIsBelieved() throws IOException {
        Files.writeString(target, "Hel");
        receive(0, "World!");
        KeptPart.restore(target);
        assertEquals("World!", Files.readString(target));
    }

    /** As resolver 1.4 does: it appends to the file it was given. */
    @Test
    void transportThatKeepsItsFileIsLeftAlone() throws IOException {
        receive(0, "Hello");
        Files.writeString(target, "Hello");
        KeptPart.restore(target);
        assertEquals("Hello", Files.readString(target));
        assertNothingBeside();
    }

    @Test
    void nothingIsLeftOfADownloadThatIsWhole() throws IOException {
        receive(0, "Hello, world");
        KeptPart.forget(target);
        assertNothingBeside();
    }

    /** On a full disk the transport may still have room for its own file. What is kept is the beginning, or nothing. */
    @Test
    void whatCannotBeKeptDoesNotEndTheDownloadAndLeavesNothing() throws IOException {
        KeptPart kept = new KeptPart(target, progress);
        kept.transportStarted(0, 12);
        Files.createDirectory(target.resolveSibling("download.kept"));
        kept.transportProgressed(ByteBuffer.wrap("Hello, ".getBytes(US_ASCII)));
        kept.transportProgressed(ByteBuffer.wrap("wor".getBytes(US_ASCII)));
        KeptPart.restore(target);
        assertFalse(Files.exists(target), "a part from the middle");
        assertNothingBeside();
        assertEquals(List.of("from 0 of 12", "7 more", "3 more"), told);
    }

    private void receive(long offset, String... pieces) {
        KeptPart kept = new KeptPart(target, progress);
        kept.transportStarted(offset, 12);
        for (String piece : pieces) {
            kept.transportProgressed(ByteBuffer.wrap(piece.getBytes(US_ASCII)));
        }
    }

    private void assertNothingBeside() {
        assertFalse(Files.exists(target.resolveSibling("download.kept")), "something was left");
    }
}
