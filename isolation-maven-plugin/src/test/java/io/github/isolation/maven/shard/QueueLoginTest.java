package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.queue.QueueAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

/** Where user and password of a queue come from. */
class QueueLoginTest {
    private static final String URL = "jdbc:postgresql://db/isolation";
    private static final Map<String, String> ENVIRONMENT =
            Map.of(QueueAddress.USER, "env", QueueAddress.PASSWORD, "of the environment");

    /** What is in braces is encrypted: {@code {x}} is x, and nobody knows what {@code {?}} is. */
    private static final class Braces implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            List<Server> servers = new ArrayList<>();
            List<SettingsProblem> problems = new ArrayList<>();
            for (Server server : request.getServers()) {
                Server clear = server.clone();
                String password = server.getPassword();
                if (password != null && password.equals("{?}")) {
                    problems.add(
                            new DefaultSettingsProblem("no master password", Severity.ERROR, "server", -1, -1, null));
                } else if (password != null && password.startsWith("{")) {
                    clear.setPassword(password.substring(1, password.length() - 1));
                    problems.add(new DefaultSettingsProblem("old", Severity.WARNING, "server", -1, -1, null));
                }
                servers.add(clear);
            }
            return new Result(servers, problems);
        }
    }

    private record Result(List<Server> servers, List<SettingsProblem> problems) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            throw new IllegalStateException("nobody asked for one");
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }

    private final Settings settings = new Settings();

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    private QueueAddress find(String server) throws IOException {
        return QueueLogin.find(URL, server, settings, Braces::new, ENVIRONMENT);
    }

    private String refusal(String server) {
        String said = assertThrows(IOException.class, () -> find(server)).getMessage();
        assertTrue(said.startsWith("<queueServer> (isolation.queueServer): "), said);
        assertFalse(said.contains("s3cret"), said);
        return said;
    }

    @Test
    void theyAreThoseOfTheServerThatTheUserNamesDecrypted() throws IOException {
        server("nexus", "other", "{other}");
        server("ci-db", "ci", "{s3cret}");
        server("plain", "ci", "as it is");
        assertEquals(new QueueAddress(URL, "ci", "s3cret"), find("ci-db"));
        assertEquals(new QueueAddress(URL, "ci", "as it is"), find(" plain "));
        assertEquals("{s3cret}", settings.getServer("ci-db").getPassword(), "what others see stays as it is");
    }

    @Test
    void orElseThoseOfTheEnvironment() throws IOException {
        QueueLogin.Decrypters none = () -> fail("nobody needs one");
        for (String server : Arrays.asList(null, "", " ")) {
            assertEquals(
                    new QueueAddress(URL, "env", "of the environment"),
                    QueueLogin.find(URL, server, settings, none, ENVIRONMENT));
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidBesideThoseThatAre() {
        assertTrue(refusal("ci-db").endsWith("has no <server> with the id 'ci-db'; it has none at all"));
        server("nexus", "u", "s3cret");
        server("ci_db", "u", "s3cret");
        assertTrue(refusal("ci-db").endsWith("'ci-db'; it has nexus, ci_db"));
    }

    @Test
    void aPasswordThatCannotBeHadIsNoReasonToTryWithout() {
        server("locked", "u", "{?}");
        server("without", "u", null);
        assertTrue(refusal("locked").endsWith("of the <server> 'locked' of settings.xml: no master password"));
        assertTrue(refusal("without").endsWith("the <server> 'without' of settings.xml has no <password>"));
    }
}
