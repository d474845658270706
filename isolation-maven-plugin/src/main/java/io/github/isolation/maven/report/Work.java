package io.github.isolation.maven.report;

/**
 * What a fork is given at a time, and what it would cost on a machine with nothing else to do.
 *
 * @param name of the class
 * @param millis it is in hand
 * @param after milliseconds until the fork is given the next
 * @param change the part of those that a worker takes which goes on purpose, and its successor
 * @param tests that can be given to different workers; at least 1
 * @param longest milliseconds of the longest of those
 * @param load cores that it keeps busy, see {@link Load}
 */
record Work(String name, double millis, double after, double change, int tests, double longest, double load) {
    double cost() {
        return millis + after;
    }

    Work withoutChange() {
        return new Work(name, millis, after - change, 0, tests, longest, load);
    }

    Work and(Work more) {
        double cost = cost() + more.cost();
        return new Work(
                name,
                millis + more.millis,
                after + more.after,
                change + more.change,
                Math.max(tests, more.tests),
                Math.max(longest, more.longest),
                cost == 0 ? load : (load * cost() + more.load * more.cost()) / cost);
    }
}
