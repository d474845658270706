package io.github.isolation.queue;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** A JDBC driver in a class loader of its own: it is on nobody's class path. */
public final class QueueDriver implements Closeable {
    private static final String CLASS = "org.postgresql.Driver";

    private final URLClassLoader loader;
    private final Driver driver;

    private QueueDriver(URLClassLoader loader, Driver driver) {
        this.loader = loader;
        this.driver = driver;
    }

    /** From this jar file. */
    public static QueueDriver load(Path jar) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try {
            return new QueueDriver(
                    loader, (Driver) loader.loadClass(CLASS).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            loader.close();
            throw new QueueRefusedException(jar + " is no JDBC driver for PostgreSQL: " + e, e);
        }
    }

    Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know this kind of address: " + url);
        }
        return connection;
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
