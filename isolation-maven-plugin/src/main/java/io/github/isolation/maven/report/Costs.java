package io.github.isolation.maven.report;

import java.util.List;

/**
 * What a run is made of, as far as its plan goes, and what each part would cost on a machine with nothing else to do. Milliseconds.
 *
 * @param order what was handed out, in this order; a class that was continued by another worker is one piece
 * @param starts until each fork is at its first test, the fastest first; at least one
 * @param startLoad cores that a fork keeps busy until then
 * @param rest from the end of the last class to the end of the run
 */
record Costs(List<Work> order, List<Double> starts, double startLoad, double rest, int cores) {
    static Costs of(RunReport report) {
        return new CostsReading(report).costs();
    }

    /** How long a fork takes to start; those of which nobody knows take as long as the slowest. */
    double start(int fork) {
        return starts.get(Math.min(fork, starts.size() - 1));
    }
}
