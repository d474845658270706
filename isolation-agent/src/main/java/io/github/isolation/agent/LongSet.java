package io.github.isolation.agent;

/**
 * Hashes of what was written down already: eight bytes each, and no object to look one up. Two things of one hash would be one;
 * with 64 bits, among as many as fit in here, that is not going to happen. Thread-safe.
 */
final class LongSet {
    private static final int FIRST_SIZE = 1 << 10;
    private static final int GOLDEN_SHIFT = 32;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int most;
    private long[] slots = new long[FIRST_SIZE];
    private int size;

    LongSet(int most) {
        this.most = most;
    }

    synchronized boolean contains(long hash) {
        return slots[slot(slots, mark(hash))] != 0;
    }

    /** Whether it is new, and there was room for it. */
    synchronized boolean add(long hash) {
        long mark = mark(hash);
        int slot = slot(slots, mark);
        if (slots[slot] != 0 || size == most) {
            return false;
        }
        slots[slot] = mark;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    synchronized boolean isFull() {
        return size == most;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long mark : slots) {
            if (mark != 0) {
                larger[slot(larger, mark)] = mark;
            }
        }
        slots = larger;
    }

    /** Where it is, or would be. */
    private static int slot(long[] slots, long mark) {
        int at = (int) ((mark * GOLDEN) >>> GOLDEN_SHIFT) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != mark) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    /** Zero is a slot that is free. */
    private static long mark(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
