package io.github.isolation.maven.report;

import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How long the run would have taken in other ways, computed by playing it again with the times that it took, and what to change.
 * Forks beyond the number of cores slow each other down, which no record knows: they are shown, and never advised.
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
        int forks = report.lanes();
        Prediction asItWas = new Prediction("as it was", play(costs, costs.order(), forks, false), false);
        List<Prediction> others = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();

        Candidate fewest = null;
        for (int number : new TreeSet<>(FORKS)) {
            Prediction prediction =
                    new Prediction("forkCount " + number, play(costs, costs.order(), number, false), false);
            others.add(prediction);
            boolean fits = number != forks && (number <= report.run().cores() || number < forks);
            if (fits
                    && (fewest == null
                            || prediction.millis() < fewest.prediction().millis() * (1 - ABOUT_AS_FAST))) {
                fewest = new Candidate(prediction, "-DforkCount=" + number);
            }
        }
        List<Work> longestFirst = costs.order().stream()
                .sorted(Comparator.comparingLong(Work::cost).reversed())
                .toList();
        Prediction sorted = new Prediction("longest classes first", play(costs, longestFirst, forks, false), false);
        others.add(sorted);
        candidates.add(new Candidate(
                sorted, "leave <runOrder> out: from the second run on, the longest classes then start first"));
        Prediction split = new Prediction("splitClasses", play(costs, costs.order(), forks, true), true);
        others.add(split);
        String longest = longestFirst.isEmpty() ? "" : longestFirst.get(0).name();
        candidates.add(new Candidate(
                split,
                KnownSettings.named("splitClasses").isPresent()
                        ? "-Disolation.splitClasses"
                        : "divide " + longest + " into several classes"));
        if (costs.order().stream().anyMatch(work -> work.change() > 0)) {
            List<Work> kept = costs.order().stream().map(Work::withoutChange).toList();
            Prediction changes = new Prediction("no workers that retire", play(costs, kept, forks, false), false);
            others.add(changes);
            candidates.add(new Candidate(changes, retirement(report)));
        }
        if (fewest != null) {
            candidates.add(fewest);
        }
        long floor = longestFirst.isEmpty()
                ? 0
                : costs.starts().get(0) + longestFirst.get(0).millis() + costs.rest();
        return new WhatWouldHelp(
                report.millis(),
                asItWas,
                others,
                longest,
                floor,
                ForkShare.of(report),
                KeptWaiting.of(report),
                report.isCut() ? "the record was cut: nothing can be said" : advice(asItWas, candidates));
    }

    private static long play(Costs costs, List<Work> order, int forks, boolean splits) {
        Schedule schedule = Schedule.play(order, forks, costs.starts(), splits);
        return schedule.end() == 0 ? 0 : schedule.end() + costs.rest();
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
        return candidates.stream()
                .filter(candidate -> candidate.prediction().millis() < asItWas.millis() * (1 - WORTH_CHANGING))
                .min(Comparator.comparingLong(
                        candidate -> candidate.prediction().millis()))
                .map(candidate -> {
                    Prediction prediction = candidate.prediction();
                    long percent = Math.round(100 - 100.0 * prediction.millis() / asItWas.millis());
                    return candidate.change() + ": " + Durations.text(prediction.millis())
                            + (prediction.isLowerBound() ? " at best" : "") + ", not "
                            + Durations.text(asItWas.millis()) + " (-" + percent + " %)";
                })
                .orElse("nothing would help by more than 10 %");
    }
}
