package io.github.isolation.supervisor.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What a worker that was started ahead prints before it is the worker of a fork: its JVM's warnings, mostly. It is none of the
 * output of the class that the fork runs meanwhile, so it waits until this worker is used. Of one that dies unused the last of it
 * is quoted.
 */
final class EarlyLines {
    /** In characters: a JVM that starts says little, and an agent that says more is not the one who is asked. */
    private static final int MOST = 64 << 10;

    private final List<String> lines = new ArrayList<>();
    private int length;

    void forget() {
        lines.clear();
        length = 0;
    }

    void add(String line) {
        boolean fitted = length <= MOST;
        length += line.length() + 1;
        if (length <= MOST) {
            lines.add(line);
        } else if (fitted) {
            lines.add("isolation: this worker printed more than " + MOST
                    + " characters before it had a class; the rest is left out");
        }
    }

    /** All of it; from now on there is nothing that waits. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        forget();
        return taken;
    }
}
