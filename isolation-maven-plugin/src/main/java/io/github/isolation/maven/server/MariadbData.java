package io.github.isolation.maven.server;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.MadeSource;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the data directory of a MariaDB server. The only user is root, from this machine, with a password in a file in it. */
final class MariadbData implements MadeSource.Maker {
    /** Another number when this class makes something else of the same. */
    private static final String FORM = "mariadb 2";

    private static final String USER = "root";
    private static final String UTF_8 = "utf8mb4";

    private final ServerSpec spec;
    private final MariadbServer server;

    MariadbData(ServerSpec spec, MariadbServer server) {
        this.spec = spec;
        this.server = server;
    }

    @Override
    public String describe() {
        return "data of " + server.origin();
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(FORM, Platform.here().toString(), FileDigest.sha256(server.server())));
        words.addAll(spec.identity(around));
        return words;
    }

    @Override
    public void make(String id, Path target, FetchContext around) throws IOException {
        Path log = ServerRun.newLog(around.forks().commandLog(id));
        Passwords.directory(target);
        String password = Passwords.random();
        ServerRun.run("mariadb-install-db", server.install(target.toString()), target, log);
        Passwords.write(MariadbServer.passwordFile(target), password);
        Files.writeString(target.resolve(MariadbServer.CONFIGURATION), configuration());
        Path statements = target.resolveSibling("statements");
        Passwords.write(
                statements,
                "FLUSH PRIVILEGES;\nALTER USER " + USER + "@'127.0.0.1' IDENTIFIED BY '" + password + "';\n"
                        + "DELETE FROM mysql.global_priv WHERE User = '' OR (User = '" + USER
                        + "' AND Host <> '127.0.0.1');\n");
        ServerRun.run("mariadbd", server.bootstrap(target.toString()), target, log, statements);
        Files.delete(statements);
        if (!spec.sql().isEmpty() || spec.fill().isPresent()) {
            fill(id, target, password, log, around);
        }
    }

    private String configuration() {
        Map<String, String> ours = new TreeMap<>(Map.of(
                "bind-address", "127.0.0.1",
                "character-set-server", UTF_8,
                "socket", "mysql.sock",
                "pid-file", "server.pid",
                "skip-name-resolve", "ON",
                "innodb_flush_log_at_trx_commit", "0",
                "innodb_doublewrite", "OFF",
                "innodb_log_file_size", "8M"));
        ours.putAll(spec.settings());
        StringBuilder text = new StringBuilder("[mariadbd]\n");
        ours.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.toString();
    }

    private void fill(String id, Path target, String password, Path log, FetchContext around) throws IOException {
        int port = ServerRun.freePort();
        Path access = target.resolveSibling("access");
        Passwords.write(
                access,
                "[client]\nhost=127.0.0.1\nprotocol=tcp\nport=" + port + "\nuser=" + USER + "\npassword=" + password
                        + "\n");
        List<String> command = server.command(target.toString(), Integer.toString(port));
        try (ServerRun running = ServerRun.start("mariadbd", command, target, log, "TERM")) {
            running.await(() -> new Socket(ServerRun.address(), port).close());
            for (Path file : spec.sql()) {
                try {
                    ServerRun.run(
                            "mariadb",
                            List.of(
                                    server.client().toString(),
                                    "--defaults-file=" + access,
                                    // Its own would be that of the locale, which differs from machine to machine.
                                    "--default-character-set=" + UTF_8),
                            target,
                            log,
                            file);
                } catch (IOException e) {
                    throw new IOException(file + ": " + e.getMessage(), e);
                }
            }
            if (spec.fill().isPresent()) {
                ServerRun.fill(
                        spec.fill().get(),
                        id + "-fill",
                        around,
                        target,
                        ServerSpec.access("jdbc:mariadb://127.0.0.1:" + port + "/", USER, password));
            }
            Files.delete(access);
            running.stop();
            running.awaitEnd();
        }
    }
}
