package io.github.isolation.maven.findings;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an agent might have written, in its form. */
final class Lines {
    private final List<String> lines = new ArrayList<>(List.of("isolation-audit 1"));
    private int places;

    /** Tests by number, as in {@code app.ATest.method}; a class without a method ends with a dot. */
    static Lines of(String... tests) {
        Lines made = new Lines();
        for (int i = 0; i < tests.length; i++) {
            int dot = tests[i].lastIndexOf('.');
            made.add("t", Integer.toString(i + 1), tests[i].substring(0, dot), tests[i].substring(dot + 1));
        }
        return made;
    }

    Lines add(String... fields) {
        lines.add(String.join("\t", fields));
        return this;
    }

    /** A test does something while it is the one that runs, in a line of its own class. */
    Lines hit(String kind, int test, String resource) {
        return hit(kind, test, test, "app.Code", resource);
    }

    Lines hit(String kind, int test, int last, String codeClass, String resource) {
        places++;
        add("p", Integer.toString(places), codeClass, "does", Integer.toString(places * 10));
        return add(
                "h",
                kind,
                Integer.toString(test),
                Integer.toString(last),
                Integer.toString(places),
                "0",
                "main",
                resource);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** As if a run in this directory had left them. */
    AuditReport report(Path run, String... ignore) throws IOException {
        leftIn(run);
        return AuditReport.of(List.of(run), new AuditReport.Wish(run, List.of(ignore), Baseline.NONE));
    }

    /** Each finding in a line, with who does what. */
    static List<String> told(AuditReport report) {
        return report.findings().stream()
                .map(finding -> finding.section() + " " + finding.resource() + " "
                        + finding.witnesses().stream()
                                .map(one -> one.test() + " " + one.does())
                                .toList())
                .toList();
    }

    static List<String> resources(AuditReport report, Section section) {
        return report.findings().stream()
                .filter(finding -> finding.section() == section)
                .map(Finding::resource)
                .toList();
    }

    /** As if a run in this directory had left them, to be reported with others. */
    Path leftIn(Path run) throws IOException {
        Path directory = Files.createDirectories(run.resolve("audit"));
        Files.writeString(directory.resolve("worker-1.tsv"), text());
        return run;
    }
}
