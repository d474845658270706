package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Maven build at a terminal, which {@code script} of util-linux is. */
public final class TerminalRun {
    private TerminalRun() {}

    /** Whether there is such a terminal here. */
    public static boolean isPossible() throws IOException, InterruptedException {
        try {
            Process version = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return version.waitFor() == 0 && said.contains("util-linux");
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /**
     * Runs it to its end.
     *
     * @return what the terminal was sent; it is in {@code sent} while it runs
     * @throws IllegalStateException if it ends with another exit code
     */
    public static String of(
            File mavenHome, File basedir, File localRepository, Path sent, int exitCode, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> maven = new ArrayList<>(
                List.of(mavenHome.toPath().resolve("bin/mvn").toString(), "-Dmaven.repo.local=" + localRepository));
        maven.addAll(arguments);
        String command = maven.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command, "/dev/null")
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(sent.toFile());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("COLUMNS", "100");
        builder.environment().remove("CI");
        Process process = MavenRun.shortLived(builder).start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != exitCode) {
                throw new IllegalStateException("It did not end with " + exitCode + ": see " + sent);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(sent, StandardCharsets.ISO_8859_1);
    }
}
