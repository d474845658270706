package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the bodies of a run's tests noted themselves, in the order they did: proof that is independent of all reports. */
public final class Bodies {

    private Bodies() {}

    /** All lines; a run in which no body got anywhere is an error. */
    public static List<String> of(Path module, String run) throws IOException {
        return Files.readAllLines(module.resolve("target/bodies").resolve(run + ".txt"));
    }
}
