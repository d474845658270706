package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A suite in which it is known who does what to whom; keeps count of its trials. */
final class SimulatedSuite implements Tries {
    static final TestRef VICTIM = new TestRef(id("Victim", "suffers"), "Victim", "suffers");

    /** Whether the victim fails: what ran before it in its worker, class by class with the methods, and the other lanes. */
    interface Rule extends BiFunction<List<Piece>, List<List<Piece>>, Outcome> {}

    private final Rule rule;
    final List<Trial> trials = new ArrayList<>();
    int most = Integer.MAX_VALUE;

    SimulatedSuite(Rule rule) {
        this.rule = rule;
    }

    static String id(String className, String method) {
        return "[engine:junit-jupiter]/[class:" + className + "]/[method:" + method + "()]";
    }

    static Piece method(String className, String method) {
        return new Piece(className, List.of(id(className, method)));
    }

    static List<Piece> classes(int many) {
        List<Piece> classes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            classes.add(Piece.whole("C" + i));
        }
        return classes;
    }

    @Override
    public Optional<TrialResult> make(Trial trial) {
        if (trials.size() == most) {
            return Optional.empty();
        }
        trials.add(trial);
        List<List<Piece>> others = new ArrayList<>();
        Map<TestRef, Outcome> outcomes = new HashMap<>();
        List<Piece> before = null;
        for (List<Piece> lane : trial.lanes()) {
            if (lane.get(lane.size() - 1).className().equals("Victim")) {
                before = lane;
            } else {
                others.add(lane);
            }
        }
        if (before != null) {
            outcomes.put(VICTIM, rule.apply(before, others));
        }
        return Optional.of(new TrialResult(outcomes, 1, ""));
    }

    int workerRuns() {
        return trials.stream().mapToInt(Trial::workers).sum();
    }

    /** Of a test that failed after these. */
    static Case after(List<Piece> before) {
        return new Case(VICTIM, false, method("Victim", "suffers"), before, List.of(), List.of(), List.of());
    }

    Verdict judge(Case of) {
        return judge(of, name -> List.of());
    }

    Verdict judge(Case of, Function<String, List<String>> methods) {
        try {
            return new Inquiry(of, new Ledger(this), methods).verdict();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
