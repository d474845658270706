package io.github.isolation.maven.report;

import io.github.isolation.record.WaitFact;
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
        int forks = report.lanes();
        for (Stint stint : report.stints()) {
            forks = Math.max(forks, stint.fork());
        }
        for (int fork = 1; fork <= forks; fork++) {
            shares.add(of(fork, report));
        }
        return shares;
    }

    private static ForkShare of(int fork, RunReport report) {
        long starting = 0;
        long testing = 0;
        long last = 0;
        for (Stint stint : report.stints()) {
            if (stint.fork() == fork) {
                starting = testing == 0 && last == 0 ? stint.at() : starting;
                testing += stint.millis();
                last = Math.max(last, stint.end());
            }
        }
        long waiting = 0;
        for (WaitFact wait : report.waits()) {
            waiting += wait.fork() == fork ? wait.millis() : 0;
        }
        long between = Math.max(0, last - starting - testing);
        return new ForkShare(fork, starting, testing, waiting, between, Math.max(0, report.millis() - last));
    }
}
