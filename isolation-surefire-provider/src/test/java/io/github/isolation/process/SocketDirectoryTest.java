package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a killed supervisor leaves among the temporary files, the next one removes; what a living one has, it leaves alone. */
@DisabledOnOs(OS.WINDOWS)
final class SocketDirectoryTest {
    @Test
    void directoryOfTheDeadIsRemovedAndThatOfTheLivingIsNot(@TempDir Path temporary) throws Exception {
        Process living = Jvm.start(OpensDoor.class, temporary.toString());
        Process killed = Jvm.start(OpensDoor.class, temporary.toString());
        try (SocketDirectory own = SocketDirectory.create(temporary)) {
            Path alive = Path.of(firstLine(living));
            Path dead = Path.of(firstLine(killed));
            Path strange = Files.createDirectory(temporary.resolve("isolation-of-somebody-else"));
            Files.createFile(own.socket());
            own.sweep();
            assertTrue(Files.exists(dead), "alive so far");

            killed.destroyForcibly().waitFor();
            assertTrue(Files.exists(dead), "nobody removed it on the way out");
            own.sweep();
            assertFalse(Files.exists(dead.getParent()));
            assertTrue(Files.exists(alive) && Files.exists(own.socket()) && Files.exists(strange));
            living.getOutputStream().close();
            assertEquals(0, living.waitFor());
            assertFalse(Files.exists(alive.getParent()), "it removes its own");
        } finally {
            living.destroyForcibly();
            killed.destroyForcibly();
        }
    }

    @Test
    void aProcessWithTwoDoesNotLoseTheFirstByTheSecond(@TempDir Path temporary) throws Exception {
        Process living = Jvm.start(OpensDoor.class, temporary.toString(), "twice");
        try (SocketDirectory own = SocketDirectory.create(temporary)) {
            Path alive = Path.of(firstLine(living));
            Files.createFile(own.socket());
            own.sweep();
            assertTrue(Files.exists(alive));
            living.getOutputStream().close();
            assertEquals(0, living.waitFor());
        } finally {
            living.destroyForcibly();
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
