package io.github.isolation.maven.findings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.Findings;
import io.github.isolation.findings.Tried;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.TriedFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an audit has found, as text and as JSON. The same from run to run, as long as tests do the same: no times, no numbers of
 * processes, and everything in order.
 *
 * @param findings by their sections, and by their keys
 * @param areas what was looked at
 * @param notSeen what was not
 * @param known findings that are no news
 * @param ignored how many findings there would be more if the user had wanted to hear of everything
 * @param complete whether each worker was watched
 */
public record AuditReport(
        List<Finding> findings,
        List<String> areas,
        List<String> notSeen,
        Baseline known,
        int ignored,
        boolean complete) {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private static final String NOT_COMPLETE = "; not every worker was watched";

    /**
     * What a user wants to hear of.
     *
     * @param module its directory
     * @param ignore patterns of resources and classes
     * @param known what is no news
     */
    public record Wish(Path module, List<String> ignore, Baseline known) {}

    /** Of the runs in these directories; each worker of each has left a file, and a record says what was tried out. */
    public static AuditReport of(List<Path> runs, Wish wish) throws IOException {
        Findings found = Findings.in(runs, wish.module(), wish.ignore());
        Map<String, Tried> tried = new HashMap<>();
        Set<String> notSeen = new TreeSet<>(found.notSeen());
        boolean complete = found.complete();
        for (Path run : runs) {
            Path record = run.resolve("record.jsonl");
            if (Files.exists(record)) {
                Set<Integer> workers = new TreeSet<>();
                RecordReader.read(record, fact -> {
                    if (fact instanceof TriedFact one) {
                        tried.merge(one.finding(), new Tried(one.confirmed(), one.seen()), Tried::and);
                    } else if (fact instanceof ClassFact one) {
                        workers.add(one.worker());
                    }
                });
                for (int worker : workers) {
                    if (!Findings.isWatched(run, worker)) {
                        complete = false;
                        notSeen.add("what worker " + worker + " of run " + run.getFileName()
                                + " has run: its agent has written nothing down");
                    }
                }
            }
        }
        List<Finding> findings = found.all().stream()
                .map(finding -> finding.with(tried.getOrDefault(finding.id(), Tried.NOT)))
                .sorted(Findings.IN_ORDER)
                .toList();
        return new AuditReport(findings, found.areas(), List.copyOf(notSeen), wish.known(), found.ignored(), complete);
    }

    /** The same, where these are known. */
    public AuditReport with(Baseline baseline) {
        return new AuditReport(findings, areas, notSeen, baseline, ignored, complete);
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
            return "no finding" + (complete ? "" : NOT_COMPLETE);
        }
        long old = findings.stream()
                .filter(finding -> finding.section().counts() && known.knows(finding))
                .count();
        return String.join(", ", parts) + " (" + howSure() + (old == 0 ? "" : "; " + old + " of them known") + ")"
                + (complete ? "" : NOT_COMPLETE);
    }

    /** Whether any finding was tried out. */
    private boolean isTried() {
        return findings.stream().anyMatch(finding -> !finding.tried().seen().isEmpty());
    }

    private String howSure() {
        if (!isTried()) {
            return "candidates, none of them tried out";
        }
        long confirmed =
                findings.stream().filter(finding -> finding.tried().confirmed()).count();
        return confirmed + " confirmed, " + (size() - confirmed) + " candidates";
    }

    /** What it means that a finding is one, for people. */
    public String meaning() {
        return isTried()
                ? "A finding is confirmed if a test was seen to fail because of it, in fresh workers after the tests. All others are"
                        + " candidates: they follow from what tests did, and no test was made to fail by them."
                : "Each finding is a candidate: it follows from what tests did, one after the other, and nobody has tried out"
                        + " whether they fail because of it.";
    }

    /** Those of some parts that are news. */
    public List<Finding> news(Set<Section> sections) {
        return findings.stream()
                .filter(finding -> finding.isIn(sections) && !known.knows(finding))
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
                .append(".\n\n")
                .append(meaning())
                .append("\nLooked at: ")
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
                .append(finding.status())
                .append(known.knows(finding) ? ", known" : "")
                .append("]\n");
        for (Witness witness : finding.witnesses()) {
            text.append("  ").append(witness.test()).append(" ").append(witness.does());
            text.append(witness.line().isEmpty() ? "" : "\n      at " + witness.line())
                    .append("\n");
        }
        for (String seen : finding.tried().seen()) {
            text.append("  tried: ").append(seen).append("\n");
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

    private static Map<String, Object> json(Witness witness) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("test", witness.test().toString());
        one.put("does", witness.does());
        one.put("line", witness.line());
        return one;
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
                one.put("status", finding.status());
                one.put("tried", finding.tried().seen());
                one.put("known", known.knows(finding));
                one.put("resource", finding.resource());
                one.put(
                        "witnesses",
                        finding.witnesses().stream().map(AuditReport::json).toList());
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
