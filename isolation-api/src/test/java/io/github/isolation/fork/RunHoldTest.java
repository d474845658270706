package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is alive as long as its JVM is, however that ends. */
final class RunHoldTest {
    @TempDir
    private Path directory;

    @Test
    void aRunThatNobodyHasBegunIsNotAlive() throws IOException {
        Path lock = new ForkLayout(directory).runLock("r1");
        assertFalse(RunHold.isAlive(lock));
        assertFalse(Files.exists(lock.getParent()), "to look makes nothing");
    }

    @Test
    void whatThisJvmHasBegunIsAliveForTheRestOfIt() throws IOException {
        ForkLayout layout = new ForkLayout(directory);
        RunHold.begin(layout, "r1");
        RunHold.begin(layout, "r1");
        assertTrue(RunHold.isAlive(layout.runLock("r1")));
        assertTrue(RunHold.isAlive(layout.runLock("r1")), "to look ends nothing");
        assertFalse(RunHold.isAlive(layout.runLock("r2")));
    }

    /** Two forks that look at the same moment whether a run of before is over. */
    @Test
    void whoAsksAsWellIsNotTakenForTheRun() throws IOException {
        Path lock = new ForkLayout(directory).runLock("r1");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "12345\n");
        Process asking = Jvm.start(Asks.class, lock.toString());
        try (BufferedReader said = asking.inputReader()) {
            assertEquals("asking", said.readLine());
            for (int i = 0; i < 2_000; i++) {
                assertFalse(RunHold.isAlive(lock));
            }
            assertTrue(asking.isAlive());
        } finally {
            asking.destroyForcibly();
        }
        assertEquals("12345\n", Files.readString(lock), "and leaves no name");
    }

    @Test
    void threadsThatAskAtOnceAreNotTakenForTheRunEither() throws Exception {
        Path lock = new ForkLayout(directory).runLock("r1");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> asks = () -> {
                boolean alive = false;
                for (int i = 0; i < 500; i++) {
                    alive |= RunHold.isAlive(lock);
                }
                return alive;
            };
            for (Future<Boolean> alive : threads.invokeAll(List.of(asks, asks, asks, asks))) {
                assertFalse(alive.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRunIsOverWithItsProcess() throws Exception {
        Path lock = new ForkLayout(directory).runLock("r1");
        Process other = Jvm.start(BeginsARun.class, directory.toString(), "r1");
        try (BufferedReader said = other.inputReader()) {
            assertEquals("begun", said.readLine());
            assertTrue(RunHold.isAlive(lock));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertFalse(RunHold.isAlive(lock));
        assertTrue(Files.exists(lock), "who waits for it would get another one");
    }

    /** Asks without an end, whether a run is alive. */
    static final class Asks {
        private Asks() {}

        public static void main(String[] arguments) throws IOException {
            Path lock = Path.of(arguments[0]);
            System.out.println("asking");
            for (boolean alive = false; !alive; ) {
                alive = RunHold.isAlive(lock);
            }
            System.out.println("alive");
        }
    }

    /** A run in a JVM of its own, until its input ends or it is killed. */
    static final class BeginsARun {
        private BeginsARun() {}

        public static void main(String[] arguments) throws IOException {
            RunHold.begin(new ForkLayout(Path.of(arguments[0])), arguments[1]);
            System.out.println("begun");
            System.out.println("over after " + System.in.read());
        }
    }
}
