import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.Seeder;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.ArtifactFiles;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.server.PostgresServer;
import io.github.isolation.maven.server.RunAs;
import io.github.isolation.maven.server.ServerSpec;
import io.github.isolation.maven.server.ThisMachine;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Measures what the page on performance says of servers. Prints rows. */
public final class Services {
    /** About 40 bytes of text, and as much again of what PostgreSQL adds. */
    private static final int ROWS_OF_A_MEGABYTE = 11_000;

    private static final String LOOK = "select count(*) from word where id = 7";

    private final Path work;
    private final int pairs;
    private int copies;

    private Services(Path work, int pairs) {
        this.work = work;
        this.pairs = pairs;
    }

    public static void main(String[] arguments) throws Exception {
        Services services = new Services(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.printf("%-52s %9s %9s %7s%n", "PostgreSQL", "ours", "other", "ratio");
        for (int megabytes : new int[] {10, 250}) {
            services.measure(megabytes);
        }
    }

    private void measure(int megabytes) throws Exception {
        Path sql = Files.writeString(
                work.resolve("schema-" + megabytes + ".sql"),
                "create table word (id int primary key, text text);\n"
                        + "insert into word select i, md5(i::text) || ' word' from generate_series(1, "
                        + (long) megabytes * ROWS_OF_A_MEGABYTE + ") i;\n");
        ServerSpec spec = new ServerSpec(
                Optional.empty(),
                Optional.of("17.6.0"),
                List.of(sql),
                Optional.empty(),
                Map.of());
        FixtureCache cache = new FixtureCache(new CacheLayout(work.resolve("cache-" + megabytes)), around());
        PostgresServer postgres = PostgresServer.find(spec, cache, RunAs.of("auto", new ThisMachine()));
        long start = System.nanoTime();
        CachedFixture made = postgres.data("db", cache);
        System.out.printf(
                "%d MB of tables: made once, %d MB in all: %d ms%n",
                megabytes, made.manifest().bytes() >> 20, millis(start));
        Seed seed = new Seed("data", made.content(), SeedMode.COPY, made.digest());
        String password = Files.readString(postgres.passwordFile(made.content()));

        List<long[]> first = new ArrayList<>();
        List<long[]> restored = new ArrayList<>();
        long memory = 0;
        for (int pair = 0; pair < pairs; pair++) {
            Path fork = Files.createDirectory(work.resolve("fork-" + ++copies));
            Seeder seeder = new Seeder();
            start = System.nanoTime();
            seeder.seed(seed, fork);
            Server server = new Server(postgres, fork.resolve("data"), password);
            server.query("postgres", LOOK);
            long cached = millis(start);
            FixtureCache empty = new FixtureCache(new CacheLayout(work.resolve("cold-" + copies)), around());
            PostgresServer anew = PostgresServer.find(spec, empty, RunAs.of("auto", new ThisMachine()));
            start = System.nanoTime();
            CachedFixture fresh = anew.data("db", empty);
            long cold = millis(start);
            first.add(new long[] {cached, cold + cached});
            FileTrees.delete(work.resolve("cold-" + copies));

            server.query("postgres", "update word set text = 'changed' where id = 7");
            start = System.nanoTime();
            server.stop();
            seeder.seed(seed, fork);
            server = new Server(postgres, fork.resolve("data"), password);
            server.query("postgres", LOOK);
            long ours = millis(start);
            memory = Math.max(memory, server.kilobytes());

            server.query("template1", "create database tests template postgres");
            start = System.nanoTime();
            server.query("template1", "drop database tests (force)");
            server.query("template1", "create database tests template postgres");
            server.query("tests", LOOK);
            long template = millis(start);
            restored.add(new long[] {ours, template});
            server.stop();
            FileTrees.delete(fork);
        }
        print(megabytes + " MB: seeded and started : made anew", first, Double.MAX_VALUE);
        print(megabytes + " MB, one row changed: restored : template", restored, 0.5);
        System.out.printf("%-52s %6d MB%n", megabytes + " MB: memory of a server after a query", memory >> 10);
    }

    private static void print(String what, List<long[]> rows, double goal) {
        rows.sort((a, b) -> Double.compare((double) a[0] / a[1], (double) b[0] / b[1]));
        long[] median = rows.get(rows.size() / 2);
        double ratio = (double) median[0] / median[1];
        System.out.printf("%-52s %6d ms %6d ms %6.2f %s%n", what, median[0], median[1], ratio, ratio <= goal ? "" : "MISSED");
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private FetchContext around() {
        ArtifactFiles artifacts = coordinates -> {
            String name = coordinates.artifactId() + "-" + coordinates.version() + ".jar";
            Path jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(element -> element.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException(name + " is not on the class path"));
            return new ArtifactFiles.Resolved(jar, coordinates.version());
        };
        return new FetchContext(
                work, List.of(), List.of(), new ForkLayout(work), artifacts, null, pause -> {}, false, new SystemStreamLog());
    }

    /** As a supervisor has it: started, asked until it answers, stopped by QUIT. */
    private static final class Server {
        private final Process process;
        private final String url;

        Server(PostgresServer postgres, Path data, String password) throws Exception {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            process = new ProcessBuilder(postgres.command(data.toString(), Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolveSibling("log").toFile())
                    .start();
            url = "jdbc:postgresql://127.0.0.1:" + port + "/%s?user=postgres&password=" + password;
            await(() -> connect("postgres")).close();
        }

        private Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url.formatted(database));
        }

        private static Connection await(Callable<Connection> connect) throws Exception {
            for (int i = 0; ; i++) {
                try {
                    return connect.call();
                } catch (SQLException e) {
                    if (i > 2000) {
                        throw e;
                    }
                    Thread.sleep(5);
                }
            }
        }

        void query(String database, String sql) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        long kilobytes() throws IOException {
            long sum = pss(process.pid());
            for (ProcessHandle child : process.descendants().toList()) {
                sum += pss(child.pid());
            }
            return sum;
        }

        /** Of a process that may be over by now. */
        private static long pss(long pid) throws IOException {
            Path file = Path.of("/proc/" + pid + "/smaps_rollup");
            try {
                return Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                        .sum();
            } catch (FileSystemException e) {
                return 0; // it was over before it could be read
            }
        }

        void stop() throws Exception {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
            process.waitFor();
        }
    }
}
