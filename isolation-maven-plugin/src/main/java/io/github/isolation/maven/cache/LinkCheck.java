package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a symbolic link really leads, through all other links on its way: {@code a/..} is not where it looks if {@code a} is
 * a link. Also for links that lead nowhere, which the operating system would not follow.
 */
final class LinkCheck {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private LinkCheck() {}

    /** Refuses a link that leaves the directory, at any point of its way. */
    static void check(Path root, Path link, String name) throws IOException {
        Deque<Path> rest = new ArrayDeque<>();
        root.relativize(link).forEach(rest::add);
        Path place = root;
        int followed = 0;
        while (!rest.isEmpty()) {
            Path next = place.resolve(rest.pop()).normalize();
            if (!next.startsWith(root)) {
                throw leaves(link, name);
            }
            if (!Files.isSymbolicLink(next)) {
                place = next;
                continue;
            }
            Path target = Files.readSymbolicLink(next);
            if (target.isAbsolute()
                    || target.toString().startsWith("/")
                    || target.toString().startsWith("\\")) {
                throw leaves(link, name);
            }
            if (++followed > MOST_LINKS) {
                throw SafeTree.refusal(name, "a link that leads in a circle");
            }
            for (int i = target.getNameCount() - 1; i >= 0; i--) {
                rest.push(target.getName(i));
            }
        }
    }

    private static IOException leaves(Path link, String name) throws IOException {
        return SafeTree.refusal(name, "a link that leaves the archive, to " + Files.readSymbolicLink(link));
    }
}
