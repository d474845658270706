package io.github.isolation.report;

import io.github.isolation.protocol.Trace;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** A trace that is text already: the worker wrote it, trimmed as the user configured. */
final class TextTrace implements StackTraceWriter {
    private final Trace trace;

    TextTrace(Trace trace) {
        this.trace = trace;
    }

    @Override
    public @Nullable String writeTraceToString() {
        return trace.text();
    }

    @Override
    public @Nullable String writeTrimmedTraceToString() {
        return trace.text();
    }

    @Override
    public @Nullable String smartTrimmedStackTrace() {
        return trace.summary();
    }

    @Override
    public @Nullable SafeThrowable getThrowable() {
        return trace.message() == null ? null : new SafeThrowable(trace.message());
    }
}
