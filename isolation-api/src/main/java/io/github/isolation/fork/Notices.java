package io.github.isolation.fork;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What the user should know while tests run, as in "waits for a lock". In a worker it becomes a line of Maven's console;
 * anywhere else it is printed.
 */
public final class Notices {
    private static volatile Consumer<String> listener = Notices::print;

    private Notices() {}

    private static void print(String line) {
        PrintStream out = System.out;
        if (out != null) { // a test may have none
            out.println(line);
        }
    }

    /** Says something, in one line. */
    public static void say(String line) {
        listener.accept(line);
    }

    /** From now on somebody knows better what to do with it than to print it. */
    public static void listen(Consumer<String> better) {
        listener = better;
    }
}
