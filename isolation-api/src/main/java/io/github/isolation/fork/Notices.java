package io.github.isolation.fork;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * What the user should know while tests run, as in "waits for a lock". In a worker it becomes a line of Maven's console;
 * anywhere else it is printed.
 */
public final class Notices {
    private static volatile Consumer<String> listener = Notices::print;
    private static volatile ObjLongConsumer<String> waits = (what, millis) -> {};

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

    /** A test waited for others, so many milliseconds, and goes on. Only for the record of the run. */
    static void waited(String what, long millis) {
        waits.accept(what, millis);
    }

    /** From now on somebody notes what tests waited for. */
    public static void listenToWaits(ObjLongConsumer<String> record) {
        waits = record;
    }

    /** From now on somebody knows better what to do with it than to print it. */
    public static void listen(Consumer<String> better) {
        listener = better;
    }
}
