package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which paths nobody wants to hear of, whatever name they come by. */
final class PlacesTest {
    @TempDir
    Path directory;

    private Places places;
    private FilePaths paths;

    @BeforeEach
    void make() throws IOException {
        directory = directory.toRealPath();
        Files.createDirectories(directory.resolve("own"));
        Files.createDirectories(directory.resolve("classes"));
        Files.createFile(directory.resolve("a.jar"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("own"));
        places = new Places(
                new Settings(
                        directory.resolve("out"),
                        Set.of(Area.FILES),
                        List.of(directory.resolve("link")),
                        List.of(directory.resolve("classes"), directory.resolve("a.jar")),
                        List.of(),
                        Set.of(),
                        List.of()),
                Path.of(System.getProperty("java.home")));
        paths = new FilePaths(places);
    }

    private boolean isNoise(String name, boolean changes) {
        return places.isNoise(directory.resolve(name).toString(), changes);
    }

    @Test
    void theForksOwnDirectoriesAreNoiseByEachOfTheirNames() {
        assertTrue(isNoise("own/x/y", true));
        assertTrue(isNoise("link/x", true));
        assertTrue(isNoise("own", true));
        assertFalse(isNoise("owner", true));
        assertFalse(isNoise("ow", true));
    }

    @Test
    void readingTheClassPathIsNoiseAndChangingItIsNot() {
        assertTrue(isNoise("classes/a.txt", false));
        assertFalse(isNoise("classes/a.txt", true));
        assertTrue(isNoise("a.jar", false));
        assertFalse(isNoise("a.jar", true));
        assertFalse(isNoise("a.jar.txt", false));
    }

    @Test
    void whatTheSystemAndTheJdkHaveIsNoise() {
        assertTrue(places.isNoise("/proc/self/maps", false));
        assertTrue(places.isNoise("/dev/null", true));
        assertTrue(places.isNoise(System.getProperty("java.home") + "/lib/modules", false));
        assertFalse(places.isNoise("/development", true));
    }

    @Test
    void aFileHasOneNameAndALinkThatIsMadeIsItself() throws IOException {
        Path real = Files.createFile(directory.resolve("own/real"));
        Files.createSymbolicLink(directory.resolve("other"), real);
        String other = directory.resolve("other").toString();
        assertEquals(real.toString(), paths.real(other, Kind.READ));
        assertEquals(other, paths.real(other, Kind.DELETE));
        assertEquals(real.resolveSibling("new").toString(), paths.real(directory + "/link/../link/new", Kind.CREATE));
        assertEquals(Path.of("pom.xml").toRealPath().toString(), paths.real("src/../pom.xml", Kind.READ));
    }
}
