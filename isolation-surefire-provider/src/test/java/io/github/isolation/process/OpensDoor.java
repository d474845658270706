package io.github.isolation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process with a socket directory: says where its socket is, and keeps it until its input ends or it is killed. */
final class OpensDoor {
    private OpensDoor() {}

    /** As a supervisor that has an archive made: two at a time, and both sweep. */
    private static void openSecond(Path parent) throws IOException {
        try (SocketDirectory second = SocketDirectory.create(parent)) {
            Files.createFile(second.socket());
            second.sweep();
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (SocketDirectory directory = SocketDirectory.create(Path.of(arguments[0]))) {
            Path socket = Files.createFile(directory.socket());
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
