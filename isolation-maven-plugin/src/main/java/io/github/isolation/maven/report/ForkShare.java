package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a fork's time. The parts add up to the time of the run; milliseconds.
 *
 * @param starting until it was given its first class
 * @param testing with a class in hand
 * @param waiting the part of testing in which tests waited for locks
 * @param between classes: changes of workers, fixtures that were restored
 * @param idle when nothing was left for it
 */
public record ForkShare(int fork, long starting, long testing, long waiting, long between, long idle) {
    static List<ForkShare> of(RunReport report) {
        List<ForkShare> shares = new ArrayList<>();
        int forks = Math.max(
                report.lanes(),
                report.stints().stream().mapToInt(Stint::fork).max().orElse(0));
        for (int fork = 1; fork <= forks; fork++) {
            int number = fork;
            List<Stint> stints = report.stints().stream()
                    .filter(stint -> stint.fork() == number)
                    .toList();
            long waiting = report.waits().stream()
                    .filter(wait -> wait.fork() == number)
                    .mapToLong(wait -> wait.millis())
                    .sum();
            long testing = stints.stream().mapToLong(Stint::millis).sum();
            long starting = stints.isEmpty() ? 0 : stints.get(0).at();
            long last = stints.stream().mapToLong(Stint::end).max().orElse(0);
            long idle = Math.max(0, report.millis() - last);
            shares.add(new ForkShare(fork, starting, testing, waiting, Math.max(0, last - starting - testing), idle));
        }
        return shares;
    }
}
