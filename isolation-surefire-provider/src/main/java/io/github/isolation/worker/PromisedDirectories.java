package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The directories that this fork was promised. Tests may delete them; the next class finds them again, empty. */
final class PromisedDirectories {
    private final ToSupervisor supervisor;
    private final Guard guard;
    private final Map<String, Path> promised = new ConcurrentSkipListMap<>();

    PromisedDirectories(ToSupervisor supervisor, Guard guard) {
        this.supervisor = supervisor;
        this.guard = guard;
    }

    /** This system property is to name a directory, as long as the worker lives. */
    void promise(String name, Path place) {
        promised.put(name, place);
    }

    /** Between two classes. */
    void mend(String className) {
        try {
            promised.forEach((name, place) -> {
                if (!Files.isDirectory(place)) {
                    mend(name, place, className);
                }
            });
        } catch (RuntimeException | Error e) {
            guard.failed("look whether this fork still has its directories", e);
        }
    }

    private void mend(String name, Path place, String className) {
        String line = "isolation: " + name + " (" + place + ") was gone after " + className;
        try {
            Files.deleteIfExists(place); // a file, or a link that leads nowhere
            Files.createDirectories(place);
            line += "; the next class finds it again, empty";
        } catch (IOException e) {
            line += ", and cannot be made again: " + e;
        }
        supervisor.tell(new Logged(LogLevel.WARNING, line, null));
    }
}
