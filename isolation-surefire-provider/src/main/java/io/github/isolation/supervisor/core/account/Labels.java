package io.github.isolation.supervisor.core.account;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the invocations of one test were called, by their numbers, and which of them another JVM's invocation is. Of each no
 * more is kept than a digest of its name.
 */
public final class Labels {
    /** Numbers that are further apart than this count nothing, whatever they are; they are taken for names. */
    private static final int SPARSE = 100_000;

    private long[] names = new long[8];
    private int end;

    /** Those that have been recognized in the worker that runs now; the others are known from workers before. */
    private final BitSet recognized = new BitSet();

    /** Those that no worker has run, and one is to run now. */
    private final BitSet promised = new BitSet();

    private boolean knownFromBefore;
    private @Nullable LabelIndex before;

    /** One that knows the same, and learns by itself. */
    public Labels copy() {
        Labels copy = new Labels();
        copy.names = names.clone();
        copy.end = end;
        copy.knownFromBefore = knownFromBefore;
        copy.recognized.or(recognized);
        copy.promised.or(promised);
        return copy;
    }

    /**
     * The next worker is to run this one, no other has, and the names of all are known: if this worker has a name for it that is none
     * of these, the number has to do.
     */
    public void promise(int number) {
        promised.set(number);
    }

    /** Another worker begins to count. */
    public void nextWorker() {
        knownFromBefore = true;
        recognized.clear();
        before = null;
    }

    /**
     * The number under which this invocation is known: its own, or another one if it has changed places with others, or a free
     * one if its own is taken. It is recognized from now on.
     */
    public int recognize(int number, long name) {
        if (number - SPARSE > 2 * end) {
            return number;
        }
        int known = knownFromBefore ? find(number, name) : number;
        put(known, name);
        recognized.set(known);
        return known;
    }

    /** Whether several were called so in the worker before: then their numbers are all there is to tell them apart. */
    public boolean areAlike(long name) {
        return knownFromBefore && end > 0 && !index().isAlone(name);
    }

    /** Whether the number is all that is known of this invocation, and stands for one that nobody has run. */
    public boolean hasToDo(int number, long name) {
        return knownFromBefore && promised.get(number) && isOpen(number) && index().first(name) < 0;
    }

    /** Whether no worker before has counted. */
    public boolean areFirst() {
        return !knownFromBefore;
    }

    private int find(int number, long name) {
        LabelIndex index = index();
        if (isOpen(number) && names[number] == name) {
            return number;
        }
        for (int other = index.first(name); other >= 0; other = index.next(other)) {
            if (isOpen(other) && index.isAlone(name)) {
                return other;
            }
        }
        return isKnown(number) && !hasToDo(number, name) ? end : number;
    }

    private LabelIndex index() {
        LabelIndex index = before == null ? LabelIndex.of(names, end) : before;
        before = index;
        return index;
    }

    /** Known from a worker before, and not seen again yet. */
    private boolean isOpen(int number) {
        return isKnown(number) && !recognized.get(number);
    }

    private boolean isKnown(int number) {
        return number < end && names[number] != 0;
    }

    private void put(int number, long name) {
        if (number >= names.length) {
            names = Arrays.copyOf(names, Math.max(number + 1, names.length * 2));
        }
        names[number] = name;
        end = Math.max(end, number + 1);
    }
}
