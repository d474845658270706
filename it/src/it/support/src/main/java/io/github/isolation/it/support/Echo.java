package io.github.isolation.it.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that tells everybody whose it is, whatever they want. Its arguments: a port, and what it tells. */
public final class Echo {
    private static final int WAITING = 50;

    private Echo() {}

    public static void main(String[] arguments) throws IOException {
        byte[] name = arguments[1].getBytes(StandardCharsets.UTF_8);
        try (ServerSocket server = new ServerSocket(
                Integer.parseInt(arguments[0]), WAITING, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(name);
                }
            }
        }
    }
}
