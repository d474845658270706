package io.github.isolation.agent;

/** What code has done; the names are those in the file of findings, which the Maven plugin reads. */
enum Kind {
    READ(false),
    WRITE(true),
    CREATE(true),
    DELETE(true),
    MOVE(true),
    LINK(true),
    MAKE_DIRECTORY(true),
    LIST(false),
    DATABASE(true),
    BIND_TCP(false),
    BIND_UDP(false),
    BIND_UNIX(false),
    CONNECT_TCP(false),
    CONNECT_UDP(false),
    CONNECT_UNIX(false),
    PROPERTY(false),
    SETTER(false),
    PROCESS(false),
    LIBRARY(false),
    THREAD(false);

    private final boolean changesFiles;

    Kind(boolean changesFiles) {
        this.changesFiles = changesFiles;
    }

    /** Whether a file or directory is another one afterwards. */
    boolean changesFiles() {
        return changesFiles;
    }

    /** Within one JVM: it is never written anywhere. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }
}
