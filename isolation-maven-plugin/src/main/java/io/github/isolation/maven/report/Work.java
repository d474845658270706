package io.github.isolation.maven.report;

/**
 * What a fork is given at a time, and what it cost.
 *
 * @param name of the class
 * @param millis it was in hand
 * @param after milliseconds until the fork was given the next
 * @param change the part of those that a worker took which went on purpose, and its successor
 * @param tests that can be given to different workers; at least 1
 * @param longest milliseconds of the longest of those
 */
record Work(String name, long millis, long after, long change, int tests, long longest) {
    long cost() {
        return millis + after;
    }

    Work withoutChange() {
        return new Work(name, millis, after - change, 0, tests, longest);
    }

    Work and(Work more) {
        return new Work(
                name,
                millis + more.millis,
                after + more.after,
                change + more.change,
                Math.max(tests, more.tests),
                Math.max(longest, more.longest));
    }
}
