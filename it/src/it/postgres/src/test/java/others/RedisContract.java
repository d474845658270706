package others;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each class finds Redis empty, and leaves something there. */
abstract class RedisContract {
    @Test
    void serverIsEmpty() throws IOException {
        String url = System.getProperty("redis.url");
        assumeTrue(url != null, "there is no Redis here");
        URI address = URI.create(url);
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertTrue(ask(socket, answers, "DBSIZE").startsWith("-NOAUTH"));
            assertEquals(
                    "+OK", ask(socket, answers, "AUTH " + address.getUserInfo().substring(1)));
            assertEquals(":0", ask(socket, answers, "DBSIZE"));
            assertEquals("+OK", ask(socket, answers, "SET word one"));
        }
    }

    private static String ask(Socket socket, BufferedReader answers, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return answers.readLine();
    }
}
