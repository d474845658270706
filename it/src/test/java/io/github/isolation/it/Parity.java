package io.github.isolation.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two runs of the same suite, case by case and file by file.
 *
 * <p>A case is known by its class and name. Where several share both (parameterized tests with equal display names),
 * the outcomes are compared as a bag, since nothing else tells them apart.
 */
public final class Parity {

    private final List<Difference> differences = new ArrayList<>();

    private Parity() {}

    /** Cases and counts: differences a person can read, in alphabetical order of the cases; an empty list is parity. */
    public static List<String> between(Reports expected, Reports actual) {
        Parity parity = new Parity();
        parity.cases("", expected, actual, Case::facts);
        parity.counts("", expected, actual);
        return parity.differences.stream().map(Difference::toString).toList();
    }

    /** Everything that a user can see of two builds. */
    public static List<Difference> between(Build expected, Build actual) {
        Parity parity = new Parity();
        parity.inDepth(expected.reports(), actual.reports());
        parity.exitCode(expected.exitCode(), actual.exitCode());
        parity.console(expected.console(), actual.console());
        return parity.differences;
    }

    /** Everything in the reports of a module. */
    public static List<Difference> inDepth(Reports expected, Reports actual, String module) {
        Parity parity = new Parity();
        parity.inDepth(expected, actual);
        return parity.of(module);
    }

    /** Everything that a module's tests leave on the console. */
    public static List<Difference> onTheConsole(Console expected, Console actual, String module) {
        Parity parity = new Parity();
        parity.console(expected, actual);
        return parity.of(module);
    }

    /** How two builds ended. */
    public static List<Difference> exitCodes(int expected, int actual, String build) {
        Parity parity = new Parity();
        parity.exitCode(expected, actual);
        return parity.of(build);
    }

    private List<Difference> of(String module) {
        return differences.stream()
                .map(one -> new Difference(module + ": " + one.what(), one.where(), one.expected(), one.actual()))
                .toList();
    }

    private void inDepth(Reports expected, Reports actual) {
        cases("case ", expected, actual, test -> Uncertain.without(test.facts()));
        cases("trace ", expected, actual, test -> Uncertain.trace(test.text()));
        cases("printed ", expected, actual, test -> Uncertain.printed(test.printed()));
        counts("counts ", expected, actual);
    }

    private void exitCode(int expected, int actual) {
        lines("exit code", List.of(expected + ""), List.of(actual + ""));
    }

    private void console(Console expected, Console actual) {
        lines("totals", expected.totals(), actual.totals());
        lines("classes", expected.classes(), actual.classes());
        lines("results", expected.results(), actual.results());
    }

    private void cases(String what, Reports expected, Reports actual, Function<Case, String> aspect) {
        compare(what, byId(expected, aspect), byId(actual, aspect));
    }

    private void counts(String what, Reports expected, Reports actual) {
        compare(what, countsByFile(expected), countsByFile(actual));
    }

    private void lines(String what, List<String> expected, List<String> actual) {
        compare(what, Map.of("", expected), Map.of("", actual));
    }

    private static Map<String, List<String>> byId(Reports reports, Function<Case, String> aspect) {
        return reports.cases().stream()
                .collect(Collectors.groupingBy(
                        test -> Uncertain.without(test.id()),
                        TreeMap::new,
                        Collectors.mapping(aspect, Collectors.collectingAndThen(Collectors.toList(), Parity::sorted))));
    }

    private static List<String> sorted(List<String> facts) {
        return facts.stream().sorted().toList();
    }

    private static Map<String, List<String>> countsByFile(Reports reports) {
        return reports.suites().stream()
                .collect(Collectors.toMap(
                        Suite::file, suite -> List.of(suite.claimed().toString()), (one, other) -> one, TreeMap::new));
    }

    private void compare(String what, Map<String, List<String>> expected, Map<String, List<String>> actual) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (String key : keys) {
            List<String> wanted = expected.getOrDefault(key, List.of());
            List<String> got = actual.getOrDefault(key, List.of());
            if (!wanted.equals(got)) {
                differences.add(new Difference(what.strip(), key, wanted, got));
            }
        }
    }
}
