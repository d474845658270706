package io.github.isolation.protocol;

/** The constants of the wire. */
public final class Protocol {
    /** Raised with every change to a message. Both ends come from the same jar, so no other version is spoken. */
    public static final int VERSION = 6;

    /** "isol": what the first frame of a connection begins with. */
    static final int MAGIC = 0x69736f6c;

    /** The largest frame either side accepts, in bytes. Longer output is split before it is sent. */
    public static final int MAX_FRAME = 8 << 20;

    private Protocol() {}
}
