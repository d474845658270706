package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.maven.wiring.AuditAgentTest.Mojo;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** Where tests are taken from a queue, its driver is found, and a password from settings.xml is handed over where nobody prints it. */
final class QueueDriverJarTest {
    private static final String URL = "jdbc:postgresql://db/isolation";

    private static Map<String, String> queued(String... more) {
        Map<String, String> variables = new HashMap<>(Map.of(Wiring.QUEUE, URL));
        for (int i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        return variables;
    }

    private static QueueAddress noLogin() {
        return fail("looked for a password");
    }

    @Test
    void withoutAServerInTheSettingsOnlyTheDriverIsNamed() throws MojoExecutionException {
        Mojo mojo = new Mojo(false, queued());
        assertNull(QueueDriverJar.name(mojo, () -> Path.of("driver.jar"), (url, server) -> noLogin()));
        assertEquals(queued(Wiring.QUEUE_DRIVER, "driver.jar"), mojo.getSystemPropertyVariables());
    }

    /** With -X, Surefire prints all system properties and environment variables of its fork. */
    @Test
    void aPasswordFromTheSettingsIsInAFileAndInNothingThatSurefirePrints() throws Exception {
        Mojo mojo = new Mojo(false, queued(Wiring.QUEUE_SERVER, "ci-db"));
        Path login = Objects.requireNonNull(QueueDriverJar.name(
                mojo, () -> Path.of("driver.jar"), (url, server) -> new QueueAddress(url, server + " user", "s3cret")));
        try {
            assertEquals(
                    queued(
                            Wiring.QUEUE_SERVER,
                            "ci-db",
                            Wiring.QUEUE_DRIVER,
                            "driver.jar",
                            Wiring.QUEUE_LOGIN,
                            login.toString()),
                    mojo.getSystemPropertyVariables());
            assertFalse(mojo.getSystemPropertyVariables().toString().contains("s3cret"));
            assertEquals(new QueueAddress(URL, "ci-db user", "s3cret"), QueueAddress.take(URL, login));
        } finally {
            Files.deleteIfExists(login);
        }
    }

    @Test
    void aPasswordThatCannotBeHadFailsTheBuildBeforeATestRuns() {
        Mojo mojo = new Mojo(false, queued(Wiring.QUEUE_SERVER, "ci-db"));
        String said = assertThrows(
                        MojoExecutionException.class,
                        () -> QueueDriverJar.name(mojo, () -> Path.of("driver.jar"), (url, server) -> {
                            throw new IOException("no <server> " + server);
                        }))
                .getMessage();
        assertTrue(said.contains("no <server> ci-db. No test was run."), said);
    }

    @Test
    void whereNothingIsTakenFromAQueueNobodyLooksForAnything() throws MojoExecutionException {
        for (Mojo mojo : new Mojo[] {
            new Mojo(false, Map.of()), new Mojo(false, null), new Mojo(true, queued(Wiring.QUEUE_SERVER, "ci-db"))
        }) {
            assertNull(QueueDriverJar.name(mojo, () -> fail("looked for a driver"), (url, server) -> noLogin()));
        }
    }
}
