package io.github.isolation.maven.report;

import com.google.gson.stream.JsonWriter;
import io.github.isolation.maven.report.Comparison.Pair;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.record.WaitFact;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a page as JSON: tables by column, texts once. Gson writes {@code <}, {@code >}, {@code &}, quotes and line separators as
 * escapes, so no name of a test can end the element that the data is in. All of it is written field by field: what finds fields by
 * itself takes longer to begin than all that is written here.
 */
final class ReportData {
    private static final List<String> OUTCOMES = List.of("passed", "failed", "error", "skipped", "aborted");

    /** Characters of messages, stacks, outputs and last words that a page has, for all runs together. */
    private static final long MOST_TEXT = 1_500_000;

    static final int LISTED = 200;

    private final Strings strings = new Strings(MOST_TEXT);
    private final JsonWriter out;

    private ReportData(JsonWriter out) {
        this.out = out;
    }

    static String json(List<ShownRun> runs) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setHtmlSafe(true);
            new ReportData(out).page(runs);
        }
        return text.toString();
    }

    private void page(List<ShownRun> runs) throws IOException {
        out.beginObject();
        texts("outcomes", OUTCOMES);
        out.name("runs").beginArray();
        for (ShownRun run : runs) {
            run(run);
        }
        out.endArray();
        texts("strings", strings.all());
        out.endObject();
    }

    private void run(ShownRun shown) throws IOException {
        RunReport report = shown.report();
        EndFact end = report.end();
        out.beginObject();
        about(report.run());
        out.name("title").value(shown.title());
        out.name("machine").value(shown.machine());
        out.name("lanes").value(report.lanes());
        out.name("cut").value(report.isCut());
        out.name("millis").value(report.millis());
        out.name("verdict").value(report.verdict());
        out.name("summary").value(end == null ? "" : end.summary());
        totals(report.totals());
        supervisor(report.supervisor());
        tests(report);
        stints(report);
        workers(report);
        gaps(report);
        fixtures(report);
        waits(report);
        leaks(report);
        undiscoverable(report);
        notices(report);
        verdicts(report);
        out.name("help");
        HelpData.write(shown.help(), out);
        comparison(shown.comparison());
        out.endObject();
    }

    private void about(RunFact fact) throws IOException {
        out.name("id").value(fact.run());
        out.name("module").value(fact.module());
        out.name("execution").value(fact.execution());
        out.name("startedAt").value(fact.startedAt());
        out.name("isolation").value(fact.isolation());
        out.name("surefire").value(fact.surefire());
        out.name("java").value(fact.java());
        out.name("os").value(fact.os());
        out.name("cores").value(fact.cores());
        out.name("forks").value(fact.forks());
        out.name("planned").value(fact.classes().size());
        out.name("settings").beginArray();
        for (RunFact.Chosen chosen : fact.settings()) {
            row(chosen.name(), chosen.value(), chosen.from());
        }
        out.endArray();
    }

    private void totals(Totals totals) throws IOException {
        out.name("totals").beginObject();
        out.name("tests").value(totals.tests());
        out.name("passed").value(totals.passed());
        out.name("failed").value(totals.failed());
        out.name("errors").value(totals.errors());
        out.name("skipped").value(totals.skipped());
        out.name("flaky").value(totals.flaky());
        out.name("attempts").value(totals.attempts());
        out.endObject();
    }

    private void supervisor(@Nullable SupervisorFact supervisor) throws IOException {
        out.name("supervisor");
        if (supervisor == null) {
            row();
        } else {
            row(supervisor.cpuMillis(), supervisor.peakRssKiB());
        }
    }

    private void tests(RunReport report) throws IOException {
        Columns columns = new Columns(
                "test", "class", "name", "display", "outcome", "at", "millis", "worker", "fork", "attempt", "ours",
                "message", "stack", "output");
        for (int i = 0; i < report.tests().size(); i++) {
            for (TestFact fact : report.tests().get(i).attempts()) {
                columns.row(
                        i,
                        strings.number(fact.className()),
                        strings.number(fact.name()),
                        strings.number(fact.displayName()),
                        Math.max(0, OUTCOMES.indexOf(fact.outcome())),
                        fact.at(),
                        fact.millis(),
                        fact.worker(),
                        fact.fork(),
                        fact.attempt(),
                        fact.ours() ? 1 : 0,
                        strings.numberOfLong(fact.message()),
                        strings.numberOfLong(fact.stack()),
                        strings.numberOfLong(fact.output()));
            }
        }
        out.name("tests");
        columns.write(out);
    }

    private void stints(RunReport report) throws IOException {
        Columns columns =
                new Columns("class", "worker", "fork", "at", "millis", "place", "part", "attempt", "output", "over");
        for (Stint stint : report.stints()) {
            columns.row(
                    strings.number(stint.className()),
                    stint.worker(),
                    stint.fork(),
                    stint.at(),
                    stint.millis(),
                    stint.fact().place(),
                    strings.number(stint.part()),
                    stint.fact().attempt(),
                    stint.output(),
                    stint.isOver() ? 1 : 0);
        }
        out.name("stints");
        columns.write(out);
    }

    private void workers(RunReport report) throws IOException {
        out.name("workers").beginArray();
        for (WorkerLife life : report.workers()) {
            row(
                    life.number(),
                    life.fork(),
                    life.spare(),
                    life.started(),
                    life.ready(),
                    life.ended(),
                    life.how(),
                    life.why(),
                    life.exit(),
                    life.peakKiB(),
                    life.cpuMillis(),
                    life.classes(),
                    strings.numberOfLong(life.lastWords()));
        }
        out.endArray();
    }

    private void gaps(RunReport report) throws IOException {
        out.name("gaps").beginArray();
        for (RunReport.Gap gap : report.gaps()) {
            row(
                    gap.at(),
                    gap.fact().fork(),
                    gap.fact().from(),
                    gap.fact().to(),
                    gap.fact().spare(),
                    gap.fact().millis());
        }
        out.endArray();
    }

    private void fixtures(RunReport report) throws IOException {
        out.name("fixtures").beginArray();
        for (FixturesFact one : report.fixtures()) {
            row(one.at(), one.fork(), one.millis(), one.bytes(), one.files(), one.removed());
        }
        out.endArray();
    }

    private void waits(RunReport report) throws IOException {
        out.name("waits").beginArray();
        for (WaitFact one : report.waits()) {
            int className = strings.number(one.className());
            row(one.at(), one.worker(), one.fork(), className, strings.number(one.what()), one.millis());
        }
        out.endArray();
    }

    private void leaks(RunReport report) throws IOException {
        out.name("leaks").beginArray();
        for (LeakFact one : report.leaks()) {
            int className = strings.number(one.className());
            row(one.at(), one.worker(), one.fork(), className, one.afterMillis(), one.things());
        }
        out.endArray();
    }

    private void verdicts(RunReport report) throws IOException {
        out.name("verdicts").beginArray();
        for (VerdictFact one : report.verdicts()) {
            row(strings.number(one.className()), strings.number(one.name()), one.label(), one.evidence(), one.again());
        }
        out.endArray();
    }

    private void undiscoverable(RunReport report) throws IOException {
        out.name("undiscoverable").beginArray();
        for (UndiscoverableFact one : report.undiscoverable()) {
            int className = strings.number(one.className());
            row(one.at(), one.worker(), one.fork(), className, strings.numberOfLong(one.message()));
        }
        out.endArray();
    }

    private void notices(RunReport report) throws IOException {
        out.name("notices").beginArray();
        for (NoticeFact one : report.notices()) {
            row(one.at(), one.level(), strings.numberOfLong(one.text()));
        }
        out.endArray();
    }

    private void comparison(@Nullable Comparison comparison) throws IOException {
        out.name("comparison");
        if (comparison == null) {
            out.nullValue();
            return;
        }
        RunReport before = comparison.before();
        out.beginObject();
        out.name("id").value(before.run().run());
        out.name("startedAt").value(before.run().startedAt());
        out.name("millis").value(before.millis());
        out.name("forks").value(before.run().forks());
        out.name("verdict").value(before.verdict());
        totals(before.totals());
        pairs("newlyFailing", comparison.newlyFailing());
        pairs("mended", comparison.mended());
        pairs("slower", comparison.slower());
        pairs("faster", comparison.faster());
        singles("added", comparison.added());
        singles("gone", comparison.gone());
        out.endObject();
    }

    /** How many there are, and the first of them. */
    private void pairs(String name, List<Pair> pairs) throws IOException {
        out.name(name).beginArray().value(pairs.size()).beginArray();
        for (Pair pair : first(pairs)) {
            single(pair.now(), pair.before().last().millis());
        }
        out.endArray().endArray();
    }

    private void singles(String name, List<TestHistory> tests) throws IOException {
        out.name(name).beginArray().value(tests.size()).beginArray();
        for (TestHistory test : first(tests)) {
            single(test);
        }
        out.endArray().endArray();
    }

    private void single(TestHistory test, long... before) throws IOException {
        TestFact last = test.last();
        out.beginArray();
        out.value(strings.number(last.className()));
        out.value(strings.number(last.name()));
        out.value(strings.number(last.displayName()));
        out.value(last.millis());
        for (long millis : before) {
            out.value(millis);
        }
        out.endArray();
    }

    static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LISTED, all.size()));
    }

    private void texts(String name, List<String> all) throws IOException {
        out.name(name);
        value(all);
    }

    private void row(@Nullable Object... values) throws IOException {
        out.beginArray();
        for (Object value : values) {
            value(value);
        }
        out.endArray();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof List<?> several) {
            row(several.toArray());
        } else if (value instanceof Number number) {
            out.value(number);
        } else if (value instanceof Boolean flag) {
            out.value(flag.booleanValue());
        } else {
            out.value((String) value);
        }
    }
}
