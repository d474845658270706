package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that threads and processes take by name. */
final class SharedLocksTest {
    @TempDir
    private Path directory;

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @AfterEach
    void printAgain() {
        Notices.listen(System.out::println);
    }

    @Test
    void readersShareAndAWriterWaitsForThem() throws Exception {
        SharedLocks.Held reader = take("db", LockMode.READ);
        CompletableFuture<String> another = async(() -> releaseAfter(take("db", LockMode.READ), "read"));
        assertEquals("read", another.get(20, TimeUnit.SECONDS));

        Notices.listen(notices::add);
        CompletableFuture<String> writer =
                async(() -> releaseAfter(take("db", LockMode.WRITE, "fork 2", 1), "written"));
        String notice = notices.poll(20, TimeUnit.SECONDS);
        assertTrue(
                notice.contains("fork 2 has waited 0 s for the lock 'db' to write, which process "
                        + ProcessHandle.current().pid() + " took last"),
                notice);
        assertFalse(writer.isDone());
        reader.release();
        assertEquals("written", writer.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aLockIsFreeWhenItsProcessDied() throws Exception {
        Process other = Jvm.start(LockHolder.class, directory.toString(), "db", "printer");
        try {
            assertEquals("holding", other.inputReader().readLine());
            Notices.listen(line -> {
                notices.add(line);
                other.destroyForcibly();
            });
            take("db", LockMode.WRITE, "fork 2", 1).release();
            assertTrue(String.valueOf(notices.peek()).contains("which process " + other.pid() + " took last"));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatTheThreadHasItGetsAgainButNeverStronger() throws IOException {
        SharedLocks.Held outer = take("db", LockMode.WRITE);
        take("db", LockMode.READ).release();
        take("db", LockMode.WRITE).release();
        outer.release();
        SharedLocks.Held reader = take("db", LockMode.READ);
        assertThrows(IllegalStateException.class, () -> take("db", LockMode.WRITE));
        reader.release();
        take("db", LockMode.WRITE).release();
    }

    @Test
    void askingOutOfOrderIsAnErrorAndNoDeadlock() throws IOException {
        SharedLocks.Held later = take("printer", LockMode.WRITE);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> take("db", LockMode.WRITE));
        assertTrue(refusal.getMessage().contains("take both in one call"), refusal::getMessage);
        take("scanner", LockMode.READ).release();
        later.release();
    }

    /** Any names in any modes, nested as far as that is allowed: all come through, and no writer meets anybody. */
    @Test
    void threadsThatTakeAnythingAtRandomNeverWaitForEachOtherForEver() throws Exception {
        long seed = System.nanoTime();
        List<String> names = List.of("a", "b", "c", "d");
        int[] inside = new int[names.size()];
        List<CompletableFuture<String>> threads = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            Random random = new Random(seed + thread);
            threads.add(async(() -> {
                for (int round = 0; round < 40; round++) {
                    TreeMap<String, LockMode> wanted = new TreeMap<>();
                    names.stream()
                            .filter(name -> random.nextBoolean())
                            .forEach(name -> wanted.put(name, random.nextBoolean() ? LockMode.READ : LockMode.WRITE));
                    SharedLocks.Held held = locks("fork", 0).acquire(wanted);
                    check(wanted, names, inside);
                    held.release();
                }
                return "done";
            }));
        }
        for (CompletableFuture<String> thread : threads) {
            assertEquals("done", thread.get(60, TimeUnit.SECONDS), () -> "seed " + seed);
        }
    }

    private static void check(Map<String, LockMode> wanted, List<String> names, int[] inside) {
        synchronized (inside) {
            wanted.forEach((name, mode) -> {
                int others = inside[names.indexOf(name)];
                assertTrue(mode == LockMode.WRITE ? others == 0 : others >= 0, () -> name + " " + mode + " " + others);
                inside[names.indexOf(name)] += mode == LockMode.WRITE ? -1 : 1;
            });
        }
        synchronized (inside) {
            wanted.forEach((name, mode) -> inside[names.indexOf(name)] -= mode == LockMode.WRITE ? -1 : 1);
        }
    }

    private SharedLocks.Held take(String name, LockMode mode) throws IOException {
        return take(name, mode, "fork 1", 0);
    }

    private SharedLocks.Held take(String name, LockMode mode, String who, long reportMillis) throws IOException {
        return locks(who, reportMillis).acquire(new TreeMap<>(Map.of(name, mode)));
    }

    private SharedLocks locks(String who, long reportMillis) {
        return new SharedLocks(directory, who, reportMillis);
    }

    private static String releaseAfter(SharedLocks.Held held, String what) throws IOException {
        held.release();
        return what;
    }

    private static CompletableFuture<String> async(Callable<String> action) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
