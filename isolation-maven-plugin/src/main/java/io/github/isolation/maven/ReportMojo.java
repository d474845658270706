package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.maven.report.ModuleReport;
import io.github.isolation.maven.report.RecordedRuns;
import io.github.isolation.maven.report.RecordedRuns.Recorded;
import io.github.isolation.maven.report.ReportFiles;
import io.github.isolation.maven.report.ShownRun;
import io.github.isolation.maven.report.TextReport;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Makes a page that shows what happened in a run, from its record. No test is run; without a project, a path says which record.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class ReportMojo extends AbstractMojo {
    /** Which run {@code isolation:report} shows, or {@code isolation:verdict} looks at. */
    @Parameter(property = SettingNames.RUN)
    private @Nullable String run;

    /** What {@code isolation:report} makes: a page with a trace beside it, or lines on the console. */
    @Parameter(property = SettingNames.FORMAT, defaultValue = "html")
    private @Nullable String format;

    /** Where forks have their directories. */
    @Parameter(property = SettingNames.DIRECTORY, defaultValue = "${project.build.directory}/isolation")
    private File directory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        Optional<String> problem = KnownSettings.FORMAT.problem(format == null ? "" : format);
        if (problem.isPresent()) {
            throw new MojoExecutionException(problem.get());
        }
        ForkLayout layout = new ForkLayout(isolationDirectory());
        try {
            Optional<Path> record = record();
            if (record.isPresent()) {
                if (project.isExecutionRoot()) {
                    RecordedRuns beside = beside(record.get());
                    write(layout.report(), List.of(ShownRun.read(record.get(), beside)), Optional.empty());
                }
                return;
            }
            ModuleReport module = ModuleReport.of(layout, moduleDirectory());
            if (run == null || run.isBlank()) {
                List<ShownRun> shown = module.newest(one -> true);
                if (shown.isEmpty()) {
                    getLog().info("isolation: no report: there is no record of a run in " + layout.runs());
                } else {
                    write(module.page(), shown, AuditedModule.of(project, shown));
                }
                return;
            }
            Optional<Recorded> named = module.runs().named(run.strip());
            if (named.isPresent()) {
                List<ShownRun> shown = List.of(ShownRun.read(named.get().file(), module.runs()));
                write(module.page(), shown, AuditedModule.of(project, shown));
            } else if (session.getProjects().size() > 1) {
                getLog().debug("isolation: run " + run + " is none of " + project.getArtifactId());
            } else {
                throw new MojoExecutionException("isolation: there is no file " + run + ", and no run with this id in "
                        + layout.runs() + ids(module.runs()));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("isolation: the report cannot be made: " + e.getMessage(), e);
        }
    }

    /** Without a project, Maven leaves the expression of the parameter as it is. */
    private Path isolationDirectory() {
        return project.getBasedir() == null && directory.getPath().contains("${")
                ? Path.of(session.getExecutionRootDirectory(), "target", "isolation")
                : directory.toPath();
    }

    private Path moduleDirectory() {
        File basedir = project.getBasedir();
        return (basedir == null ? Path.of("") : basedir.toPath())
                .toAbsolutePath()
                .normalize();
    }

    /** A file that was named, or the record in a directory that was. */
    private Optional<Path> record() {
        if (run == null || run.isBlank()) {
            return Optional.empty();
        }
        Path given = Path.of(session.getExecutionRootDirectory()).resolve(run.strip());
        Path inside = given.resolve("record.jsonl");
        if (Files.isRegularFile(given)) {
            return Optional.of(given);
        }
        return Files.isRegularFile(inside) ? Optional.of(inside) : Optional.empty();
    }

    /** The run before is looked for where this one is, as runs/ID/record.jsonl. */
    private static RecordedRuns beside(Path record) throws IOException {
        Path runs = Optional.ofNullable(record.toAbsolutePath().normalize().getParent())
                .map(Path::getParent)
                .orElse(null);
        Path isolation = runs == null || !runs.endsWith("runs") ? null : runs.getParent();
        return isolation == null ? new RecordedRuns(List.of()) : RecordedRuns.in(new ForkLayout(isolation));
    }

    private static String ids(RecordedRuns runs) {
        String ids = runs.all().stream().map(one -> one.run().run()).collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "; those that are there: " + ids;
    }

    private void write(Path page, List<ShownRun> shown, Optional<AuditReport> audit) throws IOException {
        if ("text".equals(format)) {
            shown.forEach(one -> TextReport.lines(one).forEach(getLog()::info));
            audit.ifPresent(found -> TextReport.audit(found).forEach(getLog()::info));
        } else {
            ReportFiles.write(shown.get(0).subject(), shown, audit, page);
            getLog().info("isolation: what happened: " + page);
        }
    }
}
