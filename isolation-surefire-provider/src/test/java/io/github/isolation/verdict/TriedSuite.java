package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.TestName;
import io.github.isolation.findings.Tried;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TriedFact;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A suite in which it is known who does what to whom, an audit of which has found something, and what comes of trying that out. */
abstract class TriedSuite {
    /** What a test does with what is in its JVM, and beside it. */
    interface Rule {
        Outcome of(String before, String beside);
    }

    @TempDir
    Path directory;

    final ARecord record = new ARecord();
    final Map<String, Map<String, Rule>> suite = new HashMap<>();
    final List<String> order = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Trial> trials = new ArrayList<>();
    final Map<String, String> groups = new HashMap<>();
    final Map<String, String> failsAt = new HashMap<>();

    /** No other class runs in a worker of these. */
    final Set<String> ownWorker = new HashSet<>();

    /** Of single trials, from 1, which come to nothing in the end. */
    final Map<Integer, String> problems = new HashMap<>();

    /** Of all of them, which come to nothing at all. */
    String problem = "";

    int runs = 1_000;
    int mostTrials = Integer.MAX_VALUE;
    boolean cancelled;

    @BeforeEach
    void someThatHaveNothingToDoWithIt() {
        hasClass("Plain", Map.of("passes", (before, beside) -> Outcome.PASSED));
    }

    void hasClass(String name, Map<String, Rule> methods) {
        hasClass(name, methods, "passed");
    }

    void hasClass(String name, Map<String, Rule> methods, String inTheRun) {
        suite.put(name, methods);
        order.add(name);
        record.hands(1, name);
        methods.keySet().stream().sorted().forEach(method -> record.test(1, method, inTheRun));
        record.over(1, 10);
    }

    static Rule always(Outcome outcome) {
        return (before, beside) -> outcome;
    }

    static Rule failsAfter(String polluter) {
        return (before, beside) -> before.contains(polluter) ? Outcome.FAILED : Outcome.PASSED;
    }

    static Rule needs(String helper) {
        return (before, beside) -> before.contains(helper) ? Outcome.PASSED : Outcome.FAILED;
    }

    static Rule failsBeside(String other) {
        return (before, beside) -> beside.contains(other) ? Outcome.FAILED : Outcome.PASSED;
    }

    Finding found(Section section, String resource, String... tests) {
        List<Witness> witnesses = Arrays.stream(tests)
                .map(test -> test.split("\\.", 2))
                .map(parts -> new Witness(new TestName(parts[0], parts.length == 1 ? "" : parts[1]), "does", ""))
                .toList();
        Finding finding = new Finding(section, section.word() + " " + resource, resource, witnesses, "", "", Tried.NOT);
        findings.add(finding);
        return finding;
    }

    /** In a line that a thread has. */
    static Witness at(String test, String line) {
        String[] parts = test.split("\\.", 2);
        return new Witness(new TestName(parts[0], parts[1]), "does", line);
    }

    Finding foundAt(Section section, String resource, Witness... witnesses) {
        Finding finding =
                new Finding(section, section.word() + " " + resource, resource, List.of(witnesses), "", "", Tried.NOT);
        findings.add(finding);
        return finding;
    }

    List<List<String>> triedClasses() {
        return trials.stream().map(Trial::classes).toList();
    }

    void tryOut() throws Exception {
        Cases known = Cases.of(record.in(directory), null, suite::containsKey);
        Budget budget = new Budget(Duration.ofHours(1), runs, "isolation.auditBudget", () -> 0);
        new TryingOut(new Suite(), budget, new Heard(), known, order, groups)
                .run(new Suspects(findings, suite::containsKey));
    }

    TriedFact of(Finding finding) {
        return facts.stream()
                .filter(TriedFact.class::isInstance)
                .map(TriedFact.class::cast)
                .filter(one -> one.finding().equals(finding.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(finding.id() + " is not in " + facts));
    }

    void assertSeen(Finding finding, boolean confirmed, String... seen) {
        assertEquals(new TriedFact(100, finding.id(), confirmed, List.of(seen)), of(finding));
    }

    private final class Suite implements Maker {
        @Override
        public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted) {
            trials.add(trial);
            cancelled |= trials.size() == mostTrials;
            Map<TestRef, Outcome> outcomes = new HashMap<>();
            Map<TestRef, String> at = new HashMap<>();
            Map<String, String> cutOff = new HashMap<>();
            for (List<Piece> lane : trial.lanes()) {
                String beside = trial.lanes().stream()
                        .filter(other -> other != lane)
                        .flatMap(List::stream)
                        .map(Piece::className)
                        .toList()
                        .toString();
                StringBuilder before = new StringBuilder();
                String ender = "";
                boolean hasRun = false;
                boolean isGone = false;
                for (Piece piece : lane) {
                    String name = piece.className();
                    if (ownWorker.contains(name) && hasRun) {
                        ender = name;
                        before.setLength(0);
                    }
                    if (!ender.isEmpty()) {
                        cutOff.put(name, ender);
                    }
                    if (isGone) {
                        continue;
                    }
                    isGone = crashes(piece, before, beside, wanted, outcomes, at);
                    hasRun = true;
                    if (isGone || ownWorker.contains(name)) {
                        ender = name;
                        before.setLength(0);
                    }
                }
            }
            String why = problems.getOrDefault(trials.size(), problem);
            return new TrialResult(why.equals(problem) && !why.isEmpty() ? Map.of() : outcomes, 1, why, at, cutOff);
        }

        /** Runs a class, or some of it, as far as it goes. */
        private boolean crashes(
                Piece piece,
                StringBuilder before,
                String beside,
                Predicate<TestRef> wanted,
                Map<TestRef, Outcome> outcomes,
                Map<TestRef, String> at) {
            Map<String, Rule> methods = suite.getOrDefault(piece.className(), Map.of());
            for (String method : methods.keySet().stream().sorted().toList()) {
                String id = ARecord.id(piece.className(), method);
                if (piece.isWhole() || piece.ids().contains(id)) {
                    TestRef test = new TestRef(id, piece.className(), method);
                    Outcome outcome = methods.getOrDefault(method, always(Outcome.NOT_RUN))
                            .of(before.toString(), beside);
                    if (outcome.isFailure() || wanted.test(test)) {
                        outcomes.put(test, outcome);
                    }
                    String line = failsAt.getOrDefault(piece.className(), "");
                    if (outcome.isFailure() && !line.isEmpty()) {
                        at.put(test, line);
                    }
                    before.append(test).append(' ');
                    if (outcome == Outcome.CRASHED) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public boolean areCancelled() {
            return cancelled;
        }

        @Override
        public int made() {
            return trials.size();
        }
    }

    private final class Heard implements Told {
        @Override
        public void note(LongFunction<Fact> fact) {
            facts.add(fact.apply(100));
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
