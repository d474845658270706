package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A class that prints nothing, and others beside it that print much. A JVM of its own, because how much a file may take is the limit of a
 * process. Says what Maven was told, a line each; output without its number of lines.
 */
final class KeepsEvents {
    private KeepsEvents() {}

    public static void main(String[] arguments) {
        HeardCalls heard = new HeardCalls();
        TestSets[] sets = new TestSets[1];
        sets[0] = new TestSets(
                heard.sink(),
                false,
                Path.of(arguments[0]),
                (run, set, why) ->
                        sets[0].hold(run, List.of(report(ReportKind.ERROR, String.valueOf(set.source()), why, null))));
        tell(sets[0], 1, "a.Quiet", 0);
        for (long run = 2; run < 2 + Integer.parseInt(arguments[2]); run++) {
            tell(sets[0], run, "a.Chatty", Integer.parseInt(arguments[1]));
        }
        sets[0].release(1);
        sets[0].releaseAll();
        String last = "";
        for (String call : heard.calls) {
            if (!call.equals(last)) {
                System.out.println(call);
            }
            last = call;
        }
        long printed = heard.calls.stream()
                .filter(call -> call.startsWith("testOutput"))
                .count();
        System.out.println(printed);
    }

    private static void tell(TestSets sets, long run, String source, int kilobytes) {
        sets.hold(run, List.of(report(ReportKind.SET_STARTING, source, null, null)));
        sets.hold(run, List.of(report(ReportKind.STARTING, source, "first", null)));
        for (int i = 0; i < kilobytes; i++) {
            Event printed = new Printed("x".repeat(1_000), true, true, false, 1L, null);
            sets.hold(run, List.of(printed));
        }
        Trace trace = new Trace("long", "long", "l".repeat(10_000));
        sets.hold(run, List.of(report(ReportKind.FAILED, source, "first", trace)));
        sets.hold(run, List.of(report(ReportKind.SET_COMPLETED, source, null, null)));
    }

    private static Event report(ReportKind kind, String source, String name, Trace trace) {
        return new Reported(
                kind, new TestReport(false, 1, source, null, name, null, null, 1, trace, Map.of(), null, null));
    }
}
