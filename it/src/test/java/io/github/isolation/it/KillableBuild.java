package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A Maven build whose tests hang, started by a script in order to kill some of it and to see what is left. */
public final class KillableBuild implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    /** Between two deaths: longer than it takes a worker to start, more often than not. */
    private static final int LONGEST_PAUSE_MILLIS = 1200;

    /** A machine on which workers start more slowly than they are killed comes to an end as well. */
    private static final int MOST_KILLS = 30;

    private final Process maven;
    private final Path module;
    private final String run;

    private KillableBuild(Process maven, Path module, String run) {
        this.maven = maven;
        this.module = module;
        this.run = run;
    }

    /** Starts {@code surefire:test} on classes that are compiled already; its output goes to {@code RUN.log}. */
    public static KillableBuild start(
            File mavenHome, File basedir, File localRepository, String run, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                mavenHome.toPath().resolve("bin/mvn").toString(),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + localRepository,
                "-Drun=" + run,
                "test"));
        command.addAll(arguments);
        Path module = basedir.toPath();
        Process maven = MavenRun.shortLived(new ProcessBuilder(command)
                        .directory(basedir)
                        .redirectErrorStream(true)
                        .redirectOutput(module.resolve(run + ".log").toFile()))
                .start();
        return new KillableBuild(maven, module, run);
    }

    /** The JVMs in which tests hang, as soon as there are as many as that. */
    public List<ProcessHandle> awaitWorkers(int wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (noted().size() < wanted) {
            boolean ended = maven.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                throw new IllegalStateException("Of " + wanted + " workers " + noted().size() + " came, and Maven "
                        + (ended ? "ended with " + maven.exitValue() : "took too long") + ": see " + module + "/" + run
                        + ".log");
            }
        }
        return noted();
    }

    /** Kills Maven's own JVM, and nothing else. */
    public void killMaven() throws InterruptedException {
        maven.destroyForcibly().waitFor();
    }

    /** Kills workers, one at a time, at moments and in an order that the seed decides, until Maven ends; says how many. */
    public int killWorkersAtRandom(long seed) throws InterruptedException {
        Random random = new Random(seed);
        int killed = 0;
        while (!maven.waitFor(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
            // Only a worker has been told where to leave its error report.
            List<ProcessHandle> workers = Processes.handles("-XX:ErrorFile=" + module);
            if (!workers.isEmpty() && killed < MOST_KILLS) {
                workers.get(random.nextInt(workers.size())).destroyForcibly();
                killed++;
            }
        }
        return killed;
    }

    /** Kills the processes that started these: Surefire's forks, whose death nobody told the workers. */
    public void killParentsOf(List<ProcessHandle> workers) {
        workers.stream().flatMap(worker -> worker.parent().stream()).distinct().forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for Maven to end by itself. */
    public int exitCode() throws InterruptedException {
        if (!maven.waitFor(15, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Maven did not notice: see " + module + "/" + run + ".log");
        }
        return maven.exitValue();
    }

    /** The command lines of what is still alive of this build after that time. */
    public List<String> leftAfter(Duration patience) throws InterruptedException {
        return Processes.leftAfter(patience, module.toString());
    }

    /** Leaves nothing behind, also when the script failed half way. */
    @Override
    public void close() {
        Processes.kill(module.toString());
    }

    private List<ProcessHandle> noted() throws IOException {
        return Notes.soFar(module, run).stream()
                .flatMap(note -> ProcessHandle.of(Long.parseLong(note.pid())).stream())
                .toList();
    }
}
