package io.github.isolation.shard;

import io.github.isolation.record.Fields;
import io.github.isolation.record.JsonWriter;

/**
 * What became of a class, or of a part of one, in one shard.
 *
 * @param name of the class; of a test set that is of no class which was to be run, in the case of {@link State#BESIDES}
 * @param counts how many tests came to what end
 * @param millis how long a worker had it
 * @param worker the number of the worker that had it last; 0 if none
 * @param place the how-manieth class of this worker
 * @param file its XML report, seen from the directory of the shard's file; empty if there is none
 * @param sha256 of that file
 * @param part which part of the class, from 1; 0 if it is whole
 * @param of how many parts the class has; 0 if it is whole
 */
public record ReportedClass(
        String name,
        State state,
        Counts counts,
        long millis,
        int worker,
        int place,
        String file,
        String sha256,
        int part,
        int of) {
    /** Of all of a class. */
    public ReportedClass(
            String name, State state, Counts counts, long millis, int worker, int place, String file, String sha256) {
        this(name, state, counts, millis, worker, place, file, sha256, 0, 0);
    }

    /** What is known of a class at the end. */
    public enum State {
        /** It has results. */
        REPORTED,
        /** A worker had it, and there was no test in it, or none in its part. */
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

    /** The same, of a part. */
    public ReportedClass ofPart(int which, int ofThem) {
        return new ReportedClass(name, state, counts, millis, worker, place, file, sha256, which, ofThem);
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
                .putUnlessZero("part", part)
                .putUnlessZero("of", of)
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
                in.text("sha256"),
                in.count("part"),
                in.count("of"));
    }
}
