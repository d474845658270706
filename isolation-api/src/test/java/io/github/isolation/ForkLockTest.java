package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import io.github.isolation.fork.Notices;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks as tests take them. */
final class ForkLockTest {
    @TempDir
    private Path directory;

    private final Properties saved = (Properties) System.getProperties().clone();
    private final InNoFork noFork = new InNoFork();
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @BeforeEach
    void beInNoFork() {
        System.clearProperty(ForkProperties.FORK);
        System.setProperty(ForkProperties.DIRECTORY, directory.toString());
        System.setProperty(ForkProperties.SLOW_AFTER, "1ms");
        Notices.listen(notices::add);
    }

    @AfterEach
    void restore() {
        Notices.listen(System.out::println);
        System.setProperties(saved);
        noFork.close();
    }

    @Test
    void whoComesLaterWaitsUntilItIsClosedAndALineSaysForWhat() throws Exception {
        ForkLock printer = Isolation.lock("printer", "scanner");
        CompletableFuture<String> later = taken(() -> Isolation.lock("scanner"));
        String notice = String.valueOf(notices.poll(30, TimeUnit.SECONDS));
        assertTrue(notice.startsWith("isolation: fork main has waited 0 s for the lock 'scanner' to write"), notice);
        assertFalse(later.isDone());
        printer.close();
        assertEquals("taken", later.get(30, TimeUnit.SECONDS));
    }

    @Test
    void readersShareIt() throws Exception {
        ForkLock reader = Isolation.readLock("schema");
        assertEquals("taken", taken(() -> Isolation.readLock("schema")).get(30, TimeUnit.SECONDS));
        reader.close();
    }

    @Test
    void toCloseItTwiceGivesNobodyElsesBack() throws Exception {
        ForkLock first = Isolation.lock("printer");
        first.close();
        ForkLock second = Isolation.lock("printer");
        first.close();
        CompletableFuture<String> later = taken(() -> Isolation.lock("printer"));
        assertTrue(String.valueOf(notices.poll(30, TimeUnit.SECONDS)).contains("has waited"));
        assertFalse(later.isDone());
        second.close();
        assertEquals("taken", later.get(30, TimeUnit.SECONDS));
    }

    @Test
    void whatCouldMakeTwoForksWaitForEachOtherIsRefused() {
        ForkLock later = Isolation.lock("printer");
        String message = assertThrows(IllegalStateException.class, () -> Isolation.lock("database"))
                .getMessage();
        assertTrue(message.contains("take both in one call"), message);
        later.close();
        Isolation.lock("printer", "database").close();
    }

    @Test
    void aLockWithoutANameIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Isolation.lock());
        assertThrows(IllegalArgumentException.class, () -> Isolation.lock("printer", ""));
        Isolation.lock("printer").close();
    }

    @Test
    void whereNoLockCanBeKeptTheErrorSaysWhich() throws Exception {
        Files.createFile(directory.resolve("locks")); // where a directory has to be
        String message = assertThrows(UncheckedIOException.class, () -> Isolation.lock("printer"))
                .getMessage();
        assertTrue(message.startsWith("the locks [printer] cannot be taken: " + directory.resolve("locks")), message);
    }

    private interface Taking {
        ForkLock take();
    }

    private static CompletableFuture<String> taken(Taking taking) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                taking.take().close();
                result.complete("taken");
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
