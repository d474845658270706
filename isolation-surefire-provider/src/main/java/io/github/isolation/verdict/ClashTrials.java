package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Case;
import io.github.isolation.trial.Inquiry;
import io.github.isolation.trial.Ledger;
import io.github.isolation.trial.OutOfBudgetException;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs the two classes of a clash at the same time, in two workers, and questions whoever fails. Two during which one file was changed,
 * by nobody knows what, may be a clash as well.
 */
final class ClashTrials {
    /** So often two classes are run at once before it is said that they get along. */
    static final int AT_ONCE = 3;

    /** A path that all tests use needs no more to be shown. */
    static final int MOST_PAIRS = 3;

    private final Suspects suspects;
    private final Map<String, String> groups;
    private final Cases known;
    private final Ledger ledger;
    private final RecordedTries tries;

    /**
     * In a suite.
     *
     * @param groups of classes that are never run at the same time
     */
    ClashTrials(Suspects suspects, Map<String, String> groups, Cases known, Ledger ledger, RecordedTries tries) {
        this.suspects = suspects;
        this.groups = groups;
        this.known = known;
        this.ledger = ledger;
        this.tries = tries;
    }

    /** Two classes in two workers. */
    private record Pair(String one, String other) {
        Trial atOnce() {
            return Trial.atOnce(Piece.whole(one), Piece.whole(other));
        }

        String besides(String className) {
            return className.equals(one) ? other : one;
        }

        @Override
        public String toString() {
            return one + " and " + other;
        }
    }

    void run() throws OutOfBudgetException, InterruptedException {
        Map<Pair, List<Finding>> pairs = new LinkedHashMap<>();
        List<Finding> clashes = new ArrayList<>(suspects.of(Section.CLASHES));
        clashes.addAll(suspects.of(Section.DIFFERENCES));
        for (Finding finding : clashes) {
            List<String> classes = finding.classes();
            for (int i = 1; i < classes.size() && i <= MOST_PAIRS; i++) {
                boolean inOrder = classes.get(0).compareTo(classes.get(i)) < 0;
                Pair pair = new Pair(classes.get(inOrder ? 0 : i), classes.get(inOrder ? i : 0));
                pairs.computeIfAbsent(pair, any -> new ArrayList<>()).add(finding);
            }
        }
        for (Map.Entry<Pair, List<Finding>> one : pairs.entrySet()) {
            Pair pair = one.getKey();
            String group = groups.get(pair.one());
            if (group != null && group.equals(groups.get(pair.other()))) {
                saw(one.getValue(), pair + " were not tried at once: @SameFork keeps them in one fork");
            } else if (!one.getValue().stream().allMatch(suspects::isConfirmed)) {
                meet(pair, one.getValue());
            }
        }
    }

    private void meet(Pair pair, List<Finding> findings) throws OutOfBudgetException, InterruptedException {
        Map<String, TestRef> failed = new TreeMap<>();
        String problem = threeTimes(pair, failed);
        if (!problem.isEmpty()) {
            saw(findings, "a run of " + pair + " at once came to nothing: " + problem);
        } else if (failed.isEmpty()) {
            saw(findings, pair + " at once: no test failed in " + AT_ONCE + " runs");
        }
        Set<String> questioned = new HashSet<>();
        for (TestRef test : failed.values()) {
            if (questioned.add(Trial.topLevel(test.className()))) {
                question(test, pair, findings);
            }
        }
    }

    /** Who fails is added; says why one of them came to nothing, and makes no more then. */
    private String threeTimes(Pair pair, Map<String, TestRef> failed)
            throws OutOfBudgetException, InterruptedException {
        // Whoever fails in one of them has passed in others, and that counts as well.
        tries.wantAllOf(Set.of(pair.one(), pair.other()));
        try {
            for (int nth = 1; nth <= AT_ONCE; nth++) {
                TrialResult result = ledger.result(pair.atOnce(), nth);
                result.outcomes().forEach((test, outcome) -> {
                    if (outcome.isFailure()) {
                        // Of several of one name, the same one each time.
                        failed.merge(
                                test.toString(),
                                test,
                                (one, other) -> one.id().compareTo(other.id()) <= 0 ? one : other);
                    }
                });
                if (!result.problem().isEmpty()) {
                    return result.problem();
                }
            }
            return "";
        } finally {
            tries.wantAllOf(Set.of());
        }
    }

    private void question(TestRef test, Pair pair, List<Finding> findings) throws InterruptedException {
        String className = Trial.topLevel(test.className());
        String other = pair.besides(className);
        tries.want(test);
        Case asked = new Case(
                test, false, Piece.alone(test), List.of(), List.of(), List.of(List.of(Piece.whole(other))), List.of());
        Verdict verdict = new Inquiry(asked, ledger, known::methodsOf).verdict();
        if (verdict.kind() == Verdict.Kind.CLASHES) {
            suspects.failsBeside(
                    other,
                    test,
                    test + " failed beside " + other + " in " + verdict.with() + " runs, passed alone in "
                            + verdict.alone().passed());
            findings.stream()
                    .filter(suspects::isUntried)
                    .forEach(one -> suspects.saw(
                            one, test + " failed beside " + other + ", and has nothing to do with it itself"));
        } else {
            saw(
                    findings,
                    test + " failed beside " + other
                            + (verdict.alone().failed() > 0
                                    ? ", and alone in " + verdict.alone() + " runs"
                                    : ", and was not tried often enough, or did not fail often enough, to be sure"));
        }
    }

    private void saw(List<Finding> findings, String what) {
        findings.forEach(finding -> suspects.saw(finding, what));
    }
}
