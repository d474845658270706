package io.github.isolation.agent;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files in some directories, by size and time, before and after each class: what native code and other processes do
 * there is seen by nobody else. It names a path and a class, and no line. Not thread-safe.
 */
final class Directories {
    private static final int MOST_FILES = 50_000;

    private final Settings settings;
    private final FindingsFile findings;
    private final Places places;
    private Map<Path, String> before = Map.of();

    /** Of the class before; what has changed since then, no class has. */
    private @Nullable Map<Path, String> atEnd;

    private boolean tooMany;

    Directories(Settings settings, FindingsFile findings) {
        this.settings = settings;
        this.findings = findings;
        this.places = new Places(settings, Path.of(System.getProperty("java.home")));
    }

    void classBegins() {
        if (!tooMany) {
            Map<Path, String> now = look();
            if (atEnd != null) {
                compare(atEnd, now, (change, path) -> findings.changedByOthers(path));
            }
            before = now;
        }
    }

    /** This class has ended. */
    void classEnds(int test) {
        if (tooMany) {
            return;
        }
        Map<Path, String> after = look();
        compare(before, after, (change, path) -> findings.changed(test, change, path));
        atEnd = after;
    }

    private interface Difference {
        void is(String change, Path path);
    }

    private static void compare(Map<Path, String> before, Map<Path, String> after, Difference difference) {
        after.forEach((path, stamp) -> {
            String old = before.get(path);
            if (old == null) {
                difference.is("created", path);
            } else if (!old.equals(stamp)) {
                difference.is("changed", path);
            }
        });
        before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .forEach(path -> difference.is("deleted", path));
    }

    private Map<Path, String> look() {
        Map<Path, String> found = new HashMap<>();
        for (Path root : settings.watched()) {
            try {
                Files.walkFileTree(root.toRealPath(), new Visitor(found));
            } catch (IOException e) {
                findings.notSeen(root.toString(), e.toString());
            }
        }
        if (found.size() >= MOST_FILES) {
            tooMany = true;
            findings.notSeen("directories", "there are more than " + MOST_FILES + " files in " + settings.watched());
        }
        return found;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Map<Path, String> found;

        Visitor(Map<Path, String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return places.isNoise(directory.toString(), true) || directory.endsWith(".git")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.put(file, attributes.size() + " " + attributes.lastModifiedTime());
            return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
