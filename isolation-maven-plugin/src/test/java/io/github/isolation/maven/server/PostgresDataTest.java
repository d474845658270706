package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.ArtifactFiles;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.cache.Coordinates;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.MadeSource;
import io.github.isolation.maven.cache.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of a real PostgreSQL server, from the artifact that a build would fetch. */
final class PostgresDataTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** To unpack the programs takes longer than all else. */
    @TempDir
    private static Path cache;

    @TempDir
    private Path directory;

    @BeforeEach
    void needsTheArtifactOfThisMachine() {
        assumeTrue(
                Platform.here().toString().equals("linux-amd64"), "the test class path has programs for linux-amd64");
    }

    /** As root, in both ways of not being root; as anybody else, twice the same. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "nobody"})
    void dataHasWhatTheSqlAndTheCommandMade(String runAs) throws Exception {
        Path sql = Files.writeString(directory.resolve("schema.sql"), """
                        create table word (id int primary key, text varchar);
                        copy word from stdin;
                        1\tone; 'two'
                        2\t\\N
                        \\.
                        create function f() returns int language sql begin atomic select 1; select 7; end;
                        select set_config('search_path', '', false);
                        """);
        Path more = Files.writeString(directory.resolve("more.sql"), "create database shop; vacuum word;");
        ServerSpec spec = spec(List.of(sql, more), Optional.of(fill("insert into word values (3, 'three')")));
        RunAs as = RunAs.of(runAs, new ThisMachine());

        CachedFixture data = make("made-by-" + runAs, spec, as);

        assertTrue(data.fetched());
        assertEquals(Files.getOwner(directory), Files.getOwner(data.content().resolve("base")));
        assertEquals("rwx------", modes(data.content()));
        assertEquals("rw-------", modes(data.content().resolve(PostgresData.PASSWORD_FILE)));
        assertEquals(1, walSegments(data.content()));
        try (Running server = new Running(data.content(), as)) {
            assertEquals(
                    List.of("1 one; 'two'", "2 null", "3 three"), server.rows("select id, text from word order by 1"));
            assertEquals(List.of("7 null"), server.rows("select f(), null"));
            assertEquals(
                    List.of("shop null"), server.rows("select datname, null from pg_database where datname = 'shop'"));
            assertEquals(
                    List.of("off off"), server.rows("select current_setting('fsync'), current_setting('autovacuum')"));
            assertEquals(
                    List.of("t 3"),
                    server.rows(
                            "select relfrozenxid::text::bigint > 3, reltuples::int from pg_class where relname = 'word'"));
            assertThrows(
                    java.sql.SQLException.class, () -> server.connect("wrong").close());
        }
        assertFalse(make("made-by-" + runAs, spec, as).fetched());
    }

    @Test
    void withoutSqlNoServerRunsAndNoDriverIsFetched() throws Exception {
        RunAs as = RunAs.of("auto", new ThisMachine());
        List<String> fetched = new ArrayList<>();
        CachedFixture data = make("empty", spec(List.of(), Optional.empty()), as, fetched);

        assertEquals(1, fetched.stream().distinct().count(), fetched.toString());
        try (Running server = new Running(data.content(), as)) {
            assertEquals(List.of("postgres null"), server.rows("select current_user, null"));
        }
    }

    @Test
    void wrongSqlNamesItsLineAndLeavesNothing() throws IOException {
        Path sql = Files.writeString(directory.resolve("schema.sql"), "select 1;\nselect wrong;\n");

        String said = assertThrows(
                        IOException.class,
                        () -> make("wrong", spec(List.of(sql), Optional.empty()), RunAs.of("auto", new ThisMachine())))
                .getMessage();

        assertTrue(said.contains("schema.sql:2: ") && said.contains("column \"wrong\" does not exist"), said);
        try (Stream<Path> left = Files.list(cache.resolve("entries/wrong"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void initdbThatFailsIsQuoted() throws IOException {
        ServerSpec spec = spec(List.of(), Optional.empty());
        String said = assertThrows(
                        IOException.class,
                        () -> make(
                                "failing",
                                spec,
                                new ThisMachine().isRoot() ? new RunAs.Self() : new RunAs.User("nobody", "0")))
                .getMessage();
        assertTrue(said.contains("initdb ended with status 1") && said.contains("all of it is in"), said);
    }

    @Test
    void otherSqlOrSettingIsOtherData() throws IOException {
        Path sql = Files.writeString(directory.resolve("schema.sql"), "select 1");
        FetchContext around = around(new ArrayList<>());
        PostgresPrograms programs = PostgresPrograms.find(spec(List.of(), Optional.empty()), cache(around));
        List<String> before = identity(spec(List.of(sql), Optional.empty()), programs, around);
        assertEquals(before, identity(spec(List.of(sql), Optional.empty()), programs, around));
        Files.writeString(sql, "select 2");
        assertNotEquals(before, identity(spec(List.of(sql), Optional.empty()), programs, around));
        Files.writeString(sql, "select 1");
        ServerSpec set = new ServerSpec(
                Optional.empty(), Optional.of("17.6.0"), List.of(sql), Optional.empty(), Map.of("work_mem", "64MB"));
        assertNotEquals(before, identity(set, programs, around));
    }

    private static List<String> identity(ServerSpec spec, PostgresPrograms programs, FetchContext around)
            throws IOException {
        return new PostgresData(spec, programs, new RunAs.Self()).identity(around);
    }

    private static CommandSource fill(String sql) {
        return new CommandSource(new Program.MainClass(Fills.class.getName()), List.of(sql), List.of(), PATIENCE);
    }

    private static ServerSpec spec(List<Path> sql, Optional<CommandSource> fill) {
        return new ServerSpec(Optional.empty(), Optional.of(PostgresPrograms.DEFAULT_VERSION), sql, fill, Map.of());
    }

    private CachedFixture make(String id, ServerSpec spec, RunAs as) throws IOException {
        return make(id, spec, as, new ArrayList<>());
    }

    private CachedFixture make(String id, ServerSpec spec, RunAs as, List<String> fetched) throws IOException {
        FixtureCache entries = cache(around(fetched));
        PostgresPrograms programs = PostgresPrograms.find(spec, entries);
        MadeSource data = new MadeSource(new PostgresData(spec, programs, as));
        return entries.require(new FixtureSpec(id, data, null, false, 0, SeedMode.COPY));
    }

    private FixtureCache cache(FetchContext around) {
        return new FixtureCache(new CacheLayout(cache), around);
    }

    private FetchContext around(List<String> fetched) {
        ArtifactFiles artifacts = coordinates -> {
            fetched.add(coordinates.artifactId());
            return new ArtifactFiles.Resolved(jar(coordinates), coordinates.version());
        };
        return new FetchContext(
                directory,
                classPath(),
                List.of(),
                new ForkLayout(directory.resolve("target/isolation")),
                artifacts,
                null,
                pause -> {},
                false,
                new SystemStreamLog());
    }

    private static Path jar(Coordinates coordinates) throws IOException {
        String name = coordinates.artifactId() + "-" + coordinates.version() + ".jar";
        return classPath().stream()
                .filter(element -> element.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IOException(name + " is not on the class path of this test"));
    }

    private static List<Path> classPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static int walSegments(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    /** A server on a copy of the data, as a fork has one. */
    private final class Running implements AutoCloseable {
        private final Path data;
        private final String password;
        private final int port = ServerRun.freePort();
        private final ServerRun server;

        Running(Path content, RunAs as) throws IOException {
            data = directory.resolve("copy-" + port);
            FileTrees.copy(content, data);
            password = Files.readString(data.resolve(PostgresData.PASSWORD_FILE));
            PostgresPrograms programs =
                    PostgresPrograms.find(spec(List.of(), Optional.empty()), cache(around(new ArrayList<>())));
            List<String> command = new ArrayList<>(as.prefix(data.toString()));
            command.addAll(List.of(programs.server(), "-D", data.toString(), "-p", Integer.toString(port)));
            Path log = Files.createFile(directory.resolve(data.getFileName() + ".log"));
            server = ServerRun.start("postgres", command, directory, log, "QUIT");
            server.await(() -> connect(password).close());
        }

        Connection connect(String with) throws java.sql.SQLException {
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", with);
        }

        List<String> rows(String query) throws Exception {
            List<String> rows = new ArrayList<>();
            try (Connection connection = connect(password);
                    Statement statement = connection.createStatement();
                    java.sql.ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    rows.add(found.getString(1) + " " + found.getString(2));
                }
            }
            return rows;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** Fills the database as a user's own program would: by JDBC, told by the environment. */
    static final class Fills {
        private Fills() {}

        public static void main(String... arguments) throws Exception {
            try (Connection connection = DriverManager.getConnection(
                            System.getenv("ISOLATION_JDBC_URL"),
                            System.getenv("ISOLATION_USER"),
                            System.getenv("ISOLATION_PASSWORD"));
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(arguments[0]);
            }
        }
    }
}
