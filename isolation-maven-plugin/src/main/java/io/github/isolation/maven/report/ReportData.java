package io.github.isolation.maven.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.isolation.maven.report.Comparison.Pair;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The data of a page as JSON: tables by column, texts once. Gson writes {@code <}, {@code >}, {@code &}, quotes and line separators as
 * escapes, so no name of a test can end the element that the data is in.
 */
final class ReportData {
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final List<String> OUTCOMES = List.of("passed", "failed", "error", "skipped", "aborted");

    /** Characters of messages, stacks, outputs and last words that a page has, for all runs together. */
    private static final long MOST_TEXT = 1_500_000;

    private static final int LISTED = 200;

    private final Strings strings = new Strings(MOST_TEXT);

    private ReportData() {}

    static String json(List<ShownRun> runs) {
        ReportData data = new ReportData();
        List<Object> all = new ArrayList<>();
        runs.forEach(run -> all.add(data.run(run)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("outcomes", OUTCOMES);
        page.put("runs", all);
        page.put("strings", data.strings.all());
        return GSON.toJson(page);
    }

    private Map<String, Object> run(ShownRun shown) {
        RunReport report = shown.report();
        RunFact fact = report.run();
        EndFact end = report.end();
        SupervisorFact supervisor = report.supervisor();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", fact.run());
        run.put("title", shown.title());
        run.put("module", fact.module());
        run.put("execution", fact.execution());
        run.put("startedAt", fact.startedAt());
        run.put("isolation", fact.isolation());
        run.put("surefire", fact.surefire());
        run.put("java", fact.java());
        run.put("os", fact.os());
        run.put("cores", fact.cores());
        run.put("forks", fact.forks());
        run.put("lanes", report.lanes());
        run.put("settings", rows(fact.settings(), chosen -> List.of(chosen.name(), chosen.value(), chosen.from())));
        run.put("planned", fact.classes().size());
        run.put("cut", report.isCut());
        run.put("millis", report.millis());
        run.put("verdict", report.verdict());
        run.put("summary", end == null ? "" : end.summary());
        run.put("totals", report.totals());
        run.put(
                "supervisor",
                supervisor == null ? List.of() : List.of(supervisor.cpuMillis(), supervisor.peakRssKiB()));
        run.put("tests", tests(report));
        run.put("stints", stints(report));
        run.put("workers", rows(report.workers(), this::worker));
        run.put("gaps", rows(report.gaps(), ReportData::gap));
        run.put(
                "fixtures",
                rows(
                        report.fixtures(),
                        one -> List.of(one.at(), one.fork(), one.millis(), one.bytes(), one.files(), one.removed())));
        run.put(
                "waits",
                rows(
                        report.waits(),
                        one -> List.of(
                                one.at(),
                                one.worker(),
                                one.fork(),
                                strings.number(one.className()),
                                strings.number(one.what()),
                                one.millis())));
        run.put(
                "leaks",
                rows(
                        report.leaks(),
                        one -> List.of(
                                one.at(),
                                one.worker(),
                                one.fork(),
                                strings.number(one.className()),
                                one.afterMillis(),
                                one.things())));
        run.put(
                "undiscoverable",
                rows(
                        report.undiscoverable(),
                        one -> List.of(
                                one.at(),
                                one.worker(),
                                one.fork(),
                                strings.number(one.className()),
                                strings.numberOfLong(one.message()))));
        run.put(
                "notices",
                rows(report.notices(), one -> List.of(one.at(), one.level(), strings.numberOfLong(one.text()))));
        run.put("help", help(shown.help()));
        Comparison comparison = shown.comparison();
        run.put("comparison", comparison == null ? null : comparison(comparison));
        return run;
    }

    private static <T> List<Object> rows(List<T> all, Function<T, Object> row) {
        List<Object> rows = new ArrayList<>();
        all.forEach(one -> rows.add(row.apply(one)));
        return rows;
    }

    private Map<String, List<Object>> tests(RunReport report) {
        Columns columns = new Columns("test", "class", "name", "display", "outcome", "at", "millis", "worker", "fork");
        columns.and("attempt", "ours", "message", "stack", "output");
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
        return columns.all();
    }

    private Map<String, List<Object>> stints(RunReport report) {
        Columns columns = new Columns("class", "worker", "fork", "at", "millis", "place", "part", "attempt", "output");
        columns.and("over");
        report.stints()
                .forEach(stint -> columns.row(
                        strings.number(stint.className()),
                        stint.worker(),
                        stint.fork(),
                        stint.at(),
                        stint.millis(),
                        stint.fact().place(),
                        strings.number(stint.fact().part()),
                        stint.fact().attempt(),
                        stint.output(),
                        stint.isOver() ? 1 : 0));
        return columns.all();
    }

    private List<Object> worker(WorkerLife life) {
        List<Object> row = new ArrayList<>();
        row.add(life.number());
        row.add(life.fork());
        row.add(life.spare());
        row.add(life.started());
        row.add(life.ready());
        row.add(life.ended());
        row.add(life.how());
        row.add(life.why());
        row.add(life.exit());
        row.add(life.peakKiB());
        row.add(life.cpuMillis());
        row.add(life.classes());
        row.add(strings.numberOfLong(life.lastWords()));
        return row;
    }

    private static List<Object> gap(RunReport.Gap gap) {
        return List.of(
                gap.at(),
                gap.fact().fork(),
                gap.fact().from(),
                gap.fact().to(),
                gap.fact().spare(),
                gap.fact().millis());
    }

    private static Map<String, Object> help(WhatWouldHelp help) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("advice", help.advice());
        all.put("measured", help.measured());
        all.put("asItWas", help.asItWas());
        all.put("others", help.others());
        all.put("longest", help.longest());
        all.put("floor", help.floor());
        all.put("forks", help.forks());
        all.put("kept", help.keptWaiting().stream().limit(LISTED).toList());
        return all;
    }

    private Map<String, Object> comparison(Comparison comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        RunReport before = comparison.before();
        all.put("id", before.run().run());
        all.put("startedAt", before.run().startedAt());
        all.put("millis", before.millis());
        all.put("forks", before.run().forks());
        all.put("verdict", before.verdict());
        all.put("totals", before.totals());
        all.put("newlyFailing", pairs(comparison.newlyFailing()));
        all.put("mended", pairs(comparison.mended()));
        all.put("slower", pairs(comparison.slower()));
        all.put("faster", pairs(comparison.faster()));
        all.put("added", singles(comparison.added()));
        all.put("gone", singles(comparison.gone()));
        return all;
    }

    /** How many there are, and the first of them. */
    private List<Object> pairs(List<Pair> pairs) {
        return List.of(
                pairs.size(),
                pairs.stream()
                        .limit(LISTED)
                        .map(pair -> {
                            List<Object> row = single(pair.now());
                            row.add(pair.before().last().millis());
                            return row;
                        })
                        .toList());
    }

    private List<Object> singles(List<TestHistory> tests) {
        return List.of(
                tests.size(), tests.stream().limit(LISTED).map(this::single).toList());
    }

    private List<Object> single(TestHistory test) {
        TestFact last = test.last();
        return new ArrayList<>(List.of(
                strings.number(last.className()),
                strings.number(last.name()),
                strings.number(last.displayName()),
                last.millis()));
    }
}
