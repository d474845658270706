package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Maven build that takes classes from a queue, in a process group of its own, to which signals can be sent. */
public final class QueueMachine {
    private final Process process;
    private final File basedir;
    private final String name;

    private QueueMachine(Process process, File basedir, String name) {
        this.process = process;
        this.basedir = basedir;
        this.name = name;
    }

    /**
     * Starts it; it builds in {@code target/NAME}, and its output goes to {@code NAME.log}. The password is in its environment, unless an
     * argument says that it is in the settings.
     */
    public static QueueMachine start(
            File mavenHome,
            File basedir,
            File localRepository,
            QueueServer server,
            String run,
            String name,
            List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                mavenHome.toPath().resolve("bin/mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + localRepository,
                "-Drun=" + name,
                "-Dbuild.dir=target/" + name,
                "-Disolation.queue=" + server.url(),
                "-Disolation.shardRun=" + run));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(basedir)
                .redirectErrorStream(true)
                .redirectOutput(new File(basedir, name + ".log"));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("-Disolation.queueServer="))) {
            builder.environment().put("ISOLATION_QUEUE_USER", "postgres");
            builder.environment().put("ISOLATION_QUEUE_PASSWORD", server.password());
        }
        return new QueueMachine(MavenRun.shortLived(builder).start(), basedir, name);
    }

    /** By which the database knows it: its Maven is in its name. */
    public String isThisOne() {
        return "m.name like '%(process " + process.pid() + ")'";
    }

    /** Sends a signal to all of its group, such as {@code KILL}. */
    public void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Its exit code, as soon as there is one. */
    public int exitCode() throws InterruptedException {
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                throw new IllegalStateException("It does not end: see " + name + ".log");
            }
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The lines it printed that contain a text. */
    public List<String> lines(String text) throws IOException {
        return Files.readAllLines(new File(basedir, name + ".log").toPath(), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains(text))
                .toList();
    }

    /** As CI does: what it has left goes to where all of it is merged. */
    public void upload(String to) throws IOException {
        Path left = basedir.toPath().resolve("target/" + name + "/isolation/shard");
        Path target = basedir.toPath().resolve("uploads/" + to + "/" + name);
        if (Files.isDirectory(left)) {
            Files.createDirectories(target.getParent());
            Files.move(left, target);
        }
    }

    /** The XML reports that its own Maven has written. */
    public Path reports() {
        return basedir.toPath().resolve("target/" + name + "/reports/" + name);
    }

    /** Files below its directory that have a text in them, and its log. */
    public List<Path> telling(String text) throws IOException {
        List<Path> telling = new ArrayList<>();
        try (Stream<Path> files = Files.walk(basedir.toPath().resolve("target/" + name))) {
            List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
            all.add(basedir.toPath().resolve(name + ".log"));
            for (Path file : all) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    telling.add(file);
                }
            }
        }
        return telling;
    }
}
