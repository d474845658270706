package io.github.isolation.books;

/**
 * A set of numbers that are hashes already, at 16 to 32 bytes each: a set of objects takes three times that. Not thread-safe.
 */
public final class HashSet64 {
    private static final int SMALLEST = 16;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** Whether it is new. Zero marks an empty place, so it is taken for another number. */
    public boolean add(long hash) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return insert(hash == 0 ? 1 : hash);
    }

    private boolean insert(long hash) {
        int mask = slots.length - 1;
        int at = (int) Hash.mixed(hash) & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long hash : old) {
            if (hash != 0) {
                insert(hash);
            }
        }
    }
}
