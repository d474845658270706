package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What killed downloads leave does not stay for ever, and what is being downloaded does. */
final class PartialDownloadsTest extends CacheOnDisk {
    @Test
    void whatTheTransportOfAKilledBuildLeftIsRemovedByTheNextOne() throws IOException {
        String sha256 = sha256();
        String key = fixture(sha256).key(Builds.online(directory));
        Path tmp = begin(key + ".8463829.tmp");
        Path other = begin("0123456789abcdef.8463829.tmp");

        cache().require(fixture(sha256));
        assertEquals(List.of(other), files(tmp.resolveSibling("")));
    }

    @Test
    void downloadThatIsGoingOnIsNotCleanedAway() throws IOException {
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        List<Path> files =
                Stream.of("abc", "abc.kept", "abc.8463829.tmp").map(this::begin).toList();
        try (FileHold download = FileHold.acquire(layout.lock("words", "abc"), pid -> {})) {
            clean(layout, "words", Duration.ZERO);
            assertEquals(files, files.stream().filter(Files::exists).toList(), download::toString);
        }
        clean(layout, null, Duration.ofDays(1));
        assertEquals(files, files.stream().filter(Files::exists).toList());
        clean(layout, "words", null);
        assertEquals(List.of(), files.stream().filter(Files::exists).toList());
    }

    private static void clean(CacheLayout layout, String fixture, Duration age) throws IOException {
        new CacheCare(layout).clean(new CacheCare.Wish(fixture, age, Long.MAX_VALUE));
    }

    private Path begin(String name) {
        try {
            Path parts = Files.createDirectories(directory.resolve("cache/partial/words"));
            return Files.writeString(parts.resolve(name), "wor");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
