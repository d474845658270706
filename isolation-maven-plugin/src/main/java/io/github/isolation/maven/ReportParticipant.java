package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.report.ModuleReport;
import io.github.isolation.maven.report.ReportFiles;
import io.github.isolation.maven.report.ShownRun;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the report of each module that has run tests, at the end of the build: a goal cannot, since none runs after tests that failed
 * it. Where several modules have one, there is another one of all of them. A report that cannot be made costs a line.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class ReportParticipant extends AbstractMavenLifecycleParticipant {
    private static final Logger LOG = LoggerFactory.getLogger(ReportParticipant.class);

    @Override
    public void afterSessionEnd(MavenSession session) {
        long start = session.getStartTime().toInstant().toEpochMilli();
        List<ShownRun> all = new ArrayList<>();
        List<Path> pages = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            if (project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory
                    && !"false".equals(project.getContextValue(SettingNames.REPORT))) {
                attempt(project.getArtifactId(), () -> {
                    Path module = project.getBasedir().toPath().toAbsolutePath().normalize();
                    ModuleReport report = ModuleReport.of(new ForkLayout(Path.of(directory)), module);
                    List<ShownRun> shown = report.newest(one -> one.run().startedAt() >= start);
                    if (!shown.isEmpty() && !pages.contains(report.page())) {
                        ReportFiles.write(
                                shown.get(0).subject(), shown, AuditedModule.of(project, shown), report.page());
                        pages.add(report.page());
                        all.addAll(shown);
                    }
                });
            }
        }
        attempt("the build for its job summary", () -> ReportFiles.summarize(all, System.getenv())
                .ifPresent(file -> LOG.info("isolation: a summary was added to {}", file)));
        if (pages.size() == 1) {
            LOG.info("isolation: what happened: {}", pages.get(0));
        } else if (!pages.isEmpty()) {
            attempt("the whole build", () -> ofAll(session, all, pages));
        }
    }

    /** Beside those of the modules, in the directory in which Maven was called. */
    private static void ofAll(MavenSession session, List<ShownRun> all, List<Path> pages) throws IOException {
        Path root =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Optional<MavenProject> top = Optional.ofNullable(session.getAllProjects()).orElse(List.of()).stream()
                .filter(project -> project.getBasedir() != null
                        && project.getBasedir()
                                .toPath()
                                .toAbsolutePath()
                                .normalize()
                                .equals(root))
                .findFirst();
        Path target = top.map(project -> root.resolve(project.getBuild().getDirectory()))
                .orElse(root.resolve("target"));
        Path page = new ForkLayout(target.resolve("isolation")).report();
        if (pages.contains(page)) {
            return; // a module with tests is at the root, and its own page is there
        }
        ReportFiles.write(top.map(MavenProject::getName).orElse("All modules"), all, Optional.empty(), page);
        LOG.info("isolation: what happened in {} modules: {}", pages.size(), page);
    }

    private interface Making {
        void run() throws IOException;
    }

    /** Whatever goes wrong with it, a report does not fail a build. */
    private static void attempt(String what, Making making) {
        try {
            making.run();
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) { // also if memory is short
            LOG.warn("isolation: the report of {} could not be made: {}", what, e.toString());
            LOG.debug("isolation: why", e);
        }
    }
}
