package io.github.isolation.findings;

import java.util.Comparator;
import java.util.Set;

/**
 * Something that code of the user's did.
 *
 * @param kind as the agent calls it
 * @param test whose doing it is
 * @param during the test that ran at the time; the same one, unless a thread of another was still at work
 * @param line where
 * @param started whether that is only where the thread was started which did it
 * @param thread its name
 * @param resource a path, a port, a name
 */
record Hit(
        String kind, TestName test, TestName during, CodeLine line, boolean started, String thread, String resource) {
    /** By test, by what it did, and by line. */
    static final Comparator<Hit> IN_ORDER = Comparator.comparing(Hit::test)
            .thenComparing(Hit::kind)
            .thenComparing(Hit::line)
            .thenComparing(Hit::resource)
            .thenComparing(Hit::during)
            .thenComparing(Hit::thread)
            .thenComparing(Hit::started);

    private static final Set<String> FILES = Set.of(
            "READ", "WRITE", "CREATE", "DELETE", "MOVE", "LINK", "MAKE_DIRECTORY", "LIST", "DATABASE", "BIND_UNIX");

    /** Making a directory that is there already changes nothing. */
    private static final Set<String> CHANGES =
            Set.of("WRITE", "CREATE", "DELETE", "MOVE", "LINK", "DATABASE", "BIND_UNIX");

    boolean isOfAFile() {
        return FILES.contains(kind);
    }

    boolean changesFile() {
        return CHANGES.contains(kind);
    }

    boolean isStillAtWork() {
        return !test.topLevel().equals(during.topLevel());
    }

    /** For people. */
    String verb() {
        return switch (kind) {
            case "READ" -> "reads";
            case "WRITE" -> "writes";
            case "CREATE" -> "creates";
            case "DELETE" -> "deletes";
            case "MOVE" -> "moves";
            case "LINK" -> "links";
            case "MAKE_DIRECTORY" -> "makes the directory";
            case "LIST" -> "lists";
            case "DATABASE" -> "opens as a database";
            case "BIND_TCP", "BIND_UDP", "BIND_UNIX" -> "binds";
            case "CONNECT_TCP", "CONNECT_UDP", "CONNECT_UNIX" -> "connects to";
            default -> "sets";
        };
    }
}
