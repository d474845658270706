package io.github.isolation.replay;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a run in which something failed, crashed or was not run: a test that passed when it was tried again has passed.
 * Pure.
 */
final class FailedClasses {
    private static final String PASSED = "passed";

    private final Set<String> failed = new LinkedHashSet<>();
    private final Set<String> handed = new HashSet<>();
    private final Set<String> unfinished = new LinkedHashSet<>();
    private final Map<Integer, String> inHand = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Set<Failure>> failures = new HashMap<>();

    /** Tests that failed in an attempt before the last, and have no result since. */
    private final Map<String, Set<Failure>> notTriedAgain = new HashMap<>();

    private String verdict = "";

    /** @param name of the test; empty where it is the class that could not be set up */
    private record Failure(String className, String name, String id) {
        /** Of what a supervisor has told of it, there is no id. */
        boolean isNamedAs(Failure other) {
            return className.equals(other.className) && name.equals(other.name);
        }
    }

    private FailedClasses() {}

    /** In the order in which they were to run, as far as that is known. */
    static Set<String> of(List<Fact> facts) {
        FailedClasses classes = new FailedClasses();
        facts.forEach(classes::take);
        return classes.all((RunFact) facts.get(0));
    }

    private Set<String> all(RunFact run) {
        addTo(failed, failures);
        addTo(failed, notTriedAgain);
        if (verdict.isEmpty()) {
            failed.addAll(unfinished); // the record is cut off
        }
        Set<String> sorted = new LinkedHashSet<>();
        for (String name : run.classes()) {
            // What had no worker in a run that passed has no tests.
            boolean notBegun = !verdict.equals(PASSED) && !handed.contains(name);
            if (notBegun || failed.contains(name)) {
                sorted.add(name);
            }
        }
        sorted.addAll(failed);
        return sorted;
    }

    private static void addTo(Set<String> classes, Map<String, Set<Failure>> tests) {
        tests.forEach((name, those) -> {
            if (!those.isEmpty()) {
                classes.add(name);
            }
        });
    }

    private void take(Fact fact) {
        if (fact instanceof ClassFact has) {
            handed.add(has.className());
            unfinished.add(has.className());
            inHand.put(has.worker(), has.className());
            attempt(has.className(), has.attempt());
        } else if (fact instanceof ClassEndFact had) {
            unfinished.remove(had.className());
        } else if (fact instanceof UndiscoverableFact undiscoverable) {
            failed.add(undiscoverable.className());
        } else if (fact instanceof TestFact test) {
            result(test);
        } else if (fact instanceof EndFact end) {
            verdict = end.verdict();
        }
    }

    /** What the last attempt at a class says is what counts; a test of which it says nothing stays what it was. */
    private void attempt(String className, int attempt) {
        if (attempt > attempts.getOrDefault(className, 0)) {
            attempts.put(className, attempt);
            for (Failure before : failures.getOrDefault(className, Set.of())) {
                if (!before.name().isEmpty()) { // a class that has another attempt could be set up, or says so again
                    notTriedAgain
                            .computeIfAbsent(className, name -> new HashSet<>())
                            .add(before);
                }
            }
            failures.remove(className);
        }
    }

    private void result(TestFact test) {
        String holder = inHand.get(test.worker());
        String className = holder == null ? outermost(test.className()) : holder;
        Failure failure = new Failure(test.className(), test.name(), test.id());
        Set<Failure> before = notTriedAgain.getOrDefault(className, Set.of());
        if (!before.isEmpty() && !before.remove(failure)) {
            before.removeIf(failure::isNamedAs);
        }
        Set<Failure> ofClass = failures.computeIfAbsent(className, name -> new HashSet<>());
        if (test.isFailure()) {
            ofClass.add(failure);
        } else {
            ofClass.remove(failure);
        }
    }

    /** What nobody had is reported under its own name, or that of a class in it. */
    private String outermost(String className) {
        int dollar = className.indexOf('$');
        return handed.contains(className) || dollar < 1 ? className : className.substring(0, dollar);
    }
}
