package io.github.isolation.maven.report;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.maven.findings.AuditReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an audit has found, as a part of a page that needs no script, and as lines for terminals. */
final class AuditView {
    /** So many of each part; the text beside the page has all of them. */
    private static final int SHOWN = 200;

    private static final int LISTED = 10;

    private AuditView() {}

    /** Its fields, as the template of the page calls them. */
    static Map<String, Object> of(AuditReport audit) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Finding> all = audit.of(section);
            if (!all.isEmpty()) {
                int more = all.size() - SHOWN;
                sections.add(Map.of(
                        "title",
                        section.title(),
                        "count",
                        all.size(),
                        "findings",
                        all.stream()
                                .limit(SHOWN)
                                .map(finding -> finding(finding, audit))
                                .toList(),
                        "more",
                        more > 0 ? "and " + more + " more: they are in audit.txt" : ""));
            }
        }
        Map<String, Object> view = new HashMap<>();
        view.put("summary", audit.summary());
        view.put("meaning", audit.meaning());
        view.put("areas", String.join(", ", audit.areas()));
        view.put("sections", sections);
        view.put("notSeen", audit.notSeen());
        return view;
    }

    private static Map<String, Object> finding(Finding finding, AuditReport audit) {
        return Map.of(
                "resource",
                finding.resource(),
                "status",
                finding.status(),
                "tried",
                finding.tried().seen(),
                "known",
                audit.known().knows(finding),
                "witnesses",
                finding.witnesses().stream().map(AuditView::witness).toList(),
                "remedy",
                finding.remedy(),
                "paste",
                finding.paste());
    }

    private static Map<String, Object> witness(Witness witness) {
        return Map.of("test", witness.test().toString(), "does", witness.does(), "line", witness.line());
    }

    /** The same in short, below the lines of a run. */
    static List<String> lines(AuditReport audit) {
        List<String> lines = new ArrayList<>();
        lines.add("  audit: " + audit.summary());
        for (Section section : Section.values()) {
            List<Finding> all = audit.of(section);
            if (section.counts() && !all.isEmpty()) {
                lines.add("  " + section.title() + ":");
                all.stream()
                        .limit(LISTED)
                        .forEach(one -> lines.add("    " + one.resource()
                                + (one.tried().confirmed() ? " (confirmed)" : "") + ": " + tests(one)));
                if (all.size() > LISTED) {
                    lines.add("    and " + (all.size() - LISTED) + " more");
                }
            }
        }
        return lines;
    }

    /** The first two, which are the pair to look at. */
    private static String tests(Finding finding) {
        return String.join(
                ", ",
                finding.witnesses().stream()
                        .map(witness -> witness.test().toString())
                        .distinct()
                        .limit(2)
                        .toList());
    }
}
