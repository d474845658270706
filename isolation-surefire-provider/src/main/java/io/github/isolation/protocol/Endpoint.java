package io.github.isolation.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Where a supervisor listens, and the secret to show there, in the one string that Surefire hands to a channel factory.
 *
 * @param address a Unix domain socket, or a port of the loopback interface
 * @param secret see {@link Secret}
 */
public record Endpoint(SocketAddress address, String secret) {
    private static final String UNIX = "isolation:unix:";
    private static final String TCP = "isolation:tcp:";

    /** Whether this connection string was written by {@link #toConnectionString()}: this JVM is a worker of ours. */
    public static boolean isOurs(String connectionString) {
        return connectionString.startsWith(UNIX) || connectionString.startsWith(TCP);
    }

    /** The form for the booter's property file: {@code isolation:unix:SECRET:PATH} or {@code isolation:tcp:SECRET:PORT}. */
    public String toConnectionString() {
        return address instanceof UnixDomainSocketAddress unix
                ? UNIX + secret + ":" + URLEncoder.encode(unix.getPath().toString(), StandardCharsets.UTF_8)
                : TCP + secret + ":" + ((InetSocketAddress) address).getPort();
    }

    /** Reads what {@link #toConnectionString()} wrote. */
    public static Endpoint parse(String connectionString) throws ProtocolException {
        boolean unix = connectionString.startsWith(UNIX);
        String rest = connectionString.substring(unix ? UNIX.length() : TCP.length());
        int colon = rest.indexOf(':');
        if (!isOurs(connectionString) || colon < 0) {
            throw new ProtocolException("not a connection string of this supervisor: it has no secret and address");
        }
        String place = rest.substring(colon + 1);
        SocketAddress address = unix
                ? UnixDomainSocketAddress.of(URLDecoder.decode(place, StandardCharsets.UTF_8))
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(place));
        return new Endpoint(address, rest.substring(0, colon));
    }
}
