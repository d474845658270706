package io.github.isolation.supervisor.core;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the invocations of one test were called, by their numbers, and which of them another JVM's invocation is. Of each no
 * more is kept than a digest of its name, and one of its arguments where its name does not show them.
 */
final class Labels {
    /** Numbers that are further apart than this count nothing, whatever they are; they are taken for names. */
    private static final int SPARSE = 100_000;

    private long[] names = new long[8];
    private long @Nullable [] details;
    private int end;

    /** Those that have been recognized in the worker that runs now; the others are known from workers before. */
    private final BitSet recognized = new BitSet();

    private boolean knownFromBefore;
    private @Nullable LabelIndex before;

    /** Another worker begins to count. */
    void nextWorker() {
        knownFromBefore = true;
        recognized.clear();
        before = null;
    }

    /**
     * The number under which this invocation is known: its own, or another one if it has changed places with others, or a free
     * one if its own is taken. It is recognized from now on.
     *
     * @param detail 0 if there are none
     */
    int recognize(int number, long name, long detail) {
        if (number - SPARSE > 2 * end) {
            return number;
        }
        int known = knownFromBefore ? find(number, name, detail) : number;
        put(known, name, detail);
        recognized.set(known);
        return known;
    }

    private int find(int number, long name, long detail) {
        LabelIndex index = before == null ? LabelIndex.of(names, end) : before;
        before = index;
        // Names that several have say nothing by themselves, and the only one that is known may be one of several.
        boolean tells = index.isAlone(name) && (detail == 0 || index.size() > 1);
        if (isOpen(number) && names[number] == name && (tells || detail == detail(number))) {
            return number;
        }
        for (int other = index.first(name); other >= 0; other = index.next(other)) {
            if (isOpen(other) && (tells || (detail != 0 && detail == detail(other)))) {
                return other;
            }
        }
        return isKnown(number) ? end : number;
    }

    /** Known from a worker before, and not seen again yet. */
    private boolean isOpen(int number) {
        return isKnown(number) && !recognized.get(number);
    }

    private boolean isKnown(int number) {
        return number < end && names[number] != 0;
    }

    private long detail(int number) {
        return details == null || number >= details.length ? 0 : details[number];
    }

    private void put(int number, long name, long detail) {
        if (number >= names.length) {
            names = Arrays.copyOf(names, Math.max(number + 1, names.length * 2));
        }
        names[number] = name;
        end = Math.max(end, number + 1);
        if (detail != 0) {
            long[] all = details == null ? new long[names.length] : details;
            details = all.length < names.length ? Arrays.copyOf(all, names.length) : all;
            details[number] = detail;
        }
    }
}
