package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out what a run is made of, and what each part of it would have cost alone. */
final class CostsReading {
    /** Of what nobody has counted it is assumed that it computes: then no more forks than cores seem to help. */
    private static final double UNKNOWN = 1;

    /** A class in hand, and what its fork did then until it was given the next. */
    private static final class Piece {
        final Stint stint;
        double used = UNKNOWN;
        Stretch inHand = new Stretch(0, 0, 0);
        Stretch after = new Stretch(0, 0, 0);
        boolean retired;

        Piece(Stint stint) {
            this.stint = stint;
        }
    }

    private final RunReport report;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, List<Piece>> byFork = new LinkedHashMap<>();
    private final Map<Integer, List<Piece>> byWorker = new HashMap<>();
    private final Map<Integer, WorkerLife> workers = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();

    CostsReading(RunReport report) {
        this.report = report;
        for (WorkerLife life : report.workers()) {
            workers.put(life.number(), life);
        }
        for (Stint stint : report.stints()) {
            Piece piece = new Piece(stint);
            pieces.add(piece);
            byFork.computeIfAbsent(stint.fork(), fork -> new ArrayList<>()).add(piece);
            byWorker.computeIfAbsent(stint.worker(), worker -> new ArrayList<>())
                    .add(piece);
        }
    }

    Costs costs() {
        for (List<Piece> handed : byWorker.values()) {
            use(handed, workers.get(handed.get(0).stint.worker()));
        }
        long warmUp = warmUp();
        List<Stretch> begins = new ArrayList<>();
        for (List<Piece> handed : byFork.values()) {
            begins.add(begin(handed.get(0), warmUp));
            follow(handed);
        }
        int cores = Math.max(1, report.run().cores());
        Stretch.resolve(stretches, cores);

        List<Double> starts = new ArrayList<>();
        double startLoad = 0;
        for (Stretch begin : begins) {
            starts.add(begin.from() + begin.millis());
            startLoad += begin.load() / begins.size();
        }
        Collections.sort(starts);
        long lastEnd = 0;
        for (Stint stint : report.stints()) {
            lastEnd = Math.max(lastEnd, stint.end());
        }
        return new Costs(
                order(),
                starts.isEmpty() ? List.of(0.0) : starts,
                startLoad,
                Math.max(0, report.millis() - lastEnd),
                cores);
    }

    /** Finds how many cores each of a worker's classes kept busy, on the average. */
    private static void use(List<Piece> handed, @Nullable WorkerLife life) {
        double since = Math.max(handed.get(0).stint.at(), life == null ? 0 : life.ready());
        int next = 0;
        for (int i = 0; i < handed.size(); i++) {
            Stint stint = handed.get(i).stint;
            Integer cpuMillis = stint.cpuMillis();
            if (cpuMillis != null) {
                for (; next <= i; next++) {
                    handed.get(next).used = cpuMillis / Math.max(1, stint.end() - since);
                }
                since = stint.end();
            }
        }
        for (; next < handed.size(); next++) {
            handed.get(next).used = life == null ? UNKNOWN : life.usedOnceReady(UNKNOWN);
        }
    }

    /**
     * How long it takes from a worker's first class until its first test: JUnit is loaded then. In the fastest of them, since some
     * classes prepare much before their first test; and not longer than the JVM itself took to start.
     */
    private long warmUp() {
        Map<Integer, Long> firstTests = new HashMap<>();
        for (TestHistory test : report.tests()) {
            TestFact first = test.attempts().get(0);
            firstTests.put(first.worker(), Math.min(first.at(), firstTests.getOrDefault(first.worker(), first.at())));
        }
        long warmUp = Long.MAX_VALUE;
        for (List<Piece> handed : byWorker.values()) {
            Stint stint = handed.get(0).stint;
            WorkerLife life = workers.get(stint.worker());
            Long test = firstTests.get(stint.worker());
            if (life != null && test != null && test >= stint.at() && test <= stint.end()) {
                warmUp = Math.min(warmUp, Math.min(test - stint.at(), Math.max(0, life.ready() - life.started())));
            }
        }
        return warmUp == Long.MAX_VALUE ? 0 : warmUp;
    }

    /** From a fork's first moment until it is at its first test. */
    private Stretch begin(Piece first, long warmUp) {
        WorkerLife life = workers.get(first.stint.worker());
        long started = life == null ? 0 : Math.max(0, life.started());
        Stretch begin = new Stretch(
                started,
                Math.min(first.stint.at() + warmUp, first.stint.end()),
                life == null ? UNKNOWN : life.usedUntilReady(UNKNOWN));
        stretches.add(begin);
        first.inHand = new Stretch(begin.to(), first.stint.end(), first.used);
        return begin;
    }

    private void follow(List<Piece> handed) {
        for (int i = 0; i < handed.size(); i++) {
            Piece piece = handed.get(i);
            Stint stint = piece.stint;
            if (i > 0) {
                piece.inHand = new Stretch(stint.at(), stint.end(), piece.used);
            }
            stretches.add(piece.inHand);
            if (i + 1 < handed.size()) {
                Stint next = handed.get(i + 1).stint;
                WorkerLife life = workers.get(stint.worker());
                WorkerLife successor = workers.get(next.worker());
                boolean changes = next.worker() != stint.worker() && successor != null;
                piece.after = new Stretch(
                        stint.end(), next.at(), changes && successor != null ? successor.usedUntilReady(UNKNOWN) : 0);
                piece.retired = next.worker() != stint.worker()
                        && life != null
                        && life.how().equals("retired");
                stretches.add(piece.after);
            }
        }
    }

    private List<Work> order() {
        Map<String, Integer> tests = new HashMap<>();
        Map<String, Long> longest = new HashMap<>();
        for (TestHistory test : report.tests()) {
            String name = outermost(test);
            tests.put(name, tests.getOrDefault(name, 0) + 1);
            for (TestFact one : test.attempts()) {
                longest.put(name, Math.max(longest.getOrDefault(name, 0L), one.millis()));
            }
        }
        Map<String, Work> order = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Stint stint = piece.stint;
            double millis = piece.inHand.millis();
            double after = piece.after.millis();
            double cost = millis + after;
            Work work = new Work(
                    stint.className(),
                    millis,
                    after,
                    piece.retired ? after : 0,
                    tests.getOrDefault(stint.className(), 1),
                    Math.min(millis, longest.getOrDefault(stint.className(), 0L)),
                    cost == 0 ? 0 : (millis * piece.inHand.load() + after * piece.after.load()) / cost);
            // Parts of a class that ran beside each other stay parts.
            String key = stint.fact().part().equals("part")
                    ? "part " + order.size()
                    : stint.fact().attempt() + " " + stint.className();
            Work before = order.get(key);
            order.put(key, before == null ? work : before.and(work));
        }
        return List.copyOf(order.values());
    }

    /** Classes inside of a class count as it. */
    private static String outermost(TestHistory test) {
        String name = test.last().className();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
