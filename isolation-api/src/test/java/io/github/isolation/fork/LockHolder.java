package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;

/** Another process that holds locks: says so, and keeps them until it is killed or its input ends. */
final class LockHolder {
    private LockHolder() {}

    /** Holds the locks that follow the directory. */
    public static void main(String[] arguments) throws IOException {
        TreeMap<String, LockMode> wanted = new TreeMap<>();
        for (int i = 1; i < arguments.length; i++) {
            wanted.put(arguments[i], LockMode.WRITE);
        }
        SharedLocks.Held held = new SharedLocks(Path.of(arguments[0]), "another process", 0).acquire(wanted);
        System.out.println("holding");
        int end = System.in.read();
        held.release();
        System.out.println("released after " + end);
    }
}
