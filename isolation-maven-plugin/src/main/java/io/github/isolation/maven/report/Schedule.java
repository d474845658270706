package io.github.isolation.maven.report;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

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
        int[] tests = new int[forks];
        Arrays.setAll(free, fork -> starts.get(Math.min(fork, starts.size() - 1)));
        Iterator<Work> left = order.iterator();
        while (left.hasNext()) {
            int fork = first(free);
            Work work = left.next();
            free[fork] += work.cost();
            busy[fork] += work.cost();
            tests[fork] = work.tests();
        }
        if (splits) {
            split(free, busy, tests);
        }
        // A fork that got nothing kept nobody waiting, however long it took to start.
        long end = IntStream.range(0, forks)
                .filter(fork -> busy[fork] > 0)
                .mapToLong(fork -> free[fork])
                .max()
                .orElse(0);
        return new Schedule(end, Arrays.stream(busy).boxed().toList());
    }

    /** From here on forks get free one by one, the first one first, and none of them has anything else to do. */
    private static void split(long[] free, long[] busy, int[] tests) {
        while (true) {
            int idle = first(free);
            int busiest = -1;
            for (int fork = 0; fork < free.length; fork++) {
                if (tests[fork] > 1 && (busiest < 0 || free[fork] > free[busiest])) {
                    busiest = fork;
                }
            }
            long half = busiest < 0 ? 0 : (free[busiest] - free[idle]) / 2;
            if (half < WORTH_SPLITTING) {
                return;
            }
            free[busiest] -= half;
            busy[busiest] -= half;
            free[idle] += half;
            busy[idle] += half;
            tests[idle] = tests[busiest] / 2;
            tests[busiest] -= tests[idle];
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
