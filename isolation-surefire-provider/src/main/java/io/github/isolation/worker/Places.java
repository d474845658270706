package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The directories that this fork was promised. Tests may delete them; the next class finds them again, empty. */
final class Places {
    private static final Map<String, Path> PROMISED = new ConcurrentSkipListMap<>();

    private Places() {}

    /** This system property is to name a directory, as long as the worker lives. */
    static void promise(String name, Path place) {
        PROMISED.put(name, place);
    }

    /** Between two classes. */
    static void mend(String className, WorkerChannel channel) {
        try {
            PROMISED.forEach((name, place) -> {
                if (!Files.isDirectory(place)) {
                    mend(name, place, className, channel);
                }
            });
        } catch (RuntimeException | Error e) {
            Guard.failed("look whether this fork still has its directories", e);
        }
    }

    private static void mend(String name, Path place, String className, WorkerChannel channel) {
        String line = "isolation: " + name + " (" + place + ") was gone after " + className;
        try {
            Files.deleteIfExists(place); // a file, or a link that leads nowhere
            Files.createDirectories(place);
            line += "; the next class finds it again, empty";
        } catch (IOException e) {
            line += ", and cannot be made again: " + e;
        }
        channel.tell(new Logged(LogLevel.WARNING, line, null));
    }
}
