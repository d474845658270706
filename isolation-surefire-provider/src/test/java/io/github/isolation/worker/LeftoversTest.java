package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fork.Jvm;
import io.github.isolation.protocol.Leftover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a JVM may be a leak. */
class LeftoversTest {
    private static final int MIB = 1 << 20;

    private final Leftovers all = new Leftovers(false, ThreadNames.of("kept-*"));
    private final CountDownLatch over = new CountDownLatch(1);

    @TempDir
    Path directory;

    @Test
    void aThreadThatKeepsTheJvmAlive() throws Exception {
        Thread thread = start("left-behind-17", false);
        try {
            assertEquals(
                    List.of(new Leftover("thread \"left-behind-17\" (#" + thread.getId() + ")", "left-behind-#")),
                    named("left-behind"));
        } finally {
            end(thread);
        }
        assertEquals(List.of(), named("left-behind"));
    }

    @Test
    void aDaemonKeepsNothingAlive() throws Exception {
        Thread thread = start("left-daemon", true);
        try {
            assertEquals(List.of(), named("left-daemon"));
        } finally {
            end(thread);
        }
    }

    @Test
    void aThreadThatIsMeantToStay() throws Exception {
        Thread thread = start("kept-1", false);
        try {
            assertEquals(List.of(), named("kept-1"));
        } finally {
            end(thread);
        }
    }

    @Test
    void theThreadOfTheTestsIsNone() {
        String before = Thread.currentThread().getName();
        Thread.currentThread().setName("called-otherwise");
        try {
            assertEquals(List.of(), named("called-otherwise"));
        } finally {
            Thread.currentThread().setName(before);
        }
    }

    @Test
    void aChildProcess() throws Exception {
        Process child = Jvm.start(Waits.class);
        try {
            child.getInputStream().read(); // so that it is there for certain
            String process = "process " + child.pid();
            assertTrue(whats(all.find(true)).anyMatch(what -> what.startsWith(process)));
            Leftovers onlyWhatOutlivesUs = new Leftovers(true, ThreadNames.of(""));
            assertTrue(whats(onlyWhatOutlivesUs.find(true)).anyMatch(what -> what.startsWith(process)));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertFalse(whats(all.find(true)).anyMatch(what -> what.startsWith("process " + child.pid())));
    }

    @Test
    void whoLooksOnlyForWhatOutlivesThisJvmSeesNoThread() throws Exception {
        Thread thread = start("left-behind-18", false);
        try {
            Set<Leftover> found = new Leftovers(true, ThreadNames.of("")).find(true);
            assertTrue(found.stream().noneMatch(Leftover::isThread), found::toString);
        } finally {
            end(thread);
        }
    }

    @Test
    void aBigFileThatWasDeletedAndIsOpen() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: only Linux can tell");
        Path big = directory.resolve("big");
        Path small = directory.resolve("small");
        Files.write(big, new byte[MIB]);
        Files.write(small, new byte[MIB - 1]);
        try (var bigStays = Files.newInputStream(big);
                var smallStays = Files.newInputStream(small)) {
            assertFalse(whats(all.find(true)).anyMatch(what -> what.contains(directory.toString())));
            Files.delete(big);
            Files.delete(small);
            List<String> found = whats(all.find(true))
                    .filter(what -> what.contains(directory.toString()))
                    .toList();
            assertEquals(
                    List.of("open and deleted file " + directory.toRealPath().resolve("big")), found);
            assertTrue(bigStays.available() > smallStays.available());
        }
    }

    private List<Leftover> named(String name) {
        return all.find(true).stream()
                .filter(leftover -> leftover.what().contains(name))
                .toList();
    }

    private static Stream<String> whats(Set<Leftover> found) {
        return found.stream().map(Leftover::what);
    }

    private Thread start(String name, boolean daemon) {
        Thread thread = new Thread(
                () -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }

    private void end(Thread thread) throws InterruptedException {
        over.countDown();
        thread.join();
    }

    /** Until it is ended. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("here");
            System.in.read();
        }
    }
}
