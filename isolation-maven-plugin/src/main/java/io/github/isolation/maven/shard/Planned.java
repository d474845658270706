package io.github.isolation.maven.shard;

import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardRun;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a plan gives to a shard, and what that shard then accounts for: a class, or a part of one.
 *
 * @param part which one, from 1; 0 if it is the whole class
 * @param of how many parts the class has; 0 if it is whole
 */
record Planned(String name, int part, int of) implements Comparable<Planned> {
    private static final Comparator<Planned> ORDER =
            Comparator.comparing(Planned::name).thenComparingInt(Planned::of).thenComparingInt(Planned::part);

    static Planned of(ScannedClass scanned) {
        return new Planned(scanned.name(), scanned.part(), scanned.of());
    }

    static Planned of(ReportedClass reported) {
        return new Planned(reported.name(), reported.part(), reported.of());
    }

    /** What this shard was to run. */
    static Set<Planned> own(ShardRun run) {
        Set<Planned> own = new LinkedHashSet<>();
        for (ScannedClass scanned : run.scanned()) {
            if (scanned.shard() == run.header().shard()) {
                own.add(of(scanned));
            }
        }
        return own;
    }

    boolean isWhole() {
        return of == 0;
    }

    @Override
    public int compareTo(Planned other) {
        return ORDER.compare(this, other);
    }

    /** For a person: {@code a.LongTest (part 2 of 3)}. */
    @Override
    public String toString() {
        return isWhole() ? name : name + " (part " + part + " of " + of + ")";
    }
}
