package io.github.isolation.maven;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.audit.Run;
import io.github.isolation.maven.shard.LoginFiles;
import io.github.isolation.maven.shard.ShardClosing;
import io.github.isolation.maven.shard.ShardedModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down, at the end of a build that ran a part of the tests, what became of it; or where the plan is that was made. A goal cannot,
 * since none runs after tests that failed the build.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class ShardParticipant extends AbstractMavenLifecycleParticipant {
    private static final Logger LOG = LoggerFactory.getLogger(ShardParticipant.class);

    /** Bazel names a file here, and takes tests that do not touch it for ones that know nothing of shards. */
    private static final String BAZELS_STATUS = "TEST_SHARD_STATUS_FILE";

    @Override
    public void afterSessionEnd(MavenSession session) {
        afterSessionEnd(session, System.getenv());
    }

    void afterSessionEnd(MavenSession session, Map<String, String> environment) {
        ShardedModule any = null;
        List<ShardClosing.Begun> begun = new ArrayList<>();
        for (MavenProject project : session.getProjects()) {
            if (ShardedModule.find(project) != null) {
                attempt(project.getArtifactId(), () -> begun(session, project, begun));
            }
        }
        for (MavenProject project : session.getProjects()) {
            ShardedModule sharded = ShardedModule.find(project);
            if (sharded != null) {
                any = sharded;
                if (!sharded.number().isPlan()) {
                    attempt(project.getArtifactId(), () -> close(session, project, begun));
                }
            }
        }
        deleteLogins(session);
        if (any != null) {
            ShardedModule sharded = any;
            attempt("this build", () -> end(sharded, environment));
        }
    }

    private static void deleteLogins(MavenSession session) {
        try {
            LoginFiles.deleteAll(session);
        } catch (IOException e) {
            LOG.warn("isolation: a file with the password of the queue cannot be deleted; delete it: {}", e.toString());
        }
    }

    private static void end(ShardedModule sharded, Map<String, String> environment) throws IOException {
        if (sharded.number().isPlan()) {
            keepPlan(sharded);
        }
        Files.deleteIfExists(sharded.book()); // there is none with a queue
        String status = environment.getOrDefault(BAZELS_STATUS, "");
        if (!status.isBlank()) {
            Files.write(Path.of(status), new byte[0]);
        }
    }

    private static void close(MavenSession session, MavenProject project, List<ShardClosing.Begun> all)
            throws IOException {
        if (project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory) {
            long start = session.getStartTime().toInstant().toEpochMilli();
            closing(session, project, directory)
                    .close(
                            runs(session, project, directory),
                            all,
                            Path.of(project.getBuild().getDirectory()),
                            start)
                    .forEach(file -> LOG.info("isolation: for isolation:merge: {}", file));
        }
    }

    /** When and where the runs of a project began. */
    private static void begun(MavenSession session, MavenProject project, List<ShardClosing.Begun> all)
            throws IOException {
        if (project.getContextValue(ForkProperties.DIRECTORY) instanceof String directory) {
            all.addAll(closing(session, project, directory).begun(runs(session, project, directory)));
        }
    }

    private static ShardClosing closing(MavenSession session, MavenProject project, String directory) {
        return new ShardClosing(new ForkLayout(Path.of(directory)), module(project), failure(session));
    }

    private static Path module(MavenProject project) {
        return project.getBasedir().toPath().toAbsolutePath().normalize();
    }

    private static List<Run> runs(MavenSession session, MavenProject project, String directory) throws IOException {
        long start = session.getStartTime().toInstant().toEpochMilli();
        long maven = ProcessHandle.current().pid();
        return Run.all(new ForkLayout(Path.of(directory))).stream()
                .filter(run -> run.isOf(maven, start, module(project)))
                .toList();
    }

    /** In one line. */
    private static String failure(MavenSession session) {
        if (session.getResult() == null || !session.getResult().hasExceptions()) {
            return "";
        }
        String message =
                String.valueOf(session.getResult().getExceptions().get(0).getMessage());
        return message.lines().findFirst().orElse("it failed");
    }

    private static void keepPlan(ShardedModule sharded) throws IOException {
        Path plan = sharded.plan();
        if (!Files.exists(sharded.book())) {
            LOG.error("isolation: no plan was made: no module has had tests to run");
            return;
        }
        Files.createDirectories(plan.toAbsolutePath().getParent());
        Path draft = plan.resolveSibling(plan.getFileName() + ".tmp");
        Files.write(draft, Files.readAllBytes(sharded.book()));
        Files.move(draft, plan, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("isolation: the plan of {} shards: {}", sharded.number().total(), plan);
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** A shard that leaves nothing is missed when all are merged. */
    private static void attempt(String what, Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.error("isolation: what became of the shard of {} could not be written down: {}", what, e.toString());
            LOG.debug("isolation: why", e);
        }
    }
}
