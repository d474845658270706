package io.github.isolation.verdict;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.Findings;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import io.github.isolation.trial.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a culprit and its victim have to do with each other, as the Java agent of an audit sees it in one more trial of both. */
final class SharedThings {
    private static final int MOST = 5;

    /** Two that run at the same time need not meet each time. */
    private static final int MOST_AT_ONCE = 3;

    /** Who makes trials with the agent. */
    interface Watcher {
        /** Makes one that may take so long. */
        TrialResult watch(Trial trial, Duration limit) throws IOException, InterruptedException;

        /** Where the agents of the last one have left what they have seen. */
        Path seen();

        /** Why there can be none, in a few words; empty if there can. */
        String whyNot();
    }

    private final Watcher watcher;
    private final Path module;
    private String problem = "";

    /** In a module, which has this directory. */
    SharedThings(Watcher watcher, Path module) {
        this.watcher = watcher;
        this.module = module;
    }

    /** Why the things of some verdict are not known, in a few words; empty if there is no such verdict. */
    String problem() {
        return problem;
    }

    /** In a line each: the thing, who does what to it, and where. None where nobody is to blame, or nothing was seen. */
    List<String> of(Verdict verdict, RecordedTries tries) throws InterruptedException {
        Trial shows = verdict.shows();
        if (shows == null || verdict.culprits().isEmpty()) {
            return List.of();
        }
        if (!watcher.whyNot().isEmpty()) {
            problem = watcher.whyNot();
            return List.of();
        }
        try {
            List<String> lines = List.of();
            for (int nth = 0; lines.isEmpty() && nth < (shows.workers() > 1 ? MOST_AT_ONCE : 1); nth++) {
                if (tries.make(shows, watcher::watch).isEmpty()) {
                    problem = "there was no time left";
                    return List.of();
                }
                String lacks = Room.lacksFor(watcher.seen());
                if (!lacks.isEmpty()) {
                    problem = lacks;
                    return List.of();
                }
                lines = lines(
                        Findings.in(List.of(watcher.seen()), module, List.of()).all(), verdict);
            }
            return lines;
        } catch (IOException e) {
            problem = e.toString();
            return List.of();
        }
    }

    /** What is probably harmless is told only where there is nothing else. */
    static List<String> lines(List<Finding> findings, Verdict verdict) {
        List<String> lines = lines(findings, verdict, Section.LEFT);
        return lines.isEmpty() ? lines(findings, verdict, Section.HARMLESS) : lines;
    }

    private static List<String> lines(List<Finding> findings, Verdict verdict, Section left) {
        return findings.stream()
                .flatMap(one -> line(one, verdict, left).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<String> line(Finding finding, Verdict verdict, Section left) {
        List<Witness> culprits = finding.witnesses().stream()
                .filter(one -> verdict.culprits().stream().anyMatch(culprit -> isOf(one, culprit)))
                .toList();
        List<Witness> victims = finding.witnesses().stream()
                .filter(one -> isOf(one, verdict.test()))
                .toList();
        boolean sideBySide = verdict.kind() == Verdict.Kind.CLASHES;
        boolean involved =
                switch (finding.section()) {
                    case CLASHES, SERVICES -> !culprits.isEmpty() && !victims.isEmpty();
                    case LEFT, HARMLESS -> !sideBySide && finding.section() == left && !culprits.isEmpty();
                    case AT_WORK -> !sideBySide && !culprits.isEmpty();
                    case DIFFERENCES -> false;
                };
        if (!involved) {
            return Optional.empty();
        }
        boolean both = finding.section() == Section.CLASHES || finding.section() == Section.SERVICES;
        return Optional.of(finding.inModule() + ": " + words(culprits) + (both ? "; " + words(victims) : ""));
    }

    private static boolean isOf(Witness witness, Piece piece) {
        return piece.isWhole()
                ? witness.isOf(piece.className(), "")
                : piece.methods().stream().anyMatch(method -> witness.isOf(piece.className(), method));
    }

    private static boolean isOf(Witness witness, TestRef test) {
        return witness.isOf(Trial.topLevel(test.className()), test.isOfClass() ? "" : MethodIds.plain(test.name()));
    }

    private static String words(List<Witness> witnesses) {
        return witnesses.stream()
                .map(one -> one.test() + " " + one.does() + (one.line().isEmpty() ? "" : ", at " + one.line()))
                .collect(Collectors.joining("; "));
    }
}
