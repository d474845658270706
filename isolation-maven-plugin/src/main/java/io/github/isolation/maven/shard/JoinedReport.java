package io.github.isolation.maven.shard;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One XML report of a class that was run in parts on several machines: whoever reads such files finds one class, with its tests in the order
 * of the parts, their numbers and their time summed up, and what the tests have printed as it was. Its properties, which are those of a
 * JVM, are the first one's.
 */
final class JoinedReport {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([\\w:.-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");
    private static final List<String> SUMMED = List.of("time", "tests", "errors", "skipped", "failures", "flakes");

    private final List<ReportText> parts;
    private final String attributes;

    private JoinedReport(List<ReportText> parts, String attributes) {
        this.parts = parts;
        this.attributes = attributes;
    }

    /**
     * Reads the reports of all parts.
     *
     * @param files in the order of the parts; at least one
     * @throws IOException if one of them cannot be read, or is no report
     */
    static JoinedReport of(List<Path> files) throws IOException {
        List<ReportText> parts = new ArrayList<>();
        for (Path file : files) {
            parts.add(ReportText.read(file));
        }
        return new JoinedReport(parts, attributes(parts));
    }

    /** Writes the one that is made of them. */
    void write(Path file) throws IOException {
        ReportText first = parts.get(0);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write(first.prolog());
            out.write("<testsuite" + attributes + ">");
            for (int i = 0; i < parts.size(); i++) {
                for (ReportText.Child child : parts.get(i).children()) {
                    if (i == 0 || !child.name().equals("properties")) {
                        out.write(child.text());
                    }
                }
            }
            out.write(first.end().isEmpty() ? "\n" : first.end());
            out.write("</testsuite>\n");
        }
    }

    /** The first one's; what can be summed up is. */
    private static String attributes(List<ReportText> parts) throws IOException {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (ReportText part : parts) {
            Matcher each = ATTRIBUTE.matcher(part.attributes());
            while (each.find()) {
                if (SUMMED.contains(each.group(1))) {
                    sums.merge(each.group(1), number(each.group(1), each.group(2)), BigDecimal::add);
                }
            }
        }
        StringBuilder joined = new StringBuilder();
        Matcher each = ATTRIBUTE.matcher(parts.get(0).attributes());
        while (each.find()) {
            BigDecimal sum = sums.remove(each.group(1));
            each.appendReplacement(
                    joined, Matcher.quoteReplacement(sum == null ? each.group() : attribute(each.group(1), sum)));
        }
        each.appendTail(joined);
        // What only a later part has, such as the number of flaky tests.
        sums.forEach((name, sum) -> joined.append(attribute(name, sum)));
        return joined.toString();
    }

    private static String attribute(String name, BigDecimal sum) {
        return " " + name + "=\"" + sum.toPlainString() + "\"";
    }

    /** Surefire writes thousands of seconds with a comma in them. */
    private static BigDecimal number(String name, String quoted) throws IOException {
        String text = quoted.substring(1, quoted.length() - 1).replace(",", "");
        if (!NUMBER.matcher(text).matches()) {
            throw new IOException("a report of tests has " + name + "=" + quoted);
        }
        BigDecimal number = new BigDecimal(text);
        return name.equals("time") ? number.setScale(3, RoundingMode.HALF_UP) : number;
    }
}
