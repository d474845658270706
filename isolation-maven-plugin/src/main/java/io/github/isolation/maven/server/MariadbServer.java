package io.github.isolation.maven.server;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.MadeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A MariaDB server of the machine: its programs, its data, made once, and the command that starts it. */
public final class MariadbServer {
    /** What its program is called. */
    public static final List<String> PROGRAMS = List.of("mariadbd");

    /** In the data, and in every copy of it. */
    static final String PASSWORD_FILE = "isolation.password";

    /** Its configuration, in the data. */
    static final String CONFIGURATION = "isolation.cnf";

    private final Path server;
    private final ServerSpec spec;
    private final List<String> asRoot;

    private MariadbServer(Path server, ServerSpec spec, List<String> asRoot) {
        this.server = server;
        this.spec = spec;
        this.asRoot = List.copyOf(asRoot);
    }

    /** With this program. */
    public static MariadbServer find(Path server, ServerSpec spec) throws IOException {
        // It refuses root, unless root says so.
        return new MariadbServer(server, spec, new ThisMachine().isRoot() ? List.of("--user=root") : List.of());
    }

    /** Where the program is from. */
    public String origin() {
        return "MariaDB of " + server;
    }

    /** Its data, from the cache, made first if it is not there. */
    public CachedFixture data(String id, FixtureCache cache) throws IOException {
        MadeSource source = new MadeSource(new MariadbData(spec, this));
        return cache.require(new FixtureSpec(id, source, null, false, 0, SeedMode.COPY));
    }

    /** What starts it on a copy of its data. */
    public List<String> command(String data, String port) {
        return command("--defaults-file=" + data + "/" + CONFIGURATION, data, "--port=" + port);
    }

    /** What reads statements and ends. */
    List<String> bootstrap(String data) {
        return command("--no-defaults", data, "--bootstrap");
    }

    private List<String> command(String defaults, String data, String last) {
        List<String> command = new ArrayList<>(List.of(server.toString(), defaults, "--datadir=" + data));
        command.addAll(asRoot);
        command.add(last);
        return command;
    }

    /** What makes data without anything in it. */
    List<String> install(String data) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                beside("mariadb-install-db").toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                // Each class dirties it, and a restore copies it.
                "--innodb-log-file-size=8M"));
        command.addAll(asRoot);
        return command;
    }

    /** What carries out SQL. */
    Path client() throws IOException {
        return beside("mariadb");
    }

    /** The program itself. */
    Path server() {
        return server;
    }

    /** Debian has the server in sbin and the rest in bin. */
    private Path beside(String name) throws IOException {
        Path own = server.resolveSibling(name);
        Optional<Path> found = Files.isExecutable(own) ? Optional.of(own) : Programs.onPath(name);
        return found.orElseThrow(
                () -> new IOException(name + " is needed, and is neither beside " + server + " nor on the PATH"));
    }

    /** Where the password of this data is. */
    public static Path passwordFile(Path data) {
        return data.resolve(PASSWORD_FILE);
    }
}
