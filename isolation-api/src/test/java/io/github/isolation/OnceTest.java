package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import io.github.isolation.fork.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made once, in threads and in processes of their own (L31). */
final class OnceTest {
    private final Properties saved = (Properties) System.getProperties().clone();
    private final InNoFork noFork = new InNoFork();
    private final List<Process> processes = new ArrayList<>();
    private Path directory = Path.of("");
    private Path log = Path.of("");

    @BeforeEach
    void beInNoFork(@TempDir Path empty) throws IOException {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("isolation."))
                .forEach(System::clearProperty);
        directory = empty;
        log = Files.writeString(empty.resolve("log"), "");
        System.setProperty(ForkProperties.DIRECTORY, empty.toString());
        System.setProperty(
                ForkProperties.CACHE_DIRECTORY, empty.resolve("cache").toString());
    }

    @AfterEach
    void restore() throws InterruptedException {
        System.setProperties(saved);
        noFork.close();
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void manyThreadsGetOnePathAndTheInitializerRunsOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<Path>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(CompletableFuture.supplyAsync(() -> Isolation.once("numbers", empty -> {
                runs.incrementAndGet();
                Files.writeString(empty.resolve("numbers.txt"), "1 2 3");
            })));
        }
        for (CompletableFuture<Path> path : asked) {
            assertEquals(
                    "1 2 3", Files.readString(path.get(20, TimeUnit.SECONDS).resolve("numbers.txt")));
        }
        assertEquals(1, runs.get());
    }

    @Test
    void aKilledInitializersHalfIsNotSeenAndTheNextOneStartsOver() throws Exception {
        Process first = start("stop");
        assertEquals("making", line(first));
        Process second = start("make");
        assertTrue(line(second).contains("waits for once(\"schema\"), which process " + first.pid()));
        first.destroyForcibly().waitFor();

        assertEquals("making", line(second));
        assertEquals("got " + directory.resolve("once/schema/content") + " whole", line(second));
        assertEquals(List.of("begun", "begun"), Files.readAllLines(log));
        assertEquals(
                Set.of("half-by-" + second.pid(), "whole"),
                Set.of(directory.resolve("once/schema/content").toFile().list()));
        assertEquals(
                Set.of("content", "lock", "record.properties"),
                Set.of(directory.resolve("once/schema").toFile().list()));
    }

    @Test
    void aFailureFailsEverybodyWithItsCauseAndTheNextBuildTriesAgain() throws Exception {
        Process first = start("fail");
        assertEquals("making", line(first));
        assertTrue(line(first).contains("failed here: java.lang.IllegalArgumentException: the schema is wrong"));
        Process second = start("make");
        String failed = line(second);
        assertTrue(
                failed.contains("in fork main (process " + first.pid()
                        + "): java.lang.IllegalArgumentException: the schema is wrong"),
                failed);
        assertTrue(failed.contains("at io.github.isolation.OnceProcess"), failed);

        first.destroyForcibly().waitFor();
        second.destroyForcibly().waitFor();
        assertEquals("making", line(start("make")));
    }

    @Test
    void whatWasMadeLivesAsLongAsAnyBuildThatHasIt() throws Exception {
        Process first = start("make");
        assertEquals("making", line(first));
        assertNotNull(line(first));
        Process second = start("make");
        assertTrue(line(second).startsWith("got "));
        first.destroyForcibly().waitFor();
        Process third = start("make");
        assertTrue(line(third).startsWith("got "));
        second.destroyForcibly().waitFor();
        third.destroyForcibly().waitFor();

        assertEquals("making", line(start("make")));
        assertEquals(List.of("begun", "begun"), Files.readAllLines(log));
    }

    @Test
    void aUsersIsThereForAllBuilds() {
        Path made = Isolation.once("v1", OnceScope.USER, empty -> Files.writeString(empty.resolve("a"), "a"));
        assertEquals(directory.resolve("cache/once/v1/content"), made);
        System.setProperty(
                ForkProperties.DIRECTORY, directory.resolve("elsewhere").toString());
        assertEquals(made, Isolation.once("v1", OnceScope.USER, empty -> {
            throw new AssertionError("made twice");
        }));
    }

    @Test
    void whoFailsSeesTheCauseItselfAndWhoAsksForItselfIsTold() {
        OnceFailedException failed = assertThrows(
                OnceFailedException.class,
                () -> Isolation.once("bad", empty -> {
                    throw new IOException("no rows");
                }));
        assertInstanceOf(IOException.class, failed.getCause());
        OnceFailedException again = assertThrows(OnceFailedException.class, () -> Isolation.once("bad", empty -> {}));
        assertTrue(again.getMessage().contains("java.io.IOException: no rows"), again::getMessage);
        OnceFailedException circle = assertThrows(
                OnceFailedException.class,
                () -> Isolation.once("circle", empty -> Isolation.once("circle", inner -> {})));
        assertInstanceOf(IllegalStateException.class, circle.getCause());
    }

    private Process start(String what) throws IOException {
        Process process = Jvm.start(
                List.of("-D" + ForkProperties.DIRECTORY + "=" + directory), OnceProcess.class, what, log.toString());
        processes.add(process);
        return process;
    }

    /** The next line, for which it waits; a process that dies says null, which no assertion here accepts. */
    private static String line(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        return String.valueOf(said.readLine());
    }
}
