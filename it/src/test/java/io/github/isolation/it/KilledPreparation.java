package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven builds that are killed, by a signal nobody can answer, at some moment while they download, unpack or seed; each with
 * an empty cache and forks of its own, and followed by a build that nobody kills.
 */
public final class KilledPreparation {
    private static final int LONGEST_DELAY_MILLIS = 60;
    private static final List<String> FORKS = List.of("1", "2");

    private final File mavenHome;
    private final File basedir;
    private final File localRepository;
    private final ArchiveServer server;
    private final Random random;

    /** From this seed. */
    public KilledPreparation(File mavenHome, File basedir, File localRepository, ArchiveServer server, long seed) {
        this.mavenHome = mavenHome;
        this.basedir = basedir;
        this.localRepository = localRepository;
        this.server = server;
        this.random = new Random(seed);
    }

    /** What a build does one after the other; each leaves its traces. */
    public enum Phase {
        /** Until all is there. */
        DOWNLOADING,
        /** In the directory that will be published. */
        UNPACKING,
        /** Into the forks. */
        SEEDING
    }

    /**
     * What became of one killed build.
     *
     * @param killed its exit code
     * @param next that of the build after it
     * @param wrong files that are not what is in the archive
     * @param left what neither of the two builds should have left in the cache
     */
    public record Round(Phase phase, int delay, int killed, int next, List<String> wrong, List<String> left) {}

    /** Kills a build and runs another one. */
    public Round round(int number) throws Exception {
        Phase phase = Phase.values()[number % Phase.values().length];
        Path cache = basedir.toPath().resolve("target/cache-" + number);
        Path isolation = basedir.toPath().resolve("target/isolation-" + number);
        int delay = random.nextInt(LONGEST_DELAY_MILLIS);
        Process build = build("killed-" + number, cache, isolation);
        try {
            while (!hasBegun(phase, cache, isolation) && !build.waitFor(2, TimeUnit.MILLISECONDS)) {
                // It has not come so far, and is alive.
            }
            build.waitFor(delay, TimeUnit.MILLISECONDS);
        } finally {
            build.destroyForcibly().waitFor();
        }
        Process next = build("next-" + number, cache, isolation);
        try {
            if (!next.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("It does not end: see next-" + number + ".log");
            }
        } finally {
            next.destroyForcibly();
        }
        List<String> wrong = new ArrayList<>();
        for (String fork : FORKS) {
            wrong.addAll(differences(isolation.resolve("forks").resolve(fork).resolve("fixtures/archive")));
        }
        List<String> left = new ArrayList<>(names(cache.resolve("partial/archive")));
        names(cache.resolve("entries/archive")).stream()
                .filter(name -> name.startsWith("."))
                .forEach(left::add);
        return new Round(phase, delay, build.exitValue(), next.exitValue(), wrong, left);
    }

    private Process build(String name, Path cache, Path isolation) throws Exception {
        return MavenRun.shortLived(new ProcessBuilder(
                                mavenHome.toPath().resolve("bin/mvn").toString(),
                                "-B",
                                "-Dmaven.repo.local=" + localRepository,
                                "-Drun=" + name,
                                "-Dserver=" + server.url(),
                                "-Dsha256=" + server.sha256(),
                                "-DforkCount=" + FORKS.size(),
                                "-Disolation.cacheDirectory=" + cache,
                                "-Disolation.directory=" + isolation,
                                "process-test-classes")
                        .directory(basedir)
                        .redirectErrorStream(true)
                        .redirectOutput(new File(basedir, name + ".log")))
                .start();
    }

    private static boolean hasBegun(Phase phase, Path cache, Path isolation) throws IOException {
        return switch (phase) {
            case DOWNLOADING -> !names(cache.resolve("partial/archive")).isEmpty();
            case UNPACKING -> {
                Path entries = cache.resolve("entries/archive");
                yield names(entries).stream()
                        .anyMatch(name -> Files.exists(entries.resolve(name).resolve("content")));
            }
            case SEEDING -> Files.exists(isolation.resolve("forks/1/fixtures/archive"));
        };
    }

    private List<String> differences(Path copy) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> wanted = tree(server.files());
        if (!wanted.equals(tree(copy))) {
            wrong.add(copy + " has other files");
            return wrong;
        }
        for (Path path : wanted) {
            Path original = server.files().resolve(path);
            if (Files.isRegularFile(original) && Files.mismatch(original, copy.resolve(path)) >= 0) {
                wrong.add(copy.resolve(path).toString());
            }
        }
        return wrong;
    }

    private static List<Path> tree(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(root::relativize).sorted().toList();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }
}
