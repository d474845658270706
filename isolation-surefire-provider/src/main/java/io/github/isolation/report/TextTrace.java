package io.github.isolation.report;

import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.Wording;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** A trace that is text already: the worker wrote it, trimmed as the user configured. */
final class TextTrace implements StackTraceWriter {
    private final @Nullable String message;
    private final @Nullable String summary;
    private final @Nullable String text;

    TextTrace(Trace trace) {
        this.message = inXml(trace.message());
        this.summary = inXml(trace.summary());
        this.text = trace.text() == null ? null : withReadableType(Wording.inXml(trace.text()));
    }

    /** Surefire takes what is before the first colon for the type, which alone it writes into XML as it is. */
    private static String withReadableType(String text) {
        int colon = text.indexOf(':');
        String type = colon < 0 ? text : text.substring(0, colon);
        return Wording.shown(type) + text.substring(type.length());
    }

    private static @Nullable String inXml(@Nullable String text) {
        return text == null ? null : Wording.inXml(text);
    }

    @Override
    public @Nullable String writeTraceToString() {
        return text;
    }

    @Override
    public @Nullable String writeTrimmedTraceToString() {
        return text;
    }

    @Override
    public @Nullable String smartTrimmedStackTrace() {
        return summary;
    }

    @Override
    public @Nullable SafeThrowable getThrowable() {
        return message == null ? null : new SafeThrowable(message);
    }
}
