package io.github.isolation.agent;

/** Hashes of 64 bits. A text's own has 32, of which two are the same among a hundred thousand texts. */
final class Hashes {
    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final int HALF = 32;

    private Hashes() {}

    static long of(CharSequence text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** Of one after another. */
    static long and(long hash, long other) {
        long mixed = (hash ^ other) * PRIME;
        return mixed ^ (mixed >>> HALF);
    }
}
