package io.github.isolation.maven.server;

import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.MadeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the data directory of a PostgreSQL server: {@code initdb}, then the SQL and the command of the POM against a server that
 * runs for that long, then frozen, written out and stopped cleanly. Its password is in a file in it.
 */
final class PostgresData implements MadeSource.Maker {
    /** The only user there is, unless the user's own SQL makes more. */
    static final String USER = "postgres";

    /** In the data directory, and in every copy of it. */
    static final String PASSWORD_FILE = "isolation.password";

    /** Another number when this class makes something else of the same. */
    private static final String FORM = "postgres 1";

    private static final String DATABASE = "postgres";
    private static final String SHARED_MEMORY = "dynamic_shared_memory_type";

    private final ServerSpec spec;
    private final PostgresPrograms programs;
    private final RunAs runAs;

    PostgresData(ServerSpec spec, PostgresPrograms programs, RunAs runAs) {
        this.spec = spec;
        this.programs = programs;
        this.runAs = runAs;
    }

    @Override
    public String describe() {
        return "data of PostgreSQL, made with " + programs.origin();
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        List<String> words = new ArrayList<>(List.of(FORM, programs.platform().toString()));
        words.addAll(programs.identity());
        words.addAll(spec.identity(around));
        return words;
    }

    @Override
    public void make(String id, Path target, FetchContext around) throws IOException {
        Path log = ServerRun.newLog(around.forks().commandLog(id));
        Passwords.directory(target);
        String password = Passwords.random();
        initialise(target, password, log);
        if (!spec.sql().isEmpty() || spec.fill().isPresent()) {
            fill(id, target, password, log, around);
        }
        if (runAs.changesOwner()) {
            Owners.takeBack(target);
        }
    }

    private void initialise(Path target, String password, Path log) throws IOException {
        Path file = target.resolveSibling("password");
        Passwords.write(file, password);
        List<String> command = new ArrayList<>(runAs.prefix(target.toString()));
        command.addAll(List.of(
                programs.initdb(),
                "--pgdata=" + target,
                "--username=" + USER,
                "--pwfile=" + file,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // Each class dirties at least one segment of the log, and a restore copies it.
                "--wal-segsize=1",
                "--no-sync"));
        if (new ThisMachine().run(List.of(programs.initdb(), "--help")).contains("--set")) {
            // Since 16. Its own servers leave files in /dev/shm if they are killed, and only they know the names.
            command.addAll(List.of("--set", SHARED_MEMORY + "=mmap"));
        }
        ServerRun.run("initdb", command, target, log);
        Files.move(file, target.resolve(PASSWORD_FILE));
        Files.writeString(target.resolve("postgresql.conf"), settings(), StandardOpenOption.APPEND);
    }

    /** What a data directory for tests can do without: to survive a power failure, and to be found by others. */
    private String settings() {
        Map<String, String> ours = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "off",
                "full_page_writes", "off",
                "synchronous_commit", "off",
                "autovacuum", "off",
                "max_wal_size", "1GB"));
        if (!programs.platform().isWindows()) {
            // In the data directory, where nothing is left of it if the server is killed.
            ours.put(SHARED_MEMORY, "mmap");
        }
        ours.putAll(spec.settings());
        StringBuilder text = new StringBuilder("\n# Set by isolation-maven-plugin\n");
        ours.forEach((name, value) -> text.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        return text.toString();
    }

    private void fill(String id, Path target, String password, Path log, FetchContext around) throws IOException {
        int port = ServerRun.freePort();
        List<String> command = new ArrayList<>(runAs.prefix(target.toString()));
        // What it writes to its log is no part of the data: nothing of that is kept for later.
        command.addAll(List.of(
                programs.server(), "-D", target.toString(), "-p", Integer.toString(port), "-c", "wal_recycle=off"));
        try (PostgresDriver driver = PostgresDriver.find(around);
                ServerRun server = ServerRun.start(USER, command, target, log, "QUIT")) {
            server.await(() -> driver.connect(port, DATABASE, password).close());
            for (Path file : spec.sql()) {
                try (PostgresDriver.Session session = driver.connect(port, DATABASE, password)) {
                    SqlScript.run(file, session);
                }
            }
            if (spec.fill().isPresent()) {
                ServerRun.fill(
                        spec.fill().get(),
                        id + "-fill",
                        around,
                        target,
                        ServerSpec.access("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password));
            }
            freeze(driver, port, password);
            stop(target, log);
            server.awaitEnd();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What is frozen is not written again when it is first read, and there is no autovacuum that would count rows. */
    private static void freeze(PostgresDriver driver, int port, String password) throws IOException, SQLException {
        List<String> databases;
        try (PostgresDriver.Session session = driver.connect(port, DATABASE, password)) {
            databases = session.column("select datname from pg_database where datallowconn order by 1");
        }
        for (String database : databases) {
            try (PostgresDriver.Session session = driver.connect(port, database, password)) {
                session.execute("vacuum (freeze, analyze)");
                session.execute("checkpoint");
            }
        }
    }

    private void stop(Path target, Path log) throws IOException {
        List<String> command = new ArrayList<>(runAs.prefix(target.toString()));
        command.addAll(List.of(programs.control(), "stop", "-m", "fast", "-w", "-D", target.toString()));
        ServerRun.run("pg_ctl", command, target, log);
    }
}
