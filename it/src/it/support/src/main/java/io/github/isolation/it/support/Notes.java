package io.github.isolation.it.support;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a test class saw of the JVM it ran in, for the verify script to read: {@code target/notes/RUN/CLASS.PID.properties}.
 *
 * <p>It uses nothing of isolation, so that a build shows by itself whether isolation is on its class path.
 */
public final class Notes {

    private static final long PATIENCE_IN_SECONDS = 60;

    private Notes() {}

    /** Writes all system properties, the environment as {@code env.NAME}, and {@code pid}. */
    public static void take(Class<?> testClass) throws IOException {
        Properties notes = new Properties();
        System.getenv().forEach((name, value) -> notes.setProperty("env." + name, value));
        System.getProperties().forEach((name, value) -> notes.setProperty(name.toString(), value.toString()));
        notes.setProperty("pid", String.valueOf(ProcessHandle.current().pid()));
        notes.setProperty("class", testClass.getName());
        save(notes, testClass.getName());
    }

    /** Waits until this many JVMs of this module have taken notes: its classes then certainly run side by side. */
    public static void awaitForks(int forks) throws IOException, InterruptedException {
        awaitForks(forks, Path.of(""));
    }

    /** Like {@link #awaitForks(int)}, for another module, seen from this one. */
    public static void awaitForks(int forks, Path module) throws IOException, InterruptedException {
        Path directory = directory(module);
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
            while (forksSoFar(directory) < forks) {
                WatchKey change = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (change == null) {
                    throw new AssertionError("Only " + forksSoFar(directory) + " of " + forks + " forks took notes in "
                            + directory + " within " + PATIENCE_IN_SECONDS + " s");
                }
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static long forksSoFar(Path directory) throws IOException {
        try (Stream<Path> notes = Files.list(directory)) {
            return notes.map(note -> note.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceAll(".*\\.(\\d+)\\.properties", "$1"))
                    .distinct()
                    .count();
        }
    }

    private static void save(Properties notes, String className) throws IOException {
        Path directory = directory(Path.of(""));
        Path complete = directory.resolve(className + "." + notes.getProperty("pid") + ".properties");
        Path draft = Files.createTempFile(directory, "note", ".draft");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            notes.store(writer, null);
        }
        Files.move(draft, complete, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path directory(Path module) throws IOException {
        Path base = Path.of(System.getProperty("basedir", "")).resolve(module).normalize();
        return Files.createDirectories(base.resolve("target/notes").resolve(System.getProperty("run", "default")));
    }
}
