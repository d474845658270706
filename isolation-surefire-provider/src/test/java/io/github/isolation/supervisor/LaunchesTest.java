package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made for one launch, and believed of no other. */
final class LaunchesTest {
    @TempDir
    private Path directory;

    @Test
    void eachHasANonceAndFilesOfItsOwnInTheDirectoryOfItsRun() throws IOException {
        Launches launches = new Launches(directory.resolve("runs/r1"));
        Launch one = launches.begin(1, false);
        Launch other = launches.begin(2, false);
        assertNotEquals(one.nonce(), other.nonce());
        assertNotEquals(one.marker(), other.marker());
        assertNotEquals(one.errorFile(), other.errorFile());
        assertEquals(directory.resolve("runs/r1"), one.errorFile().getParent());
        assertTrue(Files.isDirectory(directory.resolve("runs/r1")), "a JVM makes no directory for its report");
    }

    @Test
    void whatLiesWhereItsMarkerWillBeIsRemoved() throws IOException {
        Launches launches = new Launches(directory);
        Launch before = launches.begin(1, false);
        Files.writeString(before.marker(), before.nonce());
        Launch launch = launches.begin(1, false);
        assertFalse(Files.exists(launch.marker()));
        assertNotEquals(before.nonce(), launch.nonce());
        assertSame(launch, launches.find(1));
        assertNull(launches.find(2));
    }

    /** The first one does what one worker has to do for all, and may have died of the archive before it had. */
    @Test
    void theFirstOneAndTheFirstOneWithoutTheArchiveAreFirst() throws IOException {
        Launches launches = new Launches(directory);
        assertTrue(launches.begin(1, true).first());
        assertFalse(launches.begin(2, true).first());
        assertTrue(launches.begin(3, false).first());
        assertFalse(launches.begin(4, false).first());
        assertFalse(launches.begin(5, true).first());
    }

    @Test
    void withoutAnArchiveOnlyTheFirstOneIs() throws IOException {
        Launches launches = new Launches(directory);
        assertTrue(launches.begin(1, false).first());
        assertFalse(launches.begin(2, false).first());
        assertFalse(launches.begin(3, true).first());
    }
}
