package io.github.isolation.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileErrorsTest {
    @TempDir
    Path directory;

    @Test
    void saysWhatTheClassOfAnExceptionSays() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(FileErrors.text(failure(() -> Files.createDirectories(file))))
                .isEqualTo(file + ": something of this name is there already");
        assertThat(FileErrors.text(failure(() -> Files.newInputStream(directory.resolve("none")))))
                .isEqualTo(directory.resolve("none") + ": no such file or directory");
        assertThat(FileErrors.text(failure(() -> Files.delete(directory))))
                .isEqualTo(directory + ": directory not empty");
        assertThat(FileErrors.text(new AccessDeniedException("/f"))).isEqualTo("/f: permission denied");
        assertThat(FileErrors.text(new NotDirectoryException("/f"))).isEqualTo("/f: not a directory");
        assertThat(FileErrors.text(new FileSystemException("/f"))).isEqualTo("/f: FileSystemException");
    }

    @Test
    void leavesAMessageThatSaysMore() {
        assertThat(FileErrors.text(new FileSystemException("/f", null, "Read-only file system")))
                .isEqualTo("/f: Read-only file system");
        assertThat(FileErrors.text(new IOException("the disk is on fire"))).isEqualTo("the disk is on fire");
        assertThat(FileErrors.text(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void namesTheSettingOfADirectoryThatTheFileIsInOrOnTheWayTo() {
        Path place = directory.resolve("cache").resolve("isolation");
        String hint = " (isolation.cacheDirectory is " + place + ")";
        assertThat(text(place.resolve("entries"), place)).endsWith(hint);
        assertThat(text(place, place)).endsWith(hint);
        assertThat(text(directory.resolve("cache"), place)).endsWith(hint);
        assertThat(text(directory.resolve("other"), place)).endsWith("permission denied");
        assertThat(FileErrors.text(new IOException("no file"), "isolation.cacheDirectory", place))
                .isEqualTo("no file");
    }

    private static String text(Path file, Path place) {
        return FileErrors.text(new AccessDeniedException(file.toString()), "isolation.cacheDirectory", place);
    }

    private interface Access {
        void run() throws IOException;
    }

    private static IOException failure(Access access) {
        return catchThrowableOfType(access::run, IOException.class);
    }
}
