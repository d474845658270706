package io.github.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A JVM that asks for something that is made once: says that it is making it, and what it got. */
final class OnceProcess {
    private OnceProcess() {}

    /** What to do is the first argument: {@code make}, {@code fail} or {@code stop} in the middle; the second a log. */
    public static void main(String[] arguments) throws IOException {
        try {
            Path made = Isolation.once("schema", directory -> {
                Files.writeString(Path.of(arguments[1]), "begun\n", StandardOpenOption.APPEND);
                Files.writeString(
                        directory.resolve("half-by-" + ProcessHandle.current().pid()), "half");
                System.out.println("making");
                if (arguments[0].equals("stop")) {
                    System.in.read();
                }
                if (arguments[0].equals("fail")) {
                    throw new IllegalArgumentException("the schema is wrong");
                }
                Files.writeString(directory.resolve("whole"), "whole");
            });
            System.out.println("got " + made + " " + Files.readString(made.resolve("whole")));
        } catch (OnceFailedException e) {
            System.out.println("failed " + e.getMessage().replaceAll("\\R", " "));
        }
        // Alive until told otherwise: what was made lives as long.
        System.in.read();
    }
}
