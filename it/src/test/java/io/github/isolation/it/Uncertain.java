package io.github.isolation.it;

import java.util.List;
import java.util.regex.Pattern;

/** What differs between any two runs of one suite, and says nothing about it. */
final class Uncertain {

    /** Frames of who called the test: they tell the fork from the worker, and plans of one class from plans of all. */
    private static final Pattern CALLERS = Pattern.compile(
            "\\s+at (?:[\\w.@-]+/)?(?:jdk\\.internal|java\\.lang\\.reflect|java\\.util|java\\.lang\\.invoke"
                    + "|org\\.junit|junit\\.framework|org\\.apache\\.maven\\.surefire"
                    + "|org\\.testng|java\\.lang\\.Thread)[.\\w].*");

    private static final List<Pattern> ACCIDENTS = List.of(
            Pattern.compile("(?<=@)[0-9a-f]{5,8}\\b"), // identity hash codes
            Pattern.compile("(?<=Lambda[$/])[\\w/$]+"),
            Pattern.compile("(?<=junit)-?\\d{8,}"), // temporary directories
            Pattern.compile("/[^\\s'\"\\]<>:]*/tmp\\b"), // java.io.tmpdir, which is the fork's own
            Pattern.compile("(?<![\\w/])/tmp\\b"),
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?"), // what jqwik did, and when
            Pattern.compile("\\d{12,}"), // nanoseconds, random names
            Pattern.compile("\\b\\d+(\\.\\d+)? ?(ns|ms|millis|seconds|s)\\b"));

    /** What the JVM itself prints is lost in stock's channel, with a warning, and a line of the test's output here. */
    private static final Pattern JVM_WARNING = Pattern.compile("(?m)^\\w+ 64-Bit Server VM warning: .*\\R?");

    /** Our frames, which are left out of the traces of tests, and of nothing that a test prints by itself. */
    private static final Pattern OURS = Pattern.compile("(?m)^\\s+at (?:[\\w.@-]+/+)?io\\.github\\.isolation\\..*\\R?");

    private Uncertain() {}

    /** What a test printed, which may be stack traces. */
    static String printed(String text) {
        String ofTests = OURS.matcher(JVM_WARNING.matcher(text).replaceAll("")).replaceAll("");
        return trace(ofTests).strip();
    }

    /** The text with every accident replaced. */
    static String without(String text) {
        String certain = text;
        for (Pattern accident : ACCIDENTS) {
            certain = accident.matcher(certain).replaceAll("…");
        }
        return certain;
    }

    /** A stack trace down to where the test was called. */
    static String trace(String text) {
        return without(text.lines()
                .filter(line -> !CALLERS.matcher(line).matches())
                .map(line -> line.replaceAll("\\.\\.\\. \\d+ (more|common frames omitted)", "... more"))
                .reduce("", (above, line) -> above + "\n" + line.stripTrailing()));
    }
}
