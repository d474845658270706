package io.github.isolation.verdict;

import io.github.isolation.trial.Case;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Order;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a suite with other numbers of forks and in other orders, and compares it case by case with the run that is over. What is not
 * the same becomes a case of its own.
 */
final class Proof {
    /** More than that are counted. */
    private static final int NAMED = 20;

    /** Of what another fork ran about the same time, so many classes before and after. */
    private static final int NEAR = 2;

    /** Who runs a suite. */
    interface Runner {
        /** Null if there is no more time. */
        @Nullable
        TrialResult run(Trial trial) throws InterruptedException;
    }

    private final List<Integer> forks;
    private final Baseline baseline;
    private final Cases known;
    private final Map<String, String> groups;
    private final Runner runner;
    private final Told told;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, String> differing = new LinkedHashMap<>();

    /**
     * Of a run.
     *
     * @param known what is known of it: what was before its tests, and how long classes took
     * @param groups of classes that stay together
     */
    Proof(List<Integer> forks, Baseline baseline, Cases known, Map<String, String> groups, Runner runner, Told told) {
        this.forks = forks;
        this.baseline = baseline;
        this.known = known;
        this.groups = groups;
        this.runner = runner;
        this.told = told;
    }

    /** Says what came of it; returns the tests that are not the same each time, as far as trials may say more of them. */
    List<Case> run() throws IOException, InterruptedException {
        List<String> classes = baseline.classes();
        long millis = 0;
        int runs = 0;
        for (int number : forks) {
            for (Order order : Order.values()) {
                Trial trial = order.trial(classes, number, groups, known::millis);
                TrialResult result = runner.run(trial);
                String how = "with " + count(number, "fork") + ", " + order.words();
                if (result == null) {
                    return ended("ended before the run " + how + ": there is no more time");
                }
                if (!result.problem().isEmpty()) {
                    return ended("the run " + how + " came to nothing: " + result.problem());
                }
                runs++;
                millis += result.millis();
                compare(trial, result, how);
            }
        }
        String all = forks.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (forks.size() == 1 && forks.get(0) == 1 ? " fork" : " forks") + ", each in " + Order.values().length
                + " orders ("
                + count(runs, "run") + ", " + seconds(millis) + ")";
        if (differing.isEmpty()) {
            told.say("isolation: proof: the same " + count(baseline.size(), "result") + " with " + all);
            return List.of();
        }
        told.say("isolation: proof: " + some() + " not the same with " + all);
        return nameThem();
    }

    /** What was not the same until then is not, whatever had come of the others. */
    private List<Case> ended(String why) {
        told.say("isolation: proof: " + why + ". Nothing is proved"
                + (differing.isEmpty() ? "" : ", and " + some() + " not the same before that"));
        return nameThem();
    }

    private String some() {
        return differing.size() + " of " + count(baseline.size(), "result");
    }

    private List<Case> nameThem() {
        differing.values().stream().limit(NAMED).forEach(told::say);
        if (differing.size() > NAMED) {
            told.say("isolation: proof: and " + (differing.size() - NAMED) + " more");
        }
        return List.copyOf(cases.values());
    }

    private void compare(Trial trial, TrialResult result, String how) throws IOException {
        for (Map.Entry<String, Outcome> one :
                baseline.differences(result.outcomes()).entrySet()) {
            String key = one.getKey();
            Outcome then = baseline.of(key);
            differing.putIfAbsent(
                    key,
                    "isolation: proof: " + key.replaceFirst("#$", "").replace('#', '.') + ": " + words(then)
                            + " in this run, " + words(one.getValue()) + " " + how);
            if (one.getValue().isFailure() && !then.isFailure()) {
                Optional<TestRef> failed = failed(key, result);
                if (failed.isPresent() && !cases.containsKey(key)) {
                    newCase(failed.get(), trial, result.of(failed.get()) == Outcome.CRASHED);
                }
            }
        }
        for (Case failed : known.all()) {
            String key = Baseline.key(failed.test());
            if (differing.containsKey(key)) {
                cases.putIfAbsent(key, failed);
            }
        }
    }

    /** Of several of one name, one that failed, and the same each time. */
    private static Optional<TestRef> failed(String key, TrialResult result) {
        return result.outcomes().entrySet().stream()
                .filter(one ->
                        one.getValue().isFailure() && Baseline.key(one.getKey()).equals(key))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(TestRef::id));
    }

    private static String words(Outcome outcome) {
        return outcome == Outcome.NOT_RUN ? "not there" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private void newCase(TestRef test, Trial trial, boolean crashed) throws IOException {
        for (List<Piece> lane : trial.lanes()) {
            for (int i = 0; i < lane.size(); i++) {
                String className = lane.get(i).className();
                if (test.className().equals(className) || test.className().startsWith(className + "$")) {
                    List<Piece> before = new ArrayList<>(lane.subList(0, i));
                    String method = test.isOfClass() ? "" : MethodIds.of(test.id());
                    List<String> siblings = new ArrayList<>(known.methodsOf(className));
                    siblings.remove(method);
                    if (!method.isEmpty() && !siblings.isEmpty()) {
                        before.add(new Piece(className, siblings));
                    }
                    cases.put(
                            Baseline.key(test),
                            new Case(
                                    test,
                                    crashed,
                                    method.isEmpty() ? Piece.whole(className) : new Piece(className, List.of(method)),
                                    before,
                                    List.of(),
                                    beside(trial, lane, (double) i / lane.size()),
                                    known.passedAfter(Baseline.key(test))));
                }
            }
        }
    }

    private static List<List<Piece>> beside(Trial trial, List<Piece> own, double place) {
        List<List<Piece>> beside = new ArrayList<>();
        for (List<Piece> lane : trial.lanes()) {
            if (lane != own) {
                int at = (int) (place * lane.size());
                beside.add(lane.subList(Math.max(0, at - NEAR), Math.min(lane.size(), at + NEAR + 1)));
            }
        }
        return beside;
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private static String seconds(long millis) {
        return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
    }
}
