package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who ends services when everything else has ended. That its pipe is closed is all it sees of that. */
final class KeeperTest {
    private static final int SIGKILL = 137;
    private static final int SIGTERM = 143;
    private static final Path SEGMENTS = Path.of("/proc/sysvipc/shm");

    private final Set<ProcessHandle> before = keepers();
    private final Keeper keeper = new Keeper();

    @AfterEach
    void end() throws Exception {
        keeper.close();
    }

    @Test
    void processIsTheServerWithItsOwnStatus() throws Exception {
        Process process = keeper.start(new ProcessBuilder("/bin/sh", "-c", "exit 3"), "TERM");
        assertEquals(3, process.waitFor());
    }

    @Test
    void whoListensIsAskedToEnd() throws Exception {
        Process one = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        Process other = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        keeper.close();
        assertEquals(SIGTERM, status(one));
        assertEquals(SIGTERM, status(other));
    }

    @Test
    void whoDoesNotIsKilled() throws Exception {
        Process deaf = keeper.start(
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo x; while :; do sleep 600; done"), "TERM");
        assertEquals('x', deaf.getInputStream().read());
        ProcessHandle child = deaf.descendants().findFirst().orElse(null);
        keeper.close();
        assertEquals(SIGKILL, status(deaf));
        if (child != null) {
            ServicesOnDisk.awaitEnd(child);
        }
    }

    @Test
    void whatWasForgottenIsNotEnded() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "600").start();
        Process kept = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        try {
            keeper.adopt(innocent.pid(), "TERM");
            keeper.forget(innocent.pid());
            keeper.close();
            assertEquals(SIGTERM, status(kept));
            assertTrue(innocent.isAlive());
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void serverWhoseKeeperDiedBeforeItsTimeIsKeptByTheNext() throws Exception {
        Process first = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        ProcessHandle shell = shell();
        shell.destroyForcibly();
        ServicesOnDisk.awaitEnd(shell);
        Process second = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        keeper.close();
        assertEquals(SIGTERM, status(first));
        assertEquals(SIGTERM, status(second));
    }

    /** As PostgreSQL has one, for example, which it cannot remove when it is killed. */
    @Test
    void segmentOfMemoryThatAServerHasMadeGoesWithIt() throws Exception {
        assumeTrue(Files.isReadable(SEGMENTS) && Files.isExecutable(Path.of("/usr/bin/ipcmk")));
        Process killed = keeper.start(new ProcessBuilder("ipcmk", "-M", "56"), "TERM");
        Process forgotten = keeper.start(new ProcessBuilder("ipcmk", "-M", "56"), "TERM");
        assertEquals(0, status(killed));
        assertEquals(0, status(forgotten));
        assertEquals(Set.of(killed.pid(), forgotten.pid()), makers(killed, forgotten));
        keeper.forget(forgotten.pid());
        assertEquals(Set.of(killed.pid()), makers(killed, forgotten));
        ProcessHandle shell = shell();
        keeper.close();
        ServicesOnDisk.awaitEnd(shell);
        assertEquals(Set.of(), makers(killed, forgotten));
    }

    /** Which of these have made a segment that is still there. */
    private static Set<Long> makers(Process... processes) throws IOException {
        Set<Long> makers = new HashSet<>();
        for (String line : Files.readAllLines(SEGMENTS)) {
            for (Process process : processes) {
                if (line.strip().split("\\s+", -1)[4].equals(Long.toString(process.pid()))) {
                    makers.add(process.pid());
                }
            }
        }
        return makers;
    }

    private ProcessHandle shell() {
        Set<ProcessHandle> shells = keepers();
        shells.removeAll(before);
        assertEquals(1, shells.size());
        return shells.iterator().next();
    }

    /** Also those of other tests, which end with this JVM. */
    private static Set<ProcessHandle> keepers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("isolation-keeper"))
                .collect(Collectors.toSet());
    }

    private static int status(Process process) throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it lives on");
        return process.exitValue();
    }
}
