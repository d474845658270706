package shop;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What a client of the stub is told by system properties. */
final class Shop {
    private Shop() {}

    static String orders(String more) throws IOException {
        return ask("orders", more);
    }

    static long pid() throws IOException {
        return Long.parseLong(ask("pid", ""));
    }

    private static String ask(String path, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(System.getProperty("stub.url") + path).toURL().openConnection();
        connection.setRequestProperty("X-Password", System.getProperty("stub.password"));
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes());
        }
        return new String(connection.getInputStream().readAllBytes());
    }
}
