package io.github.isolation.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Surefire says of its tests on the console, without what no two builds share: durations, and the order of classes
 * that run side by side.
 *
 * @param totals the lines of counts, one for each execution, in their order
 * @param classes a line for every class that ended, sorted
 * @param results the failures as they are summed up at the end, sorted
 */
public record Console(List<String> totals, List<String> classes, List<String> results) {

    private static final String RESULT = "^\\[(WARNING|ERROR)\\]   +\\S.*";

    private static final String COUNTS = "^\\[(INFO|WARNING|ERROR)\\] Tests run: \\d+, .*";

    private static final Pattern FROM_MAVEN = Pattern.compile("\\[(INFO|WARNING|ERROR)\\] ");

    /** Of all executions of test plugins. */
    public static Console of(Log log) {
        List<String> counts = log.matching(COUNTS);
        return new Console(
                counts.stream().filter(line -> !line.contains("Time elapsed")).toList(),
                counts.stream()
                        .filter(line -> line.contains("Time elapsed"))
                        .map(line -> line.replaceAll("Time elapsed: [\\d.,]+ s", "Time elapsed: some"))
                        .sorted()
                        .toList(),
                results(log));
    }

    /**
     * Of a build whose modules run at the same time: what they print is mixed, line by line and never twice in one order, so
     * nothing is left but which lines there are. Of a message of several lines that is the first.
     */
    public static Console ofParallelBuild(Log mixedLog) {
        Log log = withWholeLines(mixedLog);
        Console mixed = of(log);
        return new Console(
                mixed.totals().stream().sorted().toList(),
                mixed.classes(),
                log.matching(RESULT).stream().map(Uncertain::without).sorted().toList());
    }

    /** A test of one module prints half a line, and Maven has something to say of another one. */
    private static Log withWholeLines(Log log) {
        List<String> lines = new ArrayList<>();
        for (String line : log.lines()) {
            Matcher maven = FROM_MAVEN.matcher(line);
            int begin = !line.startsWith("[") && maven.find() ? maven.start() : 0;
            if (begin > 0) {
                lines.add(line.substring(0, begin));
            }
            lines.add(line.substring(begin));
        }
        return new Log(lines);
    }

    private static List<String> results(Log log) {
        List<String> results = new ArrayList<>();
        boolean inside = false;
        for (String line : log.lines()) {
            inside = line.equals("[INFO] Results:") || (inside && !line.matches(COUNTS));
            if (inside) {
                results.add(Uncertain.without(line));
            }
        }
        return results.stream().sorted().toList();
    }
}
