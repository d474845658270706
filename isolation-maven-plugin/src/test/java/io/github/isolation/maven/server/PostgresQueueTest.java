package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.ArtifactFiles;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.MadeSource;
import io.github.isolation.queue.Claim;
import io.github.isolation.queue.ClassQueue;
import io.github.isolation.queue.Entry;
import io.github.isolation.queue.Grant;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.PostgresQueue;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.queue.QueueDriver;
import io.github.isolation.queue.QueueModel;
import io.github.isolation.queue.QueueRefusedException;
import io.github.isolation.queue.Result;
import io.github.isolation.queue.RunName;
import io.github.isolation.queue.Seat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue in a real PostgreSQL, against the model that says what it has to answer. */
final class PostgresQueueTest {
    private static final Leases LEASES = new Leases(Duration.ofMinutes(5));

    @TempDir
    private static Path directory;

    private static int port;
    private static String password = "";
    private static ServerRun server;

    @BeforeAll
    static void startTheServer() throws Exception {
        assumeTrue(
                Platform.here().toString().equals("linux-amd64"), "the test class path has programs for linux-amd64");
        List<Path> classPath = classPath();
        ArtifactFiles artifacts = coordinates -> new ArtifactFiles.Resolved(
                jar(coordinates.artifactId() + "-" + coordinates.version() + ".jar"), coordinates.version());
        FetchContext around = new FetchContext(
                directory,
                classPath,
                List.of(),
                new ForkLayout(directory.resolve("target/isolation")),
                artifacts,
                null,
                pause -> {},
                false,
                new SystemStreamLog());
        FixtureCache cache = new FixtureCache(new CacheLayout(directory.resolve("cache")), around);
        ServerSpec spec = new ServerSpec(
                Optional.empty(), Optional.of(PostgresPrograms.DEFAULT_VERSION), List.of(), Optional.empty(), Map.of());
        PostgresPrograms programs = PostgresPrograms.find(spec, cache);
        RunAs as = RunAs.of("auto", new ThisMachine());
        Path data = cache.require(new FixtureSpec(
                        "data", new MadeSource(new PostgresData(spec, programs, as)), null, false, 0, SeedMode.COPY))
                .content();
        password = Files.readString(data.resolve(PostgresData.PASSWORD_FILE));
        port = ServerRun.freePort();
        List<String> command = new ArrayList<>(as.prefix(data.toString()));
        command.addAll(List.of(programs.server(), "-D", data.toString(), "-p", Integer.toString(port)));
        server = ServerRun.start("postgres", command, directory, Files.createFile(directory.resolve("log")), "QUIT");
        server.await(() -> connect().close());
    }

    @AfterAll
    static void stopIt() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static Connection connect() throws java.sql.SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
    }

    private static List<Path> classPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static Path jar(String name) {
        return classPath().stream()
                .filter(element -> element.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Path driver() {
        return classPath().stream()
                .filter(element -> String.valueOf(element.getFileName()).matches("postgresql-[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    private static PostgresQueue queue(String with) throws IOException {
        return new PostgresQueue(
                QueueDriver.load(driver()),
                new QueueAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", "postgres", with),
                LEASES);
    }

    private static Entry entry(String run, int units, String machine) {
        List<List<String>> all = IntStream.range(0, units)
                .mapToObj(unit -> unit % 2 == 0 ? List.of("C" + unit) : List.of("C" + unit, "C" + unit + "b"))
                .toList();
        return new Entry(new RunName(run, "", 1), "g:a/p/e", "u" + units, all, machine, machine, "build");
    }

    /** Every lease has run out, on both sides. */
    private static void letLeasesRunOut() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update isolation.unit set leased_until = clock_timestamp() - interval '1 second'");
        }
    }

    /** The same is done to both, and both have to say the same; tokens are matched in the order in which they come. */
    @Test
    void itAnswersAsTheModelDoes() throws Exception {
        Random chance = new Random(20_261_129);
        try (PostgresQueue real = queue(password)) {
            for (int sequence = 0; sequence < 60; sequence++) {
                compare(real, "sequence " + sequence, chance);
            }
        }
    }

    private void compare(PostgresQueue real, String run, Random chance) throws Exception {
        long[] now = {0};
        QueueModel model = new QueueModel(() -> now[0], LEASES.lease().toMillis());
        Map<Long, Long> tokens = new HashMap<>();
        List<Grant> granted = new ArrayList<>();
        List<Seat> ofModel = new ArrayList<>();
        List<Seat> ofReal = new ArrayList<>();
        List<String> machines = List.of("a", "b", "c");
        int units = 1 + chance.nextInt(4);
        for (String machine : machines) {
            ofModel.add(model.join(entry(run, units, machine)));
            ofReal.add(real.join(entry(run, units, machine)));
            assertEquals(
                    ofModel.get(ofModel.size() - 1).number(),
                    ofReal.get(ofReal.size() - 1).number());
        }
        for (int step = 0; step < 25; step++) {
            String at = run + ", step " + step;
            int who = chance.nextInt(machines.size());
            Seat a = ofModel.get(who);
            Seat b = ofReal.get(who);
            Grant some = granted.isEmpty() ? null : granted.get(chance.nextInt(granted.size()));
            switch (chance.nextInt(8)) {
                case 0, 1, 2 -> {
                    int most = 1 + chance.nextInt(2);
                    Claim expected = model.claim(a, most);
                    Claim found = real.claim(b, most);
                    assertEquals(expected.open(), found.open(), at);
                    assertEquals(
                            expected.grants().stream().map(Grant::classes).toList(),
                            found.grants().stream().map(Grant::classes).toList(),
                            at);
                    for (int i = 0; i < found.grants().size(); i++) {
                        tokens.put(
                                expected.grants().get(i).token(),
                                found.grants().get(i).token());
                        granted.add(expected.grants().get(i));
                    }
                }
                case 3, 4 -> {
                    if (some != null) {
                        String name =
                                some.classes().get(chance.nextInt(some.classes().size()));
                        Result result = new Result(name, step, chance.nextBoolean(), "{\"what\":\"é\\u0000\"}");
                        assertEquals(
                                model.complete(a, some.token(), result),
                                real.complete(b, tokens.getOrDefault(some.token(), 0L), result),
                                at);
                    }
                }
                case 5 -> {
                    List<Long> all = granted.stream().map(Grant::token).toList();
                    Set<Long> expected = new TreeSet<>();
                    model.renew(a, all).forEach(token -> expected.add(tokens.getOrDefault(token, 0L)));
                    assertEquals(
                            expected,
                            real.renew(
                                    b,
                                    all.stream()
                                            .map(token -> tokens.getOrDefault(token, 0L))
                                            .toList()),
                            at);
                }
                case 6 -> {
                    if (some == null) {
                        model.releaseAll(a);
                        real.releaseAll(b);
                    } else {
                        model.release(a, some.token());
                        real.release(b, tokens.getOrDefault(some.token(), 0L));
                    }
                }
                default -> {
                    now[0] += LEASES.lease().toMillis() + 1;
                    letLeasesRunOut();
                }
            }
            assertEquals(model.census(a), real.census(b), at);
        }
        RunName name = new RunName(run, "", 1);
        assertEquals(model.reports(name), real.reports(name));
    }

    private static void sql(String statement) throws Exception {
        try (Connection connection = connect();
                Statement to = connection.createStatement()) {
            to.execute(statement);
        }
    }

    /** As where a job of CI was made anew, and counts from one again: it would find everything done, and test nothing. */
    @Test
    void aRunThatWasOverLongAgoIsNobodysAnyMore() throws Exception {
        try (PostgresQueue queue = queue(password)) {
            Seat seat = queue.join(entry("over", 1, "a"));
            long token = queue.claim(seat, 1).grants().get(0).token();
            assertTrue(queue.complete(seat, token, new Result("C0", 1, false, "")));
            queue.join(entry("over", 1, "tried again"));
            for (String one : List.of("run set made = made", "class set done = done", "unit set leased_until = null")) {
                assertEquals(seat.run(), queue.join(entry("over", 1, "again")).run(), "something has happened");
                String which = one.startsWith("run") ? "id" : "run";
                String when = one.startsWith("unit") ? "" : " - interval '25 hours'";
                sql("update isolation." + one + when + " where " + which + " = " + seat.run());
            }
            sql("update isolation.machine set joined = joined - interval '25 hours' where run = " + seat.run());
            String said =
                    String.valueOf(assertThrows(QueueRefusedException.class, () -> queue.join(entry("over", 1, "b")))
                            .getMessage());
            assertTrue(said.contains("for more than a day") && said.contains("isolation.shardRun"), said);
            sql("update isolation.unit set state = 'open' where run = " + seat.run());
            assertThrows(QueueRefusedException.class, () -> queue.join(entry("over", 1, "c")));
        }
    }

    @Test
    void runsOfTheMonthBeforeGoAFewAtATime() throws Exception {
        try (PostgresQueue queue = queue(password)) {
            for (int i = 0; i < 7; i++) {
                queue.join(entry("old-" + i, 1, "a"));
            }
            sql("update isolation.run set made = made - interval '31 days' where name like 'old-%'");
            queue.join(entry("new-1", 1, "a"));
            assertEquals(2, countOld(queue));
            queue.join(entry("new-1", 1, "b"));
            assertEquals(2, countOld(queue), "only who begins a run");
            queue.join(entry("new-2", 1, "a"));
            assertEquals(0, countOld(queue));
        }
    }

    private static int countOld(PostgresQueue queue) throws IOException {
        int count = 0;
        for (int i = 0; i < 7; i++) {
            count += queue.reports(new RunName("old-" + i, "", 1)).size();
        }
        return count;
    }

    /** Machines that ask at the same moment neither wait for each other nor get the same. */
    @Test
    void machinesThatAskAtOnceGetDifferentClasses() throws Exception {
        int units = 120;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> all = new ArrayList<>();
            for (String machine : List.of("a", "b", "c", "d")) {
                all.add(() -> runs(machine, units));
            }
            List<String> names = new ArrayList<>();
            for (Future<List<String>> one : threads.invokeAll(all)) {
                names.addAll(one.get());
            }
            assertEquals(units * 3 / 2, names.size());
            assertEquals(names.size(), Set.copyOf(names).size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> runs(String machine, int units) throws IOException {
        List<String> names = new ArrayList<>();
        try (ClassQueue queue = queue(password)) {
            Seat seat = queue.join(entry("at once", units, machine));
            for (Claim claim = queue.claim(seat, 2); claim.open() > 0; claim = queue.claim(seat, 2)) {
                for (Grant grant : claim.grants()) {
                    for (String name : grant.classes()) {
                        assertTrue(queue.complete(seat, grant.token(), new Result(name, 1, false, "")));
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    @Test
    void whoIsNotOfThisRunIsRefused() throws Exception {
        try (PostgresQueue queue = queue(password)) {
            queue.join(entry("one run", 2, "a"));
            String said = assertThrows(QueueRefusedException.class, () -> queue.join(entry("one run", 3, "b")))
                    .getMessage();
            assertTrue(said.contains("here, and not in the queue: C2. "), said);
            // It can still be asked.
            assertEquals(1, queue.join(entry("one run", 2, "a")).number());
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndIsInNoMessage() throws Exception {
        try (PostgresQueue queue = queue("secret4711")) {
            String said = assertThrows(QueueRefusedException.class, () -> queue.join(entry("x", 1, "a")))
                    .toString();
            assertTrue(said.contains("password authentication failed"), said);
            assertFalse(said.contains("secret4711"), said);
        }
    }

    /** Whoever needs what it has locked has to wait no longer than an answer of the database may take: here, a second. */
    @Test
    void aMachineThatIsFrozenInATransactionLosesWhatItHasLocked() throws Exception {
        try (PostgresQueue queue = queue(password)) {
            queue.join(entry("frozen", 1, "a"));
        }
        String lock = "update isolation.run set name = name where name = 'frozen'";
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
        Properties frozenSoon = new QueueAddress(url, "postgres", password).properties(Duration.ofSeconds(1));
        List.of("loginTimeout", "connectTimeout", "socketTimeout").forEach(name -> frozenSoon.setProperty(name, "60"));
        try (Connection frozen = DriverManager.getConnection(url, frozenSoon);
                Statement first = frozen.createStatement();
                Connection other = connect();
                Statement second = other.createStatement()) {
            frozen.setAutoCommit(false);
            first.execute(lock);
            second.execute("set lock_timeout = '60s'");
            second.execute(lock);
            assertThrows(java.sql.SQLException.class, () -> first.execute("select 1"));
        }
    }

    /** Who may not make tables is told what somebody else has to do once, and that is enough. */
    @Test
    void whoHasNotMadeTheTablesNeedsWhatTheMessageSays() throws Exception {
        try (PostgresQueue owner = queue(password);
                Connection connection = connect();
                Statement statement = connection.createStatement()) {
            owner.makeSchema();
            statement.execute("create role tests login password 'for tests'");
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
            try (PostgresQueue queue = new PostgresQueue(
                    QueueDriver.load(driver()), new QueueAddress(url, "tests", "for tests"), LEASES)) {
                String said = assertThrows(QueueRefusedException.class, () -> queue.join(entry("granted", 2, "a")))
                        .getMessage();
                assertTrue(said.contains("permission denied"), said);
                for (String grant : said.substring(said.indexOf("grant ")).split("; ", -1)) {
                    statement.execute(grant.replace("USER", "tests"));
                }
                Seat seat = queue.join(entry("granted", 2, "a"));
                Grant first = queue.claim(seat, 1).grants().get(0);
                assertEquals(Set.of(first.token()), queue.renew(seat, List.of(first.token())));
                assertTrue(queue.complete(seat, first.token(), new Result("C0", 1, false, "")));
                queue.release(seat, queue.claim(seat, 1).grants().get(0).token());
                assertEquals(1, queue.census(seat).done());
                assertEquals(1, queue.reports(new RunName("granted", "", 1)).size());
            }
        }
    }

    @Test
    void tablesOfANewerVersionAreLeftAloneAndThatIsSaid() throws Exception {
        try (PostgresQueue queue = queue(password);
                Connection connection = connect();
                Statement statement = connection.createStatement()) {
            queue.makeSchema();
            statement.execute("update isolation.version set version = version + 1");
            try {
                String said = assertThrows(QueueRefusedException.class, () -> queue.join(entry("newer", 1, "a")))
                        .getMessage();
                assertTrue(
                        said.contains("are of version 2, and this plugin knows 1. All machines need the same"), said);
                String ofMerge = assertThrows(
                                QueueRefusedException.class, () -> queue.reports(new RunName("newer", "", 1)))
                        .getMessage();
                assertEquals(said, ofMerge);
            } finally {
                statement.execute("update isolation.version set version = version - 1");
            }
        }
    }

    /** The server has no certificate, and nobody said that it need not have one. */
    @Test
    void withoutEncryptionThereIsNoConnectionUnlessTheAddressSaysSo() throws Exception {
        try (PostgresQueue queue = new PostgresQueue(
                QueueDriver.load(driver()),
                new QueueAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password),
                LEASES)) {
            String said = assertThrows(IOException.class, () -> queue.join(entry("x", 1, "a")))
                    .getMessage();
            assertTrue(said.contains("SSL"), said);
        }
    }
}
