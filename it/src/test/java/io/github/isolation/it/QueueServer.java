package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server with a queue in it, from the programs and the data that a build has made; a script may stop it and start it again. */
public final class QueueServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;

    private final File basedir;
    private final Path programs;
    private final Path data;
    private final int port;
    private final Driver driver;
    private final String password;
    private @Nullable Process process;

    /**
     * Starts it.
     *
     * @param cache where the build has put programs and data
     * @param localRepository where the driver is
     */
    public QueueServer(File basedir, File cache, File localRepository) throws Exception {
        this.basedir = basedir;
        this.programs = find(cache.toPath().resolve("entries"), "bin/postgres").resolveSibling("");
        Path made = find(cache.toPath().resolve("entries/db"), "PG_VERSION").resolveSibling("");
        this.data = basedir.toPath().resolve("target/server");
        run(List.of("cp", "-a", made.toString(), data.toString()));
        this.password = Files.readString(data.resolve("isolation.password"));
        Path jar = find(localRepository.toPath().resolve("org/postgresql/postgresql"), ".jar");
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        this.driver = (Driver)
                loader.loadClass("org.postgresql.Driver").getConstructor().newInstance();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        start();
    }

    private static Path find(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .min(java.util.Comparator.comparingInt(Path::getNameCount))
                    .orElseThrow(() -> new IOException("no " + end + " in " + directory));
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command).inheritIO().start();
        if (program.waitFor() != 0) {
            throw new IOException(command + " ended with " + program.exitValue());
        }
    }

    /** Starts it, and waits until it can be asked. */
    public void start() throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        // The data is made for tests, which can do without what a server that is unplugged has promised.
        command.addAll(List.of("-c", "synchronous_commit=on", "-c", "full_page_writes=on"));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(basedir, "server.log")))
                .start();
        process = started;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (started.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /**
     * Ends it at once, as if it had been unplugged. When it returns, no process of it is left: a server that starts beside one of
     * them gives up, since their memory is still in use.
     */
    public void kill() throws IOException, InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor(); // first: it would start others
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            for (List<ProcessHandle> left = inData(); !left.isEmpty(); left = inData()) {
                if (System.nanoTime() > end) {
                    throw new IOException("of a server that was killed there are still " + left);
                }
                left.forEach(ProcessHandle::destroyForcibly);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }

    /** Those that work in the directory of the data, which all processes of a server do. */
    private List<ProcessHandle> inData() throws IOException {
        Path home = data.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> home.equals(directoryOf(process)))
                .toList();
    }

    /** Null of one that has ended, and of one that is not ours. */
    private static @Nullable Path directoryOf(ProcessHandle process) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    /** What machines are told of it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    /** What nobody is to see. */
    public String password() {
        return password;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", password);
        return driver.connect(url(), properties);
    }

    /** The first column of what a query finds. */
    public List<String> ask(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Waits until a query finds something. */
    public List<String> await(String query) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> found = List.of();
        while (found.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(30);
            found = tables() ? ask(query) : found;
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing was found in " + PATIENCE_SECONDS + " s by: " + query);
        }
        return found;
    }

    private boolean tables() throws SQLException {
        return ask("select to_regclass('isolation.class') is not null").contains("t");
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
