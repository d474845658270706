package io.github.isolation.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a path really is, so that two names of one file are one: absolute, and without links. A relative one begins in the
 * directory in which the JVM was started, whatever tests write into {@code user.dir}. Thread-safe.
 */
final class FilePaths {
    private static final int MOST_PARENTS = 10_000;
    private static final String UP = File.separator + "..";

    private final Places places;
    private final Map<Path, Path> parents = new ConcurrentHashMap<>();

    FilePaths(Places places) {
        this.places = places;
    }

    /** Whether it is known at first sight that nobody wants to know; one that leads up again may end anywhere. */
    boolean isNoise(String path, boolean changes) {
        return path.charAt(0) == File.separatorChar && !path.contains(UP) && places.isNoise(path, changes);
    }

    /** A link that is read or written is what it leads to; one that is made, deleted or moved is itself. */
    String real(String path, Kind kind) {
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        if (kind == Kind.READ || kind == Kind.WRITE || kind == Kind.LIST || kind == Kind.DATABASE) {
            try {
                return absolute.toRealPath().toString();
            } catch (IOException e) {
                // It is not there yet.
            }
        }
        Path parent = absolute.getParent();
        Path name = absolute.getFileName();
        return parent == null || name == null
                ? absolute.toString()
                : realParent(parent).resolve(name).toString();
    }

    private Path realParent(Path parent) {
        Path known = parents.get(parent);
        if (known != null) {
            return known;
        }
        try {
            Path real = parent.toRealPath();
            if (parents.size() < MOST_PARENTS) {
                parents.put(parent, real);
            }
            return real;
        } catch (IOException e) {
            return parent;
        }
    }
}
