package io.github.isolation.maven.report;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a run, as the supervisor does it: the next class goes to the first fork that is free. Pure; milliseconds.
 *
 * @param end when the last fork was through
 * @param busy how long each fork was
 */
record Schedule(long end, List<Long> busy) {
    /** Halves of less are not worth handing out. */
    private static final long WORTH_SPLITTING = 20;

    /**
     * Plays it.
     *
     * @param starts how long it takes until a fork can be given its first class; forks beyond those take as long as the last of them
     * @param splits whether a fork for which nothing is left gets half of what another one still has to do, as long as there are
     *     tests to share. This costs nothing here, and halves are never uneven: it is a lower bound
     */
    static Schedule play(List<Work> order, int forks, List<Long> starts, boolean splits) {
        long[] free = new long[forks];
        long[] busy = new long[forks];
        Tail[] tails = new Tail[forks];
        Arrays.setAll(free, fork -> starts.get(Math.min(fork, starts.size() - 1)));
        Iterator<Work> left = order.iterator();
        while (left.hasNext()) {
            int fork = first(free);
            Work work = left.next();
            free[fork] += work.cost();
            busy[fork] += work.cost();
            tails[fork] = new Tail(work.cost(), work.tests(), work.longest());
        }
        if (splits) {
            split(free, busy, tails);
        }
        // A fork that got nothing kept nobody waiting, however long it took to start.
        long end = IntStream.range(0, forks)
                .filter(fork -> busy[fork] > 0)
                .mapToLong(fork -> free[fork])
                .max()
                .orElse(0);
        return new Schedule(end, Arrays.stream(busy).boxed().toList());
    }

    /** The last thing that a fork does: of how many tests it is, and the longest of them, which nobody can halve. */
    private record Tail(long millis, int tests, long longest) {
        /** How much of it may be given away. */
        long spare() {
            return tests > 1 ? millis - longest : 0;
        }
    }

    /** From here on forks get free one by one, the first one first, and none of them has anything else to do. */
    private static void split(long[] free, long[] busy, @Nullable Tail[] tails) {
        while (true) {
            int idle = first(free);
            int busiest = -1;
            Tail from = null;
            for (int fork = 0; fork < free.length; fork++) {
                Tail tail = tails[fork];
                if (tail != null && tail.spare() >= WORTH_SPLITTING && (from == null || free[fork] > free[busiest])) {
                    busiest = fork;
                    from = tail;
                }
            }
            long part = from == null ? 0 : Math.min((free[busiest] - free[idle]) / 2, from.spare());
            if (from == null || part < WORTH_SPLITTING) {
                return;
            }
            free[busiest] -= part;
            busy[busiest] -= part;
            free[idle] += part;
            busy[idle] += part;
            // Which test is where is not asked: the longest stays, and of the others any may go.
            int given = from.tests() / 2;
            tails[busiest] = new Tail(from.millis() - part, from.tests() - given, from.longest());
            tails[idle] = new Tail(part, given, 0);
        }
    }

    private static int first(long[] free) {
        int first = 0;
        for (int fork = 1; fork < free.length; fork++) {
            if (free[fork] < free[first]) {
                first = fork;
            }
        }
        return first;
    }
}
