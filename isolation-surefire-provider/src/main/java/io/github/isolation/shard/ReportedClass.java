package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;

/**
 * What became of a class in one shard.
 *
 * @param name of the class; of a test set that is of no class which was to be run, in the case of {@link State#BESIDES}
 * @param counts how many tests came to what end
 * @param millis how long a worker had it
 * @param worker the number of the worker that had it last; 0 if none
 * @param place the how-manieth class of this worker
 * @param file its XML report, seen from the directory of the shard's file; empty if there is none
 * @param sha256 of that file
 */
public record ReportedClass(
        String name, State state, Counts counts, long millis, int worker, int place, String file, String sha256) {
    /** What is known of a class at the end. */
    public enum State {
        /** It has results. */
        REPORTED,
        /** A worker had it, and there was no test in it. */
        EMPTY,
        /** A filter, or {@code skipAfterFailureCount}, has left it out. */
        LEFT_OUT,
        /** It was to be run, and nobody knows what became of it. */
        LOST,
        /** Results of something that was not among the classes, as of those that a suite runs. */
        BESIDES
    }

    /**
     * Tests, each once, whatever number of attempts it took.
     *
     * @param tests all of them
     * @param flaky how many of them passed after they had failed
     */
    public record Counts(int tests, int failures, int errors, int skipped, int flaky) {
        /** Nothing at all. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /** Those of both. */
        public Counts plus(Counts more) {
            return new Counts(
                    tests + more.tests,
                    failures + more.failures,
                    errors + more.errors,
                    skipped + more.skipped,
                    flaky + more.flaky);
        }
    }

    /** Whether a test of it failed, and none of its attempts passed. */
    public boolean hasFailed() {
        return counts.failures() + counts.errors() > 0;
    }

    String line(String id) {
        return JsonWriter.of("reported")
                .put("id", id)
                .put("class", name)
                .put("state", state.name())
                .put("tests", counts.tests())
                .putUnlessZero("failures", counts.failures())
                .putUnlessZero("errors", counts.errors())
                .putUnlessZero("skipped", counts.skipped())
                .putUnlessZero("flaky", counts.flaky())
                .put("millis", millis)
                .put("worker", worker)
                .put("place", place)
                .put("file", file)
                .put("sha256", sha256)
                .toString();
    }

    static ReportedClass read(Fields in) {
        return new ReportedClass(
                in.text("class"),
                State.valueOf(in.text("state")),
                new Counts(
                        in.count("tests"),
                        in.count("failures"),
                        in.count("errors"),
                        in.count("skipped"),
                        in.count("flaky")),
                in.number("millis"),
                in.count("worker"),
                in.count("place"),
                in.text("file"),
                in.text("sha256"));
    }
}
