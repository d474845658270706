package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A build is killed, by a signal nobody can answer, while the data of a server are made: what makes them ends as well. */
final class KilledMakerTest {
    private static final String SCRIPT = "sleep 600 & echo $! >child; echo $$ >self.tmp; mv self.tmp self; wait";

    @TempDir
    private Path directory;

    /** What runs at that moment. */
    enum Work {
        /** A program of the server's, such as initdb. */
        PROGRAM,
        /** One that reads a file. */
        READER,
        /** The user's own command. */
        FILL
    }

    @ParameterizedTest
    @EnumSource
    void whatMakesDataEndsWithTheBuild(Work work) throws Exception {
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Build.class.getName(),
                        work.name(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        try {
            while (!Files.exists(directory.resolve("self"))) {
                if (build.waitFor(1, TimeUnit.MILLISECONDS)) {
                    fail(Files.readString(directory.resolve("log")));
                }
            }
        } finally {
            build.destroyForcibly().waitFor();
        }
        awaitEnd("self");
        awaitEnd("child");
    }

    private void awaitEnd(String file) throws Exception {
        long pid = Long.parseLong(Files.readString(directory.resolve(file)).strip());
        ProcessHandle left = ProcessHandle.of(pid).orElse(null);
        if (left != null) {
            try {
                left.onExit().get(30, TimeUnit.SECONDS);
            } finally {
                left.destroyForcibly();
            }
        }
        assertTrue(left == null || !left.isAlive());
    }

    /** What is killed. */
    static final class Build {
        private Build() {}

        public static void main(String... arguments) throws Exception {
            Path directory = Path.of(arguments[1]);
            Path log = directory.resolve("made.log");
            List<String> command = List.of("/bin/sh", "-c", SCRIPT);
            switch (Work.valueOf(arguments[0])) {
                case PROGRAM -> ServerRun.run("maker", command, directory, log);
                case READER ->
                    ServerRun.run(
                            "maker", command, directory, log, Files.writeString(directory.resolve("input"), "words"));
                case FILL ->
                    ServerRun.fill(
                            new CommandSource(
                                    new Program.Executable("sh", Path.of("/bin/sh"), false),
                                    List.of("-c", SCRIPT),
                                    List.of(),
                                    Duration.ZERO),
                            "fill",
                            around(directory),
                            directory.resolve("data"),
                            Map.of());
            }
        }

        private static FetchContext around(Path directory) {
            return new FetchContext(
                    directory,
                    List.of(),
                    List.of(),
                    new ForkLayout(directory.resolve("target/isolation")),
                    coordinates -> {
                        throw new IllegalStateException("nothing is fetched");
                    },
                    null,
                    pause -> {},
                    false,
                    new SystemStreamLog());
        }
    }
}
