package io.github.isolation.maven.audit;

import io.github.isolation.books.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What report files have of one class. An element is counted wherever it is: of several attempts at a test, Surefire writes the
 * first as the failure and the others as {@code rerunFailure}, or all of them as {@code flakyFailure}.
 *
 * @param cases how many test cases there are
 * @param failures how many elements tell of a failure
 * @param errors how many elements tell of an error
 * @param skipped how many elements say that a test was not run
 */
record Cases(long cases, long failures, long errors, long skipped) {
    static final Cases NONE = new Cases(0, 0, 0, 0);

    Cases plus(Cases more) {
        return new Cases(cases + more.cases, failures + more.failures, errors + more.errors, skipped + more.skipped);
    }

    /** With one more of an element inside of a test case; what else there is does not matter. */
    Cases with(String element) {
        return switch (element) {
            case "failure", "rerunFailure", "flakyFailure" -> plus(new Cases(0, 1, 0, 0));
            case "error", "rerunError", "flakyError" -> plus(new Cases(0, 0, 1, 0));
            case "skipped" -> plus(new Cases(0, 0, 0, 1));
            default -> this;
        };
    }

    /** For a person. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(cases + (cases == 1 ? " test case" : " test cases"));
        add(parts, failures, Outcome.FAILED);
        add(parts, errors, Outcome.ERROR);
        add(parts, skipped, Outcome.SKIPPED);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, Outcome what) {
        if (number > 0) {
            parts.add(what.times(number));
        }
    }
}
