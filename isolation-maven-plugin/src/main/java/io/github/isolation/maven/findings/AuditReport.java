package io.github.isolation.maven.findings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.isolation.maven.findings.Finding.Section;
import io.github.isolation.maven.findings.Finding.Witness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an audit has found, as text and as JSON. The same from run to run, as long as tests do the same: no times, no numbers of
 * processes, and everything in order.
 *
 * @param findings by their sections, and by their keys
 * @param areas what was looked at
 * @param notSeen what was not
 * @param known findings that are no news
 * @param ignored how many findings there would be more if the user had wanted to hear of everything
 */
public record AuditReport(
        List<Finding> findings, List<String> areas, List<String> notSeen, Baseline known, int ignored) {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * What a user wants to hear of.
     *
     * @param module its directory
     * @param ignore patterns of resources and classes
     * @param known what is no news
     */
    public record Wish(Path module, List<String> ignore, Baseline known) {}

    /** Of the runs in these directories; each worker of each has left a file. */
    public static AuditReport of(List<Path> runs, Wish wish) throws IOException {
        ObservedReader reader = new ObservedReader();
        for (Path run : runs) {
            for (Path file : files(run)) {
                reader.read(file);
            }
        }
        Places places = new Places(wish.module(), Path.of(System.getProperty("user.home")));
        Observed all = reader.observed();
        Observed wanted = new Ignored(wish.ignore(), places).without(all);
        List<Finding> findings = findings(wanted, places);
        int ignored =
                wish.ignore().isEmpty() ? 0 : Math.max(0, findings(all, places).size() - findings.size());
        return new AuditReport(findings, all.areas(), all.notSeen(), wish.known(), ignored);
    }

    private static List<Finding> findings(Observed observed, Places places) {
        List<Finding> all = new ArrayList<>(Clashes.in(observed));
        all.addAll(LeftBehind.in(observed));
        all.addAll(LeftBehind.atWork(observed));
        all.addAll(Differences.in(observed));
        return all.stream()
                .map(finding -> finding.on(places))
                .sorted(Comparator.comparing(Finding::section).thenComparing(Finding::key))
                .toList();
    }

    /** The same, where these are known. */
    public AuditReport with(Baseline baseline) {
        return new AuditReport(findings, areas, notSeen, baseline, ignored);
    }

    /** Whether a run was one with an audit. */
    public static boolean isAudited(Path run) throws IOException {
        return !files(run).isEmpty();
    }

    private static List<Path> files(Path run) throws IOException {
        List<Path> files = new ArrayList<>();
        Path directory = run.resolve("audit");
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "worker-*.tsv")) {
                all.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    /** How many findings something should be done about. */
    public long size() {
        return findings.stream().filter(finding -> finding.section().counts()).count();
    }

    /** One line for the console. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Section section : Section.values()) {
            long count = of(section).size();
            if (section.counts() && count > 0) {
                parts.add(section.title() + ": " + count);
            }
        }
        if (parts.isEmpty()) {
            return "no finding";
        }
        long old = findings.stream()
                .filter(finding -> finding.section().counts() && known.knows(finding))
                .count();
        return String.join(", ", parts) + " (candidates, none of them tried out"
                + (old == 0 ? "" : "; " + old + " of them known") + ")";
    }

    /** Those of some parts that are news. */
    public List<Finding> news(Set<Section> sections) {
        return findings.stream()
                .filter(finding -> sections.contains(finding.section()) && !known.knows(finding))
                .toList();
    }

    /** Writes both files. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("audit.txt"), text(), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve("audit.json"), json() + "\n", StandardCharsets.UTF_8);
    }

    String text() {
        StringBuilder text = new StringBuilder("Is this suite ready for forks? ")
                .append(summary())
                .append(
                        ".\n\nEach finding is a candidate: it follows from what tests did, one after the other, and nobody has"
                                + " tried out\nwhether they fail because of it. Looked at: ")
                .append(String.join(", ", areas))
                .append(".\n");
        for (Section section : Section.values()) {
            if (!of(section).isEmpty()) {
                text.append("\n").append(section.title()).append("\n");
                text.append("=".repeat(section.title().length())).append("\n");
                of(section).forEach(finding -> append(text, finding));
            }
        }
        text.append("\nNot observed\n============\n");
        notSeen.forEach(line -> text.append("\n  ").append(line));
        if (ignored > 0) {
            text.append("\n  ").append(count(ignored)).append(" that auditIgnore leaves out.");
        }
        text.append("\n  Native code, and processes that tests start, except for what `directories` finds.\n");
        return text.toString();
    }

    private static String count(int findings) {
        return findings == 1 ? "1 finding" : findings + " findings";
    }

    private void append(StringBuilder text, Finding finding) {
        text.append("\n")
                .append(finding.resource())
                .append("  [")
                .append(Finding.STATUS)
                .append(known.knows(finding) ? ", known" : "")
                .append("]\n");
        for (Witness witness : finding.witnesses()) {
            text.append("  ").append(witness.test()).append(" ").append(witness.does());
            text.append(witness.line().isEmpty() ? "" : "\n      at " + witness.line())
                    .append("\n");
        }
        text.append("  → ").append(finding.remedy()).append("\n");
        if (!finding.paste().isEmpty()) {
            finding.paste()
                    .lines()
                    .forEach(line -> text.append("      ").append(line).append("\n"));
        }
    }

    /** Those of one part. */
    public List<Finding> of(Section section) {
        return findings.stream().filter(finding -> finding.section() == section).toList();
    }

    private String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1);
        all.put("areas", areas);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Section section : Section.values()) {
            for (Finding finding : of(section)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("key", finding.key());
                one.put("section", section.title());
                one.put("status", Finding.STATUS);
                one.put("known", known.knows(finding));
                one.put("resource", finding.resource());
                one.put("witnesses", finding.witnesses());
                one.put("remedy", finding.remedy());
                one.put("paste", finding.paste());
                list.add(one);
            }
        }
        all.put("findings", list);
        all.put("ignored", ignored);
        all.put("notObserved", notSeen);
        return JSON.toJson(all);
    }
}
