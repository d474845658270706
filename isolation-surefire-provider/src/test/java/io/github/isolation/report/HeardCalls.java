package io.github.isolation.report;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;

/** What Maven would hear: calls of Surefire's encoder, in words. */
public final class HeardCalls {
    /** In order. */
    public final List<String> calls = new ArrayList<>();

    private final Consumer<String> listener;

    /** That nobody listens to. */
    public HeardCalls() {
        this(call -> {});
    }

    /** With somebody who hears each call after it was noted, and may throw. */
    public HeardCalls(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Where to tell it. */
    public SurefireSink sink() {
        MasterProcessChannelEncoder encoder = (MasterProcessChannelEncoder) Proxy.newProxyInstance(
                HeardCalls.class.getClassLoader(),
                new Class<?>[] {MasterProcessChannelEncoder.class},
                (proxy, method, arguments) -> {
                    String call = method.getName() + " " + (arguments == null ? "" : words(arguments[0]));
                    calls.add(call);
                    listener.accept(call);
                    return null;
                });
        return sink(encoder);
    }

    static SurefireSink sink(MasterProcessChannelEncoder encoder) {
        return new SurefireSink(encoder, new GatheringOutput(new ByteArrayOutputStream()));
    }

    private static String words(Object argument) {
        if (argument instanceof TestOutputReportEntry printed) {
            return Integer.toString(printed.getLog().length());
        }
        if (argument instanceof StackTraceWriter trace) {
            return trace.writeTraceToString().split("\n", 2)[0];
        }
        return argument instanceof ReportEntry entry
                ? entry.getSourceName() + " " + entry.getName()
                : String.valueOf(argument);
    }
}
