package io.github.isolation.maven.shard;

import io.github.isolation.books.ClassAccount;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.books.Tally;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TestFact;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of each class of a shard: by the books of its run, its record, and its reports. */
final class ShardAccount {
    /** A report of a test set, if there is one. */
    interface Reports {
        Optional<Report> of(SourceAccount source);
    }

    /**
     * An XML report.
     *
     * @param file seen from the directory of the shard's file
     * @param sha256 of what is in it
     * @param counts of its cases; null if they cannot be read, as where a test has printed what XML does not have
     */
    record Report(String file, String sha256, @Nullable Counts counts) {
        /** Whether it may be that of a test set of which Maven was told this. */
        private boolean isOf(Counts told) {
            return counts == null || bad(counts) >= bad(told);
        }
    }

    private record Place(int worker, int place) {}

    private final RunBooks books;
    private final Reports reports;
    private final int reruns;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Long> millis = new HashMap<>();

    /** By class and test; known only where failures are tried again. */
    private final Map<String, Map<String, List<TestFact>>> attempts = new HashMap<>();

    ShardAccount(RunBooks books, List<Fact> record, Reports reports) {
        this.books = books;
        this.reports = reports;
        this.reruns = books.header().reruns();
        for (Fact fact : record) {
            if (fact instanceof ClassFact handed) {
                places.put(handed.className(), new Place(handed.worker(), handed.place()));
            } else if (fact instanceof ClassEndFact ended) {
                millis.merge(ended.className(), ended.millis(), Long::sum);
            } else if (fact instanceof TestFact test && reruns > 0) {
                attempts.computeIfAbsent(test.className(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(test.id().isEmpty() ? test.name() : test.id(), any -> new ArrayList<>())
                        .add(test);
            }
        }
    }

    /** Of these classes, and of test sets that are of none of them. */
    List<ReportedClass> of(List<String> own) {
        Map<String, SourceAccount> sources = new LinkedHashMap<>();
        books.sources().forEach(source -> sources.put(source.name(), source));
        List<ReportedClass> all = new ArrayList<>();
        for (String name : new TreeSet<>(own)) {
            all.add(ofClass(name, sources.remove(name)));
        }
        sources.values().stream()
                .filter(source -> source.toldInAll().total() > 0)
                .forEach(source -> all.add(reported(source.name(), State.BESIDES, source)));
        return all;
    }

    private ReportedClass ofClass(String name, @Nullable SourceAccount source) {
        if (source != null && (source.toldInAll().total() > 0 || source.setsEnded > 0)) {
            return reported(name, State.REPORTED, source);
        }
        Place place = places.getOrDefault(name, new Place(0, 0));
        return new ReportedClass(
                name,
                without(books.ofClass(name)),
                Counts.NONE,
                millis.getOrDefault(name, 0L),
                place.worker(),
                place.place(),
                "",
                "");
    }

    /** Why a class has no results. One that a worker had, and that has no planned tests, has none. */
    private State without(ClassAccount of) {
        if (of.leftOut || (books.skipping && of.heard == 0)) {
            return State.LEFT_OUT;
        }
        boolean had = of.handed > 0 && !books.cancelled;
        return had && of.heard > 0 ? State.REPORTED : had && of.planned == 0 ? State.EMPTY : State.LOST;
    }

    private ReportedClass reported(String name, State state, SourceAccount source) {
        Place place = places.getOrDefault(name, new Place(0, 0));
        Counts told = told(source);
        // Another run may have written over it, or another class: what Maven was told of this one has failed all the
        // same.
        Optional<Report> report = reports.of(source).filter(one -> reruns > 0 || one.isOf(told));
        return new ReportedClass(
                name,
                state,
                report.map(Report::counts).orElse(told),
                millis.getOrDefault(name, 0L),
                place.worker(),
                place.place(),
                report.map(Report::file).orElse(""),
                report.map(Report::sha256).orElse(""));
    }

    private static int bad(Counts counts) {
        return counts.failures() + counts.errors();
    }

    /** Without a report, the record says which attempts belong together. */
    private Counts told(SourceAccount source) {
        Tally told = source.told;
        int failures = (int) told.count(Outcome.FAILED);
        int errors = (int) told.count(Outcome.ERROR);
        int flaky = 0;
        for (List<TestFact> of : attempts.getOrDefault(source.name(), Map.of()).values()) {
            if (isMended(of)) {
                flaky++;
                if (of.get(0).outcome().equals("failed")) {
                    failures--;
                } else {
                    errors--;
                }
            }
        }
        return new Counts((int) told.total(), failures, errors, (int) told.count(Outcome.SKIPPED), flaky);
    }

    /** A class that failed as a whole is not: nobody knows which of its tests had to be tried again. */
    private static boolean isMended(List<TestFact> of) {
        TestFact first = of.get(0);
        TestFact last = of.get(of.size() - 1);
        return !first.name().isEmpty()
                && first.attempt() == 1
                && first.isFailure()
                && last.attempt() > 1
                && !last.isFailure();
    }
}
