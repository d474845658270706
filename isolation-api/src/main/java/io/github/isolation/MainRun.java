package io.github.isolation;

import java.util.UUID;

/** The run of a JVM that no fork of ours is: random, because process ids of two machines meet on a shared server. */
final class MainRun {
    private static final String ID = UUID.randomUUID().toString().substring(0, 8);

    private MainRun() {}

    static String id() {
        return ID;
    }
}
