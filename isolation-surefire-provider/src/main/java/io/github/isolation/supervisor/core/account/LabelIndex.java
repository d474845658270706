package io.github.isolation.supervisor.core.account;

import java.util.Arrays;

/** Numbers by names: a hash table of primitives, since there may be some hundred thousand of them. Immutable. */
public final class LabelIndex {
    private static final int NOTHING = -1;

    private final long[] names;
    private final int[] slots;
    private final int[] following;

    private LabelIndex(long[] names, int end) {
        this.names = names;
        this.slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, end)) * 4)];
        this.following = new int[end];
        Arrays.fill(slots, NOTHING);
        for (int number = end - 1; number >= 0; number--) {
            if (names[number] != 0) {
                int slot = slot(names[number]);
                following[number] = slots[slot];
                slots[slot] = number;
            }
        }
    }

    /** Of the first names of an array; 0 is none. */
    public static LabelIndex of(long[] names, int end) {
        return new LabelIndex(Arrays.copyOf(names, end), end);
    }

    /** The lowest number of this name; negative if there is none. */
    public int first(long name) {
        return slots[slot(name)];
    }

    /** The next one of the same name; negative if there is none. */
    public int next(int number) {
        return following[number];
    }

    /** Whether no two have this name. */
    public boolean isAlone(long name) {
        int first = first(name);
        return first == NOTHING || next(first) == NOTHING;
    }

    /** Where this name is, or would be. */
    private int slot(long name) {
        int slot = (int) (name ^ (name >>> 32)) & (slots.length - 1);
        while (slots[slot] != NOTHING && names[slots[slot]] != name) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
