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
 * @param planned which part of the class this machine was to run, as in {@code part 2 of 3}; empty if all of it
 */
public record Stint(
        ClassFact fact, long end, @Nullable Integer cpuMillis, long output, boolean isOver, String planned) {
    private static final String WHOLE = "whole";

    /** Of a class that is on one machine. */
    Stint(ClassFact fact, long end, @Nullable Integer cpuMillis, long output, boolean isOver) {
        this(fact, end, cpuMillis, output, isOver, "");
    }

    /** The same of a part that was planned. */
    Stint ofPart(String part) {
        return new Stint(fact, end, cpuMillis, output, isOver, part);
    }

    /** How much of the class it was, for a person: {@code whole}, or as in {@code part 2 of 3, rest}. */
    String part() {
        return planned.isEmpty() ? fact.part() : fact.part().equals(WHOLE) ? planned : planned + ", " + fact.part();
    }

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
