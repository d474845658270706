package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A lock with readers and writers is free again after whatever may happen to who had it. */
final class LockFileTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @AfterEach
    void printAgain() {
        Notices.listen(System.out::println);
    }

    @Test
    void aFileHasOneLockWhateverItIsCalled() {
        Path here = directory.resolve("lock");
        assertSame(LockFile.of(here), LockFile.of(directory.resolve("x/../lock")));
        assertFalse(LockFile.of(here).equals(LockFile.of(directory.resolve("other"))));
    }

    @Test
    void itsDirectoryIsMadeAndItSaysWhoTookItLast() throws IOException {
        Path file = directory.resolve("made/later/lock");
        LockFile lock = LockFile.of(file);
        lock.acquire(LockMode.WRITE, patient());
        assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(file));
        lock.release();
        assertTrue(Files.exists(file), "who waits for it would get another one");
    }

    /** The first of them has taken it of the system; it is the last one that gives it back. */
    @Test
    void aWriterWaitsForTheLastReaderInWhateverOrderTheyLeave() throws Exception {
        LockFile lock = LockFile.of(directory.resolve("lock"));
        lock.acquire(LockMode.READ, patient());
        lock.acquire(LockMode.READ, patient());
        Notices.listen(notices::add);
        CompletableFuture<String> writer = write(lock);
        assertTrue(waits("fork 2"));
        lock.release();
        notices.clear();
        assertTrue(waits("fork 2"), "one reader is left");
        lock.release();
        assertEquals("written", writer.get(30, TimeUnit.SECONDS));
    }

    /** Readers that keep coming would starve it otherwise. */
    @Test
    void aReaderThatComesAfterAWriterWaitsForIt() throws Exception {
        LockFile lock = LockFile.of(directory.resolve("lock"));
        lock.acquire(LockMode.READ, patient());
        Notices.listen(notices::add);
        CompletableFuture<String> writer = write(lock);
        assertTrue(waits("fork 2"));
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                lock.acquire(LockMode.READ, new LockWait("fork 3", "the lock", 1));
                boolean after = writer.isDone();
                lock.release();
                return after ? "after the writer" : "before the writer";
            } catch (IOException e) {
                return e.toString();
            }
        });
        assertTrue(waits("fork 3"));
        lock.release();
        assertEquals("written", writer.get(30, TimeUnit.SECONDS));
        assertEquals("after the writer", reader.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aWaitThatWasOneIsNotedForTheRecordOfTheRun() {
        List<String> noted = new ArrayList<>();
        Notices.listenToWaits((what, millis) -> noted.add(what + (millis >= 10 ? " for a while" : " for " + millis)));
        try {
            LockWait wait = new LockWait("fork 1", "the lock 'db' to write", 0);
            for (long end = System.nanoTime() + 10_000_000; System.nanoTime() < end; ) {
                Thread.onSpinWait();
            }
            wait.over();
        } finally {
            Notices.listenToWaits((what, millis) -> {});
        }
        assertEquals(List.of("the lock 'db' to write for a while"), noted);
    }

    @Test
    void whoIsInterruptedWhileItWaitsIsToldSoAndWaitsNoLonger() throws Exception {
        LockFile lock = LockFile.of(directory.resolve("lock"));
        lock.acquire(LockMode.WRITE, patient());
        Notices.listen(line -> Thread.currentThread().interrupt()); // by the one that says that it waits
        CompletableFuture<IOException> waiter = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                lock.acquire(LockMode.WRITE, new LockWait("fork 2", "the lock", 1));
                waiter.complete(new IOException("taken"));
            } catch (IOException e) {
                waiter.complete(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        IOException told = waiter.get(30, TimeUnit.SECONDS);
        assertInstanceOf(InterruptedIOException.class, told);
        assertEquals("interrupted while waiting for the lock", told.getMessage());
        lock.release();
        assertIsFree(lock);
    }

    /** Interrupting a thread closes the file under it, and with that the lock is gone: nobody may believe that it is held. */
    @Test
    void whoIsInterruptedAtAnyMomentLeavesItFree() throws Exception {
        LockFile lock = LockFile.of(directory.resolve("lock"));
        Random chance = new Random(7);
        for (int round = 0; round < 200; round++) {
            Thread taker = new Thread(() -> {
                try {
                    while (true) {
                        lock.acquire(LockMode.WRITE, patient());
                        lock.release();
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
            taker.join(LONG.toMillis());
            assertFalse(taker.isAlive(), "it waits for a lock that nobody has, in round " + round);
        }
        assertIsFree(lock);
    }

    /** What is written there only says whose it is. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onADiskThatTakesNotOneByteItIsALockAllTheSame() throws Exception {
        Process denied = Jvm.startLimited(
                "ulimit -f 0", OnAFullDisk.class, directory.resolve("lock").toString());
        try (BufferedReader said = denied.inputReader(StandardCharsets.UTF_8)) {
            assertEquals(List.of("written", "read", "written"), said.lines().toList());
        } finally {
            denied.destroyForcibly().waitFor();
        }
    }

    /** Takes a lock in both modes, in a JVM of its own. */
    static final class OnAFullDisk {
        private OnAFullDisk() {}

        public static void main(String[] arguments) throws IOException {
            LockFile lock = LockFile.of(Path.of(arguments[0]));
            for (LockMode mode : List.of(LockMode.WRITE, LockMode.READ, LockMode.WRITE)) {
                lock.acquire(mode, patient());
                System.out.println(mode == LockMode.WRITE ? "written" : "read");
                lock.release();
            }
        }
    }

    private static void assertIsFree(LockFile lock) {
        assertTimeoutPreemptively(LONG, () -> {
            lock.acquire(LockMode.WRITE, patient());
            lock.release();
        });
    }

    private static LockWait patient() {
        return new LockWait("fork 1", "the lock", 0);
    }

    private boolean waits(String who) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        boolean heard = false;
        while (!heard && System.nanoTime() < end) { // somebody else may say so again and again
            heard = String.valueOf(notices.poll(1, TimeUnit.SECONDS)).contains(who + " has waited");
        }
        return heard;
    }

    private static CompletableFuture<String> write(LockFile lock) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                lock.acquire(LockMode.WRITE, new LockWait("fork 2", "the lock", 1));
                done.complete("written");
                lock.release();
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
