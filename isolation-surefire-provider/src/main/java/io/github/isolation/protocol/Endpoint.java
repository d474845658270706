package io.github.isolation.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a supervisor listens to a worker, in the one string that Surefire hands to a channel factory.
 *
 * @param address a Unix domain socket, or a port of the loopback interface
 * @param secret see {@link Secret}
 * @param journal the file of its {@link Journal}; null if it has none
 */
public record Endpoint(
        SocketAddress address, String secret, @Nullable Path journal) {
    private static final String UNIX = "isolation:unix:";
    private static final String TCP = "isolation:tcp:";

    /** Whether this connection string was written by {@link #toConnectionString()}: this JVM is a worker of ours. */
    public static boolean isOurs(String connectionString) {
        return connectionString.startsWith(UNIX) || connectionString.startsWith(TCP);
    }

    /**
     * The form for the booter's property file: {@code isolation:unix:SECRET:JOURNAL:PATH} or
     * {@code isolation:tcp:SECRET:JOURNAL:PORT}.
     */
    public String toConnectionString() {
        String credentials = secret + ":" + (journal == null ? "" : encoded(journal)) + ":";
        return address instanceof UnixDomainSocketAddress unix
                ? UNIX + credentials + encoded(unix.getPath())
                : TCP + credentials + ((InetSocketAddress) address).getPort();
    }

    /** Reads what {@link #toConnectionString()} wrote. */
    public static Endpoint parse(String connectionString) throws ProtocolException {
        if (!isOurs(connectionString)) {
            throw notOurs();
        }
        boolean unix = connectionString.startsWith(UNIX);
        String rest = connectionString.substring(unix ? UNIX.length() : TCP.length());
        String[] parts = rest.split(":", -1);
        if (parts.length != 3) {
            throw notOurs();
        }
        try {
            SocketAddress address = unix
                    ? UnixDomainSocketAddress.of(decoded(parts[2]))
                    : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(parts[2]));
            return new Endpoint(address, parts[0], parts[1].isEmpty() ? null : decoded(parts[1]));
        } catch (IllegalArgumentException e) {
            // A port or a path that is none. What it says would show the rest, and so perhaps the secret.
            throw notOurs();
        }
    }

    private static ProtocolException notOurs() {
        return new ProtocolException("not a connection string of this supervisor: secret, journal and address");
    }

    private static String encoded(Path path) {
        return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
    }

    private static Path decoded(String path) {
        return Path.of(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }
}
