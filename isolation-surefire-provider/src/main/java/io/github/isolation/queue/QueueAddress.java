package io.github.isolation.queue;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Where a queue is, and how one gets in: the server's certificate is checked, unless the address says otherwise, and the password is in the
 * environment.
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

    Properties properties(Duration patience) {
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
