package io.github.isolation.books;

import java.util.ArrayList;
import java.util.List;

/**
 * Results in numbers: how many of each outcome, and a sum over who had which. As small for 250,000 tests as for one. Not
 * thread-safe.
 */
public final class Tally {
    private final long[] counts = new long[Outcome.ALL];
    private long digest;

    /**
     * One more.
     *
     * @param test stands for its name
     */
    public void add(Outcome outcome, long test) {
        counts[outcome.place()]++;
        digest += Hash.mixed(test + outcome.place());
    }

    /** All of another tally. */
    public Tally add(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        digest += other.digest;
        return this;
    }

    /** How many had this outcome. */
    public long count(Outcome outcome) {
        return counts[outcome.place()];
    }

    /** How many there are. */
    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The same for the same results in any order, and for hardly any others. */
    public long digest() {
        return digest;
    }

    /** Without what is zero, for a person. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (count(outcome) > 0) {
                parts.add(outcome.times(count(outcome)));
            }
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    String line() {
        StringBuilder line = new StringBuilder();
        for (long count : counts) {
            line.append(count).append(' ');
        }
        return line.append(Long.toHexString(digest)).toString();
    }

    static Tally parse(String line) {
        String[] parts = line.split(" ", -1);
        Tally tally = new Tally();
        for (int i = 0; i < tally.counts.length; i++) {
            tally.counts[i] = Long.parseLong(parts[i]);
        }
        tally.digest = Long.parseUnsignedLong(parts[tally.counts.length], 16);
        return tally;
    }
}
