package io.github.isolation.maven.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;

/**
 * Files with user and password of a queue. A supervisor deletes its own as soon as it has read it; one that does not come to that leaves it to the end
 * of the build, since Maven calls nobody back for a goal that has failed. Thread-safe.
 */
public final class LoginFiles {
    private static final String KEY = "io.github.isolation.queueLogins";

    private LoginFiles() {}

    /** Notes one; it is deleted when this JVM ends, if nobody has done that before. */
    public static synchronized void add(MavenSession session, Path file) {
        file.toFile().deleteOnExit();
        List<Path> files = new ArrayList<>(of(session));
        files.add(file);
        session.getRequest().getData().put(KEY, files);
    }

    /**
     * Deletes what is left of them.
     *
     * @throws IOException naming the first that cannot be deleted
     */
    public static synchronized void deleteAll(MavenSession session) throws IOException {
        for (Path file : of(session)) {
            Files.deleteIfExists(file);
        }
        session.getRequest().getData().remove(KEY);
    }

    @SuppressWarnings("unchecked")
    private static List<Path> of(MavenSession session) {
        return (List<Path>) session.getRequest().getData().getOrDefault(KEY, List.of());
    }
}
