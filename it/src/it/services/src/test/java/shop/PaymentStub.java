package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A server with a state on disk, which asks for a password. */
public final class PaymentStub {
    public static void main(String[] arguments) throws IOException {
        Path orders = Path.of(arguments[1], "orders.txt");
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0])), 0);
        server.createContext("/health", exchange -> answer(exchange, 200, "fine"));
        server.createContext("/orders", exchange -> {
            if (!System.getenv("STUB_PASSWORD")
                    .equals(exchange.getRequestHeaders().getFirst("X-Password"))) {
                answer(exchange, 401, "who are you?");
                return;
            }
            String more = new String(exchange.getRequestBody().readAllBytes());
            if (!more.isEmpty()) {
                Files.writeString(orders, more + "\n", StandardOpenOption.APPEND);
            }
            answer(exchange, 200, Files.readString(orders));
        });
        server.createContext(
                "/pid",
                exchange -> answer(exchange, 200, "" + ProcessHandle.current().pid()));
        server.start();
        System.out.println("listening on " + arguments[0]);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
