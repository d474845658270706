package io.github.isolation.maven.report;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import org.jspecify.annotations.Nullable;

/**
 * A class in the hands of a worker, from when it was handed out until the worker was through, or gone. Times are in milliseconds
 * since the run began.
 *
 * @param end the end of the record, where it does not say when this was over
 * @param cpuMillis as in {@link ClassEndFact}
 * @param output characters that were printed meanwhile
 * @param isOver whether the record says when it was over
 */
public record Stint(ClassFact fact, long end, @Nullable Integer cpuMillis, long output, boolean isOver) {
    public String className() {
        return fact.className();
    }

    public int worker() {
        return fact.worker();
    }

    public int fork() {
        return fact.fork();
    }

    public long at() {
        return fact.at();
    }

    public long millis() {
        return end - fact.at();
    }
}
