package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who ends services when everything else has ended. That its pipe is closed is all it sees of that. */
final class KeeperTest {
    private static final int SIGKILL = 137;
    private static final int SIGTERM = 143;

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
        ProcessHandle shell = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("isolation-keeper"))
                .findFirst()
                .orElseThrow();
        shell.destroyForcibly();
        ServicesOnDisk.awaitEnd(shell);
        Process second = keeper.start(new ProcessBuilder("sleep", "600"), "TERM");
        keeper.close();
        assertEquals(SIGTERM, status(first));
        assertEquals(SIGTERM, status(second));
    }

    private static int status(Process process) throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it lives on");
        return process.exitValue();
    }
}
