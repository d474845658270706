package io.github.isolation.maven;

import io.github.isolation.findings.Findings;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.findings.Baseline;
import io.github.isolation.maven.report.RecordedRuns;
import io.github.isolation.maven.report.ShownRun;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.KnownAuditSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.project.MavenProject;

/**
 * The audit of one module: which of its runs had one, and where its report is.
 *
 * @param directory of the module
 * @param forks where its forks have their directories
 * @param ignore patterns of what nobody wants to hear of
 * @param baseline the file of what is known
 */
record AuditedModule(Path directory, ForkLayout forks, List<String> ignore, Path baseline) {
    /** As the extension has wired it; empty if it has not. */
    static Optional<AuditedModule> wired(MavenProject project) {
        if (!(project.getContextValue(ForkProperties.DIRECTORY) instanceof String isolation)) {
            return Optional.empty();
        }
        String ignore = Objects.toString(project.getContextValue(SettingNames.AUDIT_IGNORE), "");
        String baseline = Objects.toString(project.getContextValue(SettingNames.AUDIT_BASELINE), "audit-baseline.txt");
        Path directory = project.getBasedir().toPath();
        return Optional.of(new AuditedModule(
                directory,
                new ForkLayout(Path.of(isolation)),
                ignore.isBlank() ? List.of() : List.of(ignore.split("\\s*,\\s*", -1)),
                directory.resolve(baseline)));
    }

    /** Of the newest runs of each execution that had an audit and are wanted; empty if there is none. */
    Optional<AuditReport> report(Predicate<RunFact> wanted) throws IOException {
        return hasAudits() ? reportOf(audited(wanted)) : Optional.empty(); // without, no record need be read
    }

    /** The same, and of runs that were to have an audit, of which there is nothing. */
    Optional<AuditReport> reportOfAsked(Predicate<RunFact> wanted) throws IOException {
        return reportOf(audited(wanted));
    }

    private Optional<AuditReport> reportOf(List<Path> runs) throws IOException {
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(AuditReport.of(runs, new AuditReport.Wish(directory, ignore, Baseline.read(baseline))));
    }

    /** Of those that a page shows; one that cannot be made is none, since whoever writes it has said so. */
    static Optional<AuditReport> of(MavenProject project, List<ShownRun> shown) {
        Set<String> ids = new HashSet<>();
        for (ShownRun one : shown) {
            ids.add(one.report().run().run());
        }
        try {
            Optional<AuditedModule> module = wired(project);
            return module.isPresent() ? module.get().report(run -> ids.contains(run.run())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes it where people look for it, and returns the text that is for them. */
    Path write(AuditReport report) throws IOException {
        Path place = forks.isolationDirectory().resolve("audit");
        report.write(place);
        return place.resolve("audit.txt");
    }

    private List<Path> audited(Predicate<RunFact> wanted) throws IOException {
        List<RecordedRuns.Recorded> candidates = new ArrayList<>();
        for (RecordedRuns.Recorded one : RecordedRuns.in(forks).all()) {
            Path run = one.file().toAbsolutePath().getParent();
            if (run != null && wanted.test(one.run()) && (isAsked(one.run()) || Findings.isAudited(run))) {
                candidates.add(one);
            }
        }
        List<Path> runs = new ArrayList<>();
        for (RecordedRuns.Recorded one : new RecordedRuns(candidates).newest()) {
            Path run = one.file().toAbsolutePath().getParent();
            if (run != null) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static boolean isAsked(RunFact run) {
        return run.settings().stream()
                .anyMatch(one -> one.name().equals(SettingNames.AUDIT)
                        && !one.value().isBlank()
                        && !one.value().strip().equals(KnownAuditSettings.AUDIT.byDefault()));
    }

    /** Most builds have none. */
    private boolean hasAudits() throws IOException {
        if (Files.isDirectory(forks.runs())) {
            try (DirectoryStream<Path> runs = Files.newDirectoryStream(forks.runs())) {
                for (Path run : runs) {
                    if (Findings.isAudited(run)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
