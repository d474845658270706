package io.github.isolation.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Where a queue is, and how one gets in: the server's certificate is checked, unless the address says otherwise, and the password is in the
 * environment, or in a file for its owner alone.
 *
 * @param url {@code jdbc:postgresql://host/database}, with no password in it
 * @param user empty if the address says it, or the driver knows
 * @param password empty if there is none; it is in no text of this record
 */
public record QueueAddress(String url, String user, String password) {
    /** An environment variable: the password. Tests do not get to see it. */
    public static final String PASSWORD = "ISOLATION_QUEUE_PASSWORD";

    /** An environment variable: the user, where the address does not say it. */
    public static final String USER = "ISOLATION_QUEUE_USER";

    /** From an environment. */
    public static QueueAddress of(String url, Map<String, String> environment) {
        return new QueueAddress(url, environment.getOrDefault(USER, ""), environment.getOrDefault(PASSWORD, ""));
    }

    /**
     * Hands user and password over to another JVM, in a file that its owner alone can read: what is in the environment or the system
     * properties of a fork, Surefire prints with {@code -X}.
     */
    public Path handOver() throws IOException {
        Path login = Files.createTempFile("isolation-queue-", ".login");
        Files.writeString(login, user + "\n" + password);
        return login;
    }

    /**
     * From what was handed over. The file is gone then.
     *
     * @throws IOException if it is gone already
     */
    public static QueueAddress take(String url, Path login) throws IOException {
        try {
            String[] both = Files.readString(login).split("\n", 2);
            return new QueueAddress(url, both[0], both[both.length - 1]);
        } catch (IOException e) {
            throw new IOException(
                    "user and password from settings.xml cannot be read (" + e
                            + "): something has removed the file from the directory for temporary files; start the build again",
                    e);
        } finally {
            Files.deleteIfExists(login);
        }
    }

    /**
     * What the driver is told.
     *
     * @param patience how long an answer may take; seconds, one at least
     */
    public Properties properties(Duration patience) {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        if (!url.contains("sslmode=") && !url.contains("ssl=")) {
            properties.setProperty("sslmode", "verify-full");
        }
        if (!url.contains("sslrootcert=") && !url.contains("sslfactory=")) {
            // What the JVM trusts; the driver would look for a file in the user's home, and nowhere else.
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        String seconds = Long.toString(Math.max(1, patience.toSeconds()));
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        // A machine that stops in the middle of a transaction does not keep its classes from others.
        properties.setProperty("options", "-c idle_in_transaction_session_timeout=" + seconds + "s");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "isolation");
        return properties;
    }

    /** Without the password, and without what comes behind the name of the database. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
