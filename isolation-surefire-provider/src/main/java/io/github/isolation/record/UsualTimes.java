package io.github.isolation.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How long each class took when it ran last, as a supervisor has left it. */
public final class UsualTimes {
    /** What the file is called, wherever it is. */
    public static final String NAME = "class-times";

    private UsualTimes() {}

    /** In milliseconds, by class; nothing, if there is no such file or if it cannot be read. */
    public static Map<String, Long> read(Path file) {
        Map<String, Long> millis = new HashMap<>();
        if (Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    int space = line.indexOf(' ');
                    millis.put(line.substring(space + 1), Long.valueOf(line.substring(0, space)));
                }
            } catch (IOException | RuntimeException e) {
                return Map.of(); // which is as good as a first run
            }
        }
        return millis;
    }
}
