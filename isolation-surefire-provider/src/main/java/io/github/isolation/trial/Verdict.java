package io.github.isolation.trial;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a test failed, as far as trials have shown it.
 *
 * @param test the test
 * @param kind what it is
 * @param culprits the others that have to do with it; none of some kinds
 * @param with how often it failed with these
 * @param alone how often it failed alone
 * @param runs in how many trials it ran
 * @param shows a trial that shows it; null if none does
 */
public record Verdict(
        TestRef test,
        Kind kind,
        List<Piece> culprits,
        Tally with,
        Tally alone,
        int runs,
        @Nullable Trial shows) {
    /** What there is to be said. */
    public enum Kind {
        FAILS_ALONE("fails alone"),
        POLLUTED("polluted by"),
        NEEDS_FIRST("needs"),
        CLASHES("clashes with"),
        CRASHED("crashed the JVM"),
        NOT_REPRODUCED("not reproduced"),
        /** Trials differ from each other, or there was no time for more of them. */
        UNDECIDED("not decided");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public Verdict {
        culprits = List.copyOf(culprits);
    }

    /** In a few words. */
    public String label() {
        String names = culprits.stream().map(Piece::toString).collect(Collectors.joining(" and "));
        return switch (kind) {
            case FAILS_ALONE, CRASHED -> kind.words;
            case POLLUTED, CLASHES -> kind.words + " " + names;
            case NEEDS_FIRST -> kind.words + " " + names + " first";
            case NOT_REPRODUCED, UNDECIDED -> kind.words + " in " + runs(runs);
        };
    }

    /** What was seen, from which that follows; empty where the label says it all. */
    public String seen() {
        return switch (kind) {
            case FAILS_ALONE -> "in " + alone + " runs";
            case POLLUTED -> "fails after " + itOrThem() + " in " + with + " runs, passes alone in " + alone.passed();
            case NEEDS_FIRST ->
                "passes after " + itOrThem() + " in " + with.passed() + " runs, fails alone in " + alone;
            case CLASHES -> "fails beside " + itOrThem() + " in " + with + " runs, passes alone in " + alone.passed();
            case CRASHED -> alone.failed() > 0 ? "alone as well, in " + alone + " runs" : "not again in " + runs(runs);
            case NOT_REPRODUCED -> "";
            case UNDECIDED ->
                alone.of() == 0
                        ? ""
                        : (with.of() > 0 ? "failed with others in " + with + ", " : "") + "alone in " + alone;
        };
    }

    private String itOrThem() {
        return culprits.size() == 1 ? "it" : "them";
    }

    private static String runs(int runs) {
        return runs + (runs == 1 ? " run" : " runs");
    }
}
