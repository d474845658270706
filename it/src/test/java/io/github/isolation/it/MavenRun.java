package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Maven build that a script starts itself: several at a time, or with a server that only the script knows. */
public final class MavenRun {
    /** As {@code it.short} in the POM: Maven's own JVM lives for seconds. Its forks do not inherit it. */
    private static final String SHORT_LIVED =
            "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private final Process process;
    private final Path log;

    private MavenRun(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it in this directory; its output goes to {@code NAME.log} there.
     */
    public static MavenRun start(
            File mavenHome, File basedir, File localRepository, String name, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                mavenHome.toPath().resolve("bin/mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + localRepository,
                "-Drun=" + name));
        command.addAll(arguments);
        Path log = basedir.toPath().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        return new MavenRun(shortLived(builder).start(), log);
    }

    /** A command that starts Maven, and now does so with less. */
    static ProcessBuilder shortLived(ProcessBuilder maven) {
        maven.environment().putIfAbsent("MAVEN_OPTS", SHORT_LIVED);
        return maven;
    }

    /** Its exit code, as soon as there is one. */
    public int exitCode() throws InterruptedException, IOException {
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                throw new IllegalStateException("It does not end: see " + log);
            }
            int code = process.exitValue();
            if (code != 0) {
                // Some are meant to fail; of one that is not, nothing else would tell why.
                lines("[ERROR]").forEach(line -> System.out.println(log.getFileName() + ": " + line));
            }
            return code;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The lines it printed that contain a text. */
    public List<String> lines(String text) throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains(text))
                .toList();
    }
}
