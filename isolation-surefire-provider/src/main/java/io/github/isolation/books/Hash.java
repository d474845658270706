package io.github.isolation.books;

import org.jspecify.annotations.Nullable;

/** Names as 64 bits: so many that two different ones are never seen to have the same. */
public final class Hash {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    /** FNV-1a, of characters in place of bytes; a null is not an empty text. */
    public static long of(@Nullable String first, @Nullable String second) {
        return append(append(BASIS, first), second);
    }

    private static long append(long before, @Nullable String text) {
        if (text == null) {
            return before * PRIME;
        }
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return (hash ^ (text.length() + (1L << 32))) * PRIME;
    }

    /** Spreads small differences over all bits, so that sums of such numbers are as good as the numbers. */
    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
