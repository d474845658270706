package io.github.isolation.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/** Another process with a socket directory: says where its socket is, and keeps it until its input ends or it is killed. */
final class OpensDoor {
    private OpensDoor() {}

    /** As a supervisor that has an archive made: two at a time, and both sweep. */
    private static void openSecond(Path parent) throws IOException {
        try (SocketDirectory second = SocketDirectory.create(parent)) {
            bind(second);
            second.sweep();
        }
    }

    private static Path bind(SocketDirectory directory) throws IOException {
        try (ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            unix.bind(UnixDomainSocketAddress.of(directory.socket()));
        }
        return directory.socket();
    }

    public static void main(String[] arguments) throws IOException {
        try (SocketDirectory directory = SocketDirectory.create(Path.of(arguments[0]))) {
            Path socket = bind(directory);
            if (arguments.length > 1) {
                openSecond(Path.of(arguments[0]));
            }
            System.out.println(socket);
            while (System.in.read() >= 0) {
                // It is told nothing; it waits for the end.
            }
        }
    }
}
