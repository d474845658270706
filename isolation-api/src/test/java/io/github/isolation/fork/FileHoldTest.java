package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for a lock that a thread or a process holds (L33). */
final class FileHoldTest {
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void waiterIsToldWhoHoldsTheLockAndGetsItWhenTheProcessEnds() throws Exception {
        ForkLayout layout = new ForkLayout(directory);
        Process other = Jvm.start(SlotHolder.class, directory.toString(), "1");
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("holding 1", said.readLine());
            AtomicLong toldOf = new AtomicLong();
            try (FileHold hold = FileHold.acquire(layout.slotLock(1), pid -> {
                toldOf.set(pid);
                other.destroyForcibly();
            })) {
                assertEquals(other.pid(), toldOf.get());
                assertTrue(FileHold.tryAcquire(layout.slotLock(1), pid -> {}).isEmpty(), hold::toString);
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void threadWaitsForAThreadOfTheSameProcess() throws Exception {
        Path file = directory.resolve("lock");
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Boolean> second;
        try (FileHold first = FileHold.acquire(file, pid -> {})) {
            second = CompletableFuture.supplyAsync(() -> {
                try (FileHold hold = FileHold.acquire(file, pid -> waiting.countDown())) {
                    return hold != null;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(waiting.await(20, TimeUnit.SECONDS), first::toString);
            assertEquals(false, second.isDone());
        }
        assertTrue(second.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whoIsInterruptedAtAnyMomentLeavesItFree() throws Exception {
        Path file = directory.resolve("lock");
        Random chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            Thread taker = new Thread(() -> {
                try {
                    while (true) {
                        FileHold.acquire(file, pid -> {}).close();
                    }
                } catch (IOException e) {
                    // It was interrupted, in whatever call.
                }
            });
            taker.setDaemon(true);
            taker.start();
            for (int spins = chance.nextInt(200_000); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            taker.interrupt();
            taker.join(TimeUnit.SECONDS.toMillis(30));
            assertFalse(taker.isAlive(), "it was interrupted and goes on, in round " + round);
            Optional<FileHold> free = FileHold.tryAcquire(file, pid -> {});
            assertTrue(free.isPresent(), "round " + round);
            free.get().close();
        }
    }

    @Test
    void whoIsInterruptedWhileAThreadHasItWaitsNoLonger() throws Exception {
        Path file = directory.resolve("lock");
        FileHold first = FileHold.acquire(file, pid -> {});
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
            try {
                FileHold.acquire(file, pid -> Thread.currentThread().interrupt())
                        .close();
                return "taken";
            } catch (IOException e) {
                return Thread.interrupted() + " " + e.getMessage();
            }
        });
        assertEquals("true interrupted while waiting for the lock " + file, second.get(20, TimeUnit.SECONDS));
        first.close();
        FileHold.acquire(file, pid -> {}).close();
    }

    @Test
    void directoriesOnTheWayAreMade() throws Exception {
        Path file = directory.resolve("a/b/lock");
        FileHold.acquire(file, pid -> {}).close();
        assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file), "kept, for those who wait for it");
    }

    @Test
    void whatIsInTheWayIsAnErrorAndLeavesNothingHeld() throws Exception {
        Path file = Files.createDirectory(directory.resolve("lock"));
        assertThrows(IOException.class, () -> FileHold.acquire(file, pid -> {}));
        Files.delete(file);
        assertTrue(FileHold.tryAcquire(file, pid -> {}).isPresent());
    }

    /** Between taking the lock and signing it, and where a disk takes no signature. */
    @Test
    void aHolderThatHasNotSignedIsUnknown() throws Exception {
        ForkLayout layout = new ForkLayout(directory);
        Process other = Jvm.start(SlotHolder.class, directory.toString(), "1");
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("holding 1", said.readLine());
            for (String signature : List.of("", "nobody\n", "-5\n", "9".repeat(30))) {
                Files.writeString(layout.slotLock(1), signature);
                AtomicLong toldOf = new AtomicLong(-1);
                assertTrue(FileHold.tryAcquire(layout.slotLock(1), toldOf::set).isEmpty());
                assertEquals(FileHold.UNKNOWN, toldOf.get(), signature);
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** What is written there only says whose it is: a cache on a full disk could not be cleaned otherwise. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lockCanBeTakenOnADiskThatTakesNotOneByte() throws Exception {
        Process denied = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 0 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TakesLocks.class.getName(),
                        directory.resolve("lock").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = denied.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(List.of("held", "held"), said.lines().toList());
        } finally {
            denied.destroyForcibly().waitFor();
        }
    }
}
