package io.github.isolation.worker;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Proves at the start of a worker that what the fork was promised is really in force. */
final class SelfCheck {
    private static final String TMPDIR = "java.io.tmpdir";

    private SelfCheck() {}

    static void run(PromisedDirectories places, ToSupervisor supervisor) {
        for (String property : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            if (property.startsWith(ForkProperties.PROMISE_PREFIX)) {
                String name = property.substring(ForkProperties.PROMISE_PREFIX.length());
                Path wanted = Path.of(System.getProperty(property));
                places.promise(name, wanted);
                String problem = problem(name, wanted);
                if (problem != null) {
                    supervisor.tell(new Logged(LogLevel.WARNING, complaint(name, wanted, problem), null));
                }
            }
        }
    }

    private static @Nullable String problem(String name, Path wanted) {
        try {
            Path probe = name.equals(TMPDIR)
                    // L06: java.io.tmpdir can be half applied; a file tells.
                    ? Files.createTempFile("isolation", null)
                    : Files.createTempFile(wanted, "isolation", null);
            Files.delete(probe);
            if (!probe.startsWith(wanted)) {
                return "temporary files land in " + probe.getParent();
            }
            if (name.equals(ForkProperties.WORKING_DIRECTORY)
                    && !Path.of("").toRealPath().equals(wanted.toRealPath())) {
                return "relative paths begin in " + Path.of("").toRealPath();
            }
        } catch (IOException e) {
            return "no file can be made there: " + e;
        }
        String found = System.getProperty(name);
        return wanted.toString().equals(found) ? null : name + " was set to " + found + " after the JVM had started";
    }

    private static String complaint(String name, Path wanted, String problem) {
        return "isolation: this fork was to have " + wanted + " as its " + name + ", but " + problem + ". Remove "
                + name + " from argLine and systemPropertyVariables, or do not ask for it (" + option(name) + ").";
    }

    private static String option(String name) {
        return switch (name) {
            case TMPDIR -> SettingNames.ISOLATE_TMPDIR;
            case "user.home" -> SettingNames.ISOLATE_USER_HOME;
            case ForkProperties.WORKING_DIRECTORY -> SettingNames.ISOLATE_WORKING_DIRECTORY;
            default -> "<isolate>";
        };
    }
}
