package io.github.isolation.agent;

/**
 * What a hook stands before, and so what its two arguments are. The hook names it by its number.
 *
 * @see Hooks
 */
enum Action {
    /** The name of a file. */
    OPEN_TO_READ,
    /** The name of a file. */
    OPEN_TO_WRITE,
    /** The name of a file, and a mode, which is 1 to read only. */
    RANDOM_ACCESS,
    /** A {@code File}. */
    FILE_CREATE,
    /** A {@code File}. */
    FILE_DELETE,
    /** Two of them. */
    FILE_MOVE,
    /** A {@code File}. */
    FILE_DIRECTORY,
    /** A {@code File}. */
    FILE_LIST,
    /** A {@code Path}, and a {@code Set} of options. */
    CHANNEL,
    /** A {@code Path}. */
    PATH_DELETE,
    /** Two of them. */
    PATH_MOVE,
    /** Two of them. */
    PATH_COPY,
    /** The {@code Path} of the link. */
    PATH_LINK,
    /** A {@code Path}. */
    PATH_DIRECTORY,
    /** A {@code Path}. */
    PATH_LIST,
    /** A URL of JDBC. */
    DATABASE,
    /** A {@code FileDescriptor}, and a port. */
    BIND,
    /** A {@code FileDescriptor}, of which somebody asks for its address. */
    BOUND,
    /** An {@code InetAddress}, and a port. */
    CONNECT,
    /** A {@code Path}. */
    BIND_UNIX,
    /** A {@code Path}. */
    CONNECT_UNIX,
    /** The name of a system property. */
    PROPERTY,
    /** Words for what is set. */
    SETTER,
    /** A {@code ProcessBuilder}. */
    PROCESS,
    /** A name or a path. */
    LIBRARY,
    /** A {@code Thread}. */
    THREAD,
    /** A {@code Class} of the user's, whose initializer has just come to its end. */
    INITIALIZED;

    /** Within one JVM: it is never written anywhere. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
