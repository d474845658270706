package io.github.isolation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the directory of a socket may be made. Among the temporary files, as everybody expects; but those may be in a place whose
 * path is too long for a socket (108 bytes), or full. A directory that only its owner may enter is as private in {@code /tmp}.
 */
final class SocketPlaces {
    private SocketPlaces() {}

    /** In the order in which they are tried. */
    static List<Path> all() {
        Set<Path> places = new LinkedHashSet<>();
        places.add(Path.of(System.getProperty("java.io.tmpdir")));
        add(places, System.getenv("XDG_RUNTIME_DIR"));
        add(places, "/tmp");
        add(places, "/var/tmp");
        return new ArrayList<>(places);
    }

    private static void add(Set<Path> places, @Nullable String directory) {
        if (directory != null && directory.startsWith("/")) {
            Path place = Path.of(directory);
            if (Files.isDirectory(place) && Files.isWritable(place)) {
                places.add(place);
            }
        }
    }
}
