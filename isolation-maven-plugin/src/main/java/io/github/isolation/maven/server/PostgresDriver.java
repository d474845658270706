package io.github.isolation.maven.server;

import io.github.isolation.maven.cache.Coordinates;
import io.github.isolation.maven.cache.FetchContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * PostgreSQL's own JDBC driver: the one the tests have, or else one that is fetched when the data of a server is made from SQL, and
 * not before.
 */
final class PostgresDriver implements Closeable {
    private static final String ARTIFACT = "org.postgresql:postgresql:";
    private static final String DEFAULT = ARTIFACT + "42.7.13";
    private static final String CLASS = "org.postgresql.Driver";

    private final URLClassLoader loader;
    private final Driver driver;

    private PostgresDriver(URLClassLoader loader, Driver driver) {
        this.loader = loader;
        this.driver = driver;
    }

    /** Finds it. */
    static PostgresDriver find(FetchContext around) throws IOException {
        String artifact = around.dependencies().stream()
                .filter(dependency -> dependency.startsWith(ARTIFACT + "jar:"))
                .findFirst()
                .orElse(DEFAULT);
        try {
            return load(around.artifacts().resolve(Coordinates.parse(artifact)).file());
        } catch (IOException e) {
            throw new IOException(
                    "SQL is run by the JDBC driver " + artifact + ", which cannot be had: " + e.getMessage(), e);
        }
    }

    /** From this jar file. */
    static PostgresDriver load(Path jar) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try {
            Driver driver = (Driver) loader.loadClass(CLASS).getConstructor().newInstance();
            return new PostgresDriver(loader, driver);
        } catch (ReflectiveOperationException e) {
            loader.close();
            throw new IOException(jar + " is no JDBC driver: " + e, e);
        }
    }

    /** A connection to a server on this machine. */
    Session connect(int port, String database, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresData.USER);
        properties.setProperty("password", password);
        // Statements go as they are written, one by one.
        properties.setProperty("preferQueryMode", "simple");
        Connection connection = driver.connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know its own kind of address");
        }
        return new Session(connection);
    }

    /** One connection; statements are carried out one after the other, and each by itself. */
    static final class Session implements SqlScript.Target, AutoCloseable {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void execute(String sql) throws IOException {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public void copy(String sql, Reader data) throws IOException {
            ClassLoader loader = connection.getClass().getClassLoader();
            try {
                Object manager = loader.loadClass("org.postgresql.PGConnection")
                        .getMethod("getCopyAPI")
                        .invoke(connection);
                loader.loadClass("org.postgresql.copy.CopyManager")
                        .getMethod("copyIn", String.class, Reader.class)
                        .invoke(manager, sql, data);
            } catch (InvocationTargetException e) {
                throw new IOException(String.valueOf(e.getTargetException().getMessage()), e.getTargetException());
            } catch (ReflectiveOperationException e) {
                throw new IOException("the JDBC driver cannot copy: " + e, e);
            }
        }

        /** The first column of what a query finds. */
        List<String> column(String sql) throws SQLException {
            List<String> values = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // It has registered itself, with all that it was loaded with.
            loader.loadClass(CLASS).getMethod("deregister").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the JDBC driver cannot be let go: " + e, e);
        } finally {
            loader.close();
        }
    }
}
