package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.FileTrees;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build is killed, by a signal nobody can answer, while it downloads, unpacks or seeds; the next one has every byte right.
 * As often as {@code -Disolation.kills=50} says.
 */
final class KilledAnywhereTest {
    private static final int KILLS = Integer.getInteger("isolation.kills", 6);
    private static final int FILES = 300;
    private static final int LONGEST_DELAY = 80;

    /** What a build does one after the other; each leaves its traces in the directory. */
    private enum Phase {
        DOWNLOADING,
        UNPACKING,
        SEEDING;

        boolean hasBegun(Path directory) throws IOException {
            return switch (this) {
                case DOWNLOADING ->
                    exists(directory, "cache/partial/big/*") || exists(directory, "cache/entries/big/.tmp-*/fetched");
                case UNPACKING -> exists(directory, "cache/entries/big/.tmp-*/content");
                case SEEDING -> Files.exists(KilledBuild.fork(directory, "1").resolve("big"));
            };
        }
    }

    private Path directory;
    private byte[] archive;
    private String expected;

    @BeforeEach
    void makeArchive(@TempDir Path empty) throws IOException {
        directory = empty;
        Random random = new Random(3);
        Archives files = new Archives();
        byte[] large = new byte[20 << 20];
        random.nextBytes(large);
        files.file("large", 0644, large);
        for (int i = 0; i < FILES; i++) {
            byte[] small = new byte[1 + random.nextInt(4000)];
            random.nextBytes(small);
            files.file("d" + i % 40 + "/f" + i, 0644, small);
        }
        archive = files.tar();
        Path whole = empty.resolve("whole");
        Unpacker.unpack(Files.write(empty.resolve("archive"), archive), whole, 0);
        expected = Digests.tree(whole);
    }

    @Test
    void nextBuildAfterAKilledOneHasEveryByteRight() throws Exception {
        String sha256 = FileDigest.sha256(directory.resolve("archive"));
        long seed = System.nanoTime();
        System.out.println("KilledAnywhereTest: " + KILLS + " kills, random seed " + seed);
        Random random = new Random(seed);
        try (UnreliableServer server = new UnreliableServer(archive)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Phase phase = Phase.values()[kill % Phase.values().length];
                Path build = Files.createDirectory(directory.resolve("build" + kill));
                String declared = kill % 2 == 0 ? sha256 : "";
                killed(build, server, declared, phase, random.nextInt(LONGEST_DELAY));

                KilledBuild.run(build, server.url("/big"), declared);
                for (String fork : List.of("1", "2")) {
                    assertEquals(
                            expected,
                            Digests.tree(KilledBuild.fork(build, fork).resolve("big")),
                            "kill " + kill + ", " + phase + ", seed " + seed);
                }
                FileTrees.delete(build);
            }
        }
    }

    private static void killed(Path build, UnreliableServer server, String sha256, Phase phase, int delay)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledBuild.class.getName(),
                        build.toString(),
                        server.url("/big").toString(),
                        sha256)
                .redirectErrorStream(true)
                .redirectOutput(new File(build.toString(), "log"))
                .start();
        try {
            while (!phase.hasBegun(build) && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
                // It has not come so far, and is alive.
            }
            process.waitFor(delay, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean exists(Path directory, String pattern) throws IOException {
        int slash = pattern.indexOf('*');
        Path start = directory.resolve(pattern.substring(0, pattern.lastIndexOf('/', slash)));
        String rest = pattern.substring(pattern.lastIndexOf('/', slash) + 1);
        String first = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        if (!Files.isDirectory(start)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(start, first)) {
            for (Path path : found) {
                if (Files.exists(rest.contains("/") ? path.resolve(rest.substring(rest.indexOf('/') + 1)) : path)) {
                    return true;
                }
            }
        }
        return false;
    }
}
