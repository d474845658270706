package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Path;

/**
 * All that is left of a build that ran tests once.
 *
 * @param name its {@code -Drun}
 * @param exitCode Maven's
 */
public record Build(String name, int exitCode, Reports reports, Console console, Log log) {

    /** A build of this module whose reports are in {@code target/reports/NAME} and whose output is in {@code NAME.log}. */
    public static Build of(Path module, String name, int exitCode) throws IOException {
        Log log = Log.read(module.resolve(name + ".log"));
        return new Build(
                name, exitCode, Reports.of(module.resolve("target/reports").resolve(name)), Console.of(log), log);
    }
}
