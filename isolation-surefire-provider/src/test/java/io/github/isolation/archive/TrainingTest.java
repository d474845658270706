package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A build has said its last when it gives its archive up; the next one says so, once. */
class TrainingTest {
    private static final long LONG_ENOUGH = 60;

    private static final List<String> INFRASTRUCTURE =
            List.of("junit-jupiter-engine-6.0.0.jar", "io/github/isolation/isolation-api/1/isolation-api-1.jar");

    @TempDir
    Path directory;

    @Test
    void aJvmThatFailsIsNamedByTheNextBuild() throws Exception {
        Training training = new Training(look().classes(), (options, endpoint) -> java("-XX:Quatsch"), "x");
        training.begin();
        training.await(LONG_ENOUGH, () -> true);
        String why = "its JVM ended with exit status 1 and left none (Unrecognized VM option 'Quatsch')";
        assertEquals(List.of(word(why)), look().notes());
        assertEquals(List.of(), look().notes());
    }

    @Test
    void whatTakesTooLongIsNamedByTheNextBuild() throws Exception {
        CountDownLatch launched = new CountDownLatch(1);
        Training training = endless(launched);
        training.begin();
        launched.await();
        training.await(0, () -> true);
        training.await(LONG_ENOUGH, () -> true);
        assertEquals(List.of(word("it was not ready 0 s after the last test")), look().notes());
    }

    /** A user who interrupts Maven wants no JVM to stay behind. */
    @Test
    void whatNobodyWaitsForEndsAtOnce() throws Exception {
        CountDownLatch launched = new CountDownLatch(1);
        Training training = endless(launched);
        training.begin();
        launched.await();
        training.await(LONG_ENOUGH, () -> false);
        training.await(LONG_ENOUGH, () -> true);
        assertEquals(List.of(word("the build had ended before it was ready")), look().notes());
    }

    /** Where no class was handed out, nothing has begun: nobody waits for it, and nobody is told that it took too long. */
    @Test
    void whatHasNotBegunIsNotAwaited() throws Exception {
        Training training = new Training(look().classes(), (options, endpoint) -> java("-version"), "x");
        training.await(LONG_ENOUGH, () -> fail("it is not asked whether anybody waits"));
        training.abandon();
        assertEquals(List.of(), look().notes());
    }

    /** Maven may be killed in the middle of the tests: this JVM ends, and does not wait for what it has started. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsAbandonedHasEndedWhenThatIsSaid() throws Exception {
        CountDownLatch launched = new CountDownLatch(1);
        Path number = directory.resolve("number");
        Training training = new Training(
                look().classes(),
                (options, endpoint) -> {
                    launched.countDown();
                    return new ProcessBuilder("sh", "-c", "echo $$ > number.tmp; mv number.tmp number; exec sleep 600")
                            .directory(directory.toFile());
                },
                "x");
        training.abandon();
        training.begin();
        launched.await();
        while (!Files.exists(number)) {
            Thread.sleep(10);
        }
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readString(number).strip()))
                .orElseThrow();
        training.abandon();
        process.onExit().get(LONG_ENOUGH, TimeUnit.SECONDS);
        training.await(LONG_ENOUGH, () -> true);
        training.abandon();
        assertEquals(List.of(word("the build had ended before it was ready")), look().notes());
    }

    private Training endless(CountDownLatch launched) throws IOException {
        Path sleeper = Files.writeString(directory.resolve("Sleeper.java"), """
                class Sleeper {
                    public static void main(String[] arguments) throws Exception {
                        Thread.sleep(600_000);
                    }
                }
                """);
        return new Training(
                look().classes(),
                (options, endpoint) -> {
                    launched.countDown();
                    return java(sleeper.toString());
                },
                "x");
    }

    /** As where the build of all this is a test's: whoever has a worker's mark ends, when it is time, all who have the same. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsJvmHasNoMarkOfAWorkerThatTheBuildRunsIn() throws Exception {
        Training training = new Training(
                look().classes(),
                (options, endpoint) -> {
                    ProcessBuilder builder =
                            new ProcessBuilder("sh", "-c", "echo \"mark:$ISOLATION_RETIREMENT_NONCE\"; exit 1");
                    builder.environment().put("ISOLATION_RETIREMENT_NONCE", "of-an-outer-worker");
                    return builder;
                },
                "x");
        training.begin();
        training.await(LONG_ENOUGH, () -> true);
        assertEquals(List.of(word("its JVM ended with exit status 1 and left none (mark:)")), look().notes());
    }

    private static String word(String why) {
        return "isolation: the last build made no class-data archive: " + why + "; this one tries again";
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dsaid=first");
        return builder;
    }

    private record Look(CdsArchive classes, List<String> notes) {}

    /** As a build does before its first worker. */
    private Look look() throws IOException {
        Path boot = directory.resolve("boot.jar");
        if (!Files.exists(boot)) {
            for (String jar : INFRASTRUCTURE) {
                Path file = directory.resolve(jar);
                Files.createDirectories(file.getParent());
                Files.write(file, new byte[0]);
            }
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", INFRASTRUCTURE));
            new JarOutputStream(Files.newOutputStream(boot), manifest).close();
        }
        List<String> notes = new ArrayList<>();
        CdsArchive classes = CdsArchive.look(directory.resolve("cache"), boot, List.of(), false, notes::add)
                .orElseThrow();
        assertFalse(classes.isThere());
        return new Look(classes, notes);
    }
}
