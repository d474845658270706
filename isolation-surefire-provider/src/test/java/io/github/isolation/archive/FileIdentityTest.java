package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that was touched is another one, however it is made to look. */
class FileIdentityTest {
    @TempDir
    Path directory;

    private Path file;
    private String before = "";

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(directory.resolve("archive"), "classes");
        before = FileIdentity.of(file);
    }

    @Test
    void aFileThatIsLeftAloneStaysTheSame() throws IOException {
        assertEquals("classes", Files.readString(file));
        assertEquals(before, FileIdentity.of(file));
        assertFalse(before.contains(" "), "it is one word");
    }

    @Test
    void anotherSizeIsAnotherFile() throws IOException {
        Files.writeString(file, "class");
        assertNotEquals(before, FileIdentity.of(file));
    }

    @Test
    void anotherTimeIsAnotherFile() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertNotEquals(before, FileIdentity.of(file));
    }

    /** Size and time are what they were. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aChangeThatHidesItselfIsSeen() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "cl4sses");
        Files.setLastModifiedTime(file, time);
        assertNotEquals(before, FileIdentity.of(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCopyInItsPlaceIsAnotherFile() throws IOException {
        Path copy = directory.resolve("copy");
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(before, FileIdentity.of(file));
    }

    @Test
    void whatIsNotThereHasNone() {
        assertThrows(NoSuchFileException.class, () -> FileIdentity.of(directory.resolve("gone")));
    }
}
