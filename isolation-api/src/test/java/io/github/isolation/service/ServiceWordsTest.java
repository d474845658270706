package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write for a service, as it is read. */
final class ServiceWordsTest {
    @Test
    void placeholdersAreFilledAndWhatIsNoneStays() {
        assertEquals(
                "a 7 @{nobody} ${port} b$1\\",
                Placeholders.fill("a @{port} @{nobody} ${port} @{data}", Map.of("port", "7", "data", "b$1\\")));
        assertEquals(List.of("port", "", "x y"), Placeholders.in("@{port}@{}${no}@{x y}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "postgres", "command", "log:a b", "http:/health"})
    void whatIsWrittenForReadinessIsWhatItSays(String text) {
        assertEquals(text, ReadyCheck.parse(" " + text + "\n").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TCP", "http://localhost/", "log:(", "http:"})
    void anythingElseForReadinessIsRefusedWithWhatWasWritten(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ReadyCheck.parse(text))
                .toString();
        assertTrue(message.contains("'" + text.replace("log:", "") + "'"), message);
    }

    @Test
    void signalsAreWrittenAsKillTakesThem() {
        assertTrue(ServiceLife.isSignal("TERM"));
        assertTrue(ServiceLife.isSignal("USR1"));
        for (String text : List.of("SIGTERM", "term", "15", "", "TERM; rm -r")) {
            assertFalse(ServiceLife.isSignal(text), text);
        }
    }

    @Test
    void idsThatNameAFileBesideAServiceAreNone() {
        assertTrue(ServiceSpec.isId("db"));
        for (String text : List.of("", "../db", "db.log", "db.process")) {
            assertFalse(ServiceSpec.isId(text), text);
        }
    }

    @Test
    void serviceWhoseDataWouldBeTheCacheIsRefused() {
        Seed shared = new Seed("words", Path.of("/cache"), SeedMode.SHARED);
        ServiceCommand command = new ServiceCommand(List.of("/bin/true"), Path.of("."));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ServiceSpec("db", command, ServiceLife.USUAL, shared, Map.of(), null));
    }
}
