package io.github.isolation.maven.report;

import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the run would have taken in other ways, computed by playing it again with the times that it took, and what to change.
 * Forks beyond the number of cores slow each other down where they compute.
 *
 * @param measured milliseconds that it took
 * @param asItWas what playing it as it was comes to: how far the other numbers can be trusted
 * @param others in the order in which they are shown
 * @param longest the class that takes longest
 * @param floor milliseconds: no number of forks can be faster while that class stays in one piece
 * @param advice the one line to change
 */
public record WhatWouldHelp(
        long measured,
        Prediction asItWas,
        List<Prediction> others,
        String longest,
        long floor,
        List<ForkShare> forks,
        List<KeptWaiting> keptWaiting,
        String advice) {
    /** Less than this part is not worth a change. */
    private static final double WORTH_CHANGING = 0.10;

    /** More forks that save less than this part of the time are not advised. */
    private static final double ABOUT_AS_FAST = 0.05;

    private static final List<Integer> FORKS = List.of(1, 2, 4, 8);

    private record Candidate(Prediction prediction, String change) {}

    static WhatWouldHelp of(RunReport report) {
        Costs costs = Costs.of(report);
        List<Work> order = costs.order();
        List<Work> longestFirst = new ArrayList<>(order);
        longestFirst.sort((one, other) -> Double.compare(other.cost(), one.cost()));
        int forks = report.lanes();
        Prediction asItWas = predict("as it was", costs, order, forks);
        List<Prediction> others = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();

        // With one fork any order is as good; with several, and without another wish, the longest begin.
        List<Work> inForks = forks == 1 ? longestFirst : order;
        Candidate fewest = null;
        for (int number : FORKS) {
            Prediction prediction = predict("forkCount " + number, costs, inForks, number);
            others.add(prediction);
            if (number != forks
                    && (fewest == null
                            || prediction.millis() < fewest.prediction().millis() * (1 - ABOUT_AS_FAST))) {
                fewest = new Candidate(prediction, "-DforkCount=" + number);
            }
        }
        Prediction sorted = predict("longest classes first", costs, longestFirst, forks);
        others.add(sorted);
        candidates.add(new Candidate(
                sorted, "leave <runOrder> out: from the second run on, the longest classes then start first"));
        Prediction split = new Prediction("splitClasses", play(costs, order, forks, true), true);
        others.add(split);
        String longest = longestFirst.isEmpty() ? "" : longestFirst.get(0).name();
        candidates.add(new Candidate(
                split,
                KnownSettings.named("splitClasses").isPresent()
                        ? "-Disolation.splitClasses"
                        : "divide " + longest + " into several classes"));
        if (hasChanges(order)) {
            Prediction changes = predict("no workers that retire", costs, withoutChanges(order), forks);
            others.add(changes);
            candidates.add(new Candidate(changes, retirement(report)));
        }
        if (fewest != null) {
            candidates.add(fewest);
        }
        double floor = longestFirst.isEmpty()
                ? 0
                : costs.start(0) + longestFirst.get(0).millis() + costs.rest();
        return new WhatWouldHelp(
                report.millis(),
                asItWas,
                others,
                longest,
                Math.round(floor),
                ForkShare.of(report),
                KeptWaiting.of(report),
                report.isCut() ? "the record was cut: nothing can be said" : advice(asItWas, candidates));
    }

    private static Prediction predict(String name, Costs costs, List<Work> order, int forks) {
        return new Prediction(name, play(costs, order, forks, false), false);
    }

    private static long play(Costs costs, List<Work> order, int forks, boolean splits) {
        Schedule schedule = Schedule.play(order, costs, forks, splits);
        return schedule.end() == 0 ? 0 : Math.round(schedule.end() + costs.rest());
    }

    private static boolean hasChanges(List<Work> order) {
        for (Work work : order) {
            if (work.change() > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Work> withoutChanges(List<Work> order) {
        List<Work> kept = new ArrayList<>();
        for (Work work : order) {
            kept.add(work.withoutChange());
        }
        return kept;
    }

    /** What makes workers retire, as the command line would have it. */
    private static String retirement(RunReport report) {
        boolean counted = report.run().settings().stream()
                .anyMatch(chosen -> chosen.name().equals(SettingNames.RETIRE_EVERY_CLASSES));
        boolean afterFailures = report.workers().stream()
                .anyMatch(life -> life.how().equals("retired") && life.why().contains("fail"));
        if (counted) {
            return "-D" + SettingNames.RETIRE_EVERY_CLASSES + "=0";
        }
        return afterFailures ? "-D" + SettingNames.RETIRE_ON_FAILURE + "=never" : "-DreuseForks=true";
    }

    private static String advice(Prediction asItWas, List<Candidate> candidates) {
        Candidate best = null;
        for (Candidate candidate : candidates) {
            long millis = candidate.prediction().millis();
            if (millis < asItWas.millis() * (1 - WORTH_CHANGING)
                    && (best == null || millis < best.prediction().millis())) {
                best = candidate;
            }
        }
        if (best == null) {
            return "nothing would help by more than 10 %";
        }
        Prediction prediction = best.prediction();
        long percent = Math.round(100 - 100.0 * prediction.millis() / asItWas.millis());
        return best.change() + ": " + Durations.text(prediction.millis())
                + (prediction.isLowerBound() ? " at best" : "") + ", not "
                + Durations.text(asItWas.millis()) + " (-" + percent + " %)";
    }
}
