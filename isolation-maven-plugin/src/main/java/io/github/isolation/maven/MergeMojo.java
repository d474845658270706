package io.github.isolation.maven;

import io.github.isolation.maven.shard.CiVariables;
import io.github.isolation.maven.shard.DriverArtifact;
import io.github.isolation.maven.shard.MergedShards;
import io.github.isolation.maven.shard.QueueLogin;
import io.github.isolation.maven.shard.Verdict;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.PostgresQueue;
import io.github.isolation.queue.QueueDriver;
import io.github.isolation.queue.RunName;
import io.github.isolation.settings.KnownShardSettings;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the shards of a build have left: one truth, one directory of reports, one page. Nothing is compiled or run, and no
 * project is needed. Fails unless every class was run once, and every test passed.
 */
@Mojo(name = "merge", requiresProject = false, aggregator = true, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class MergeMojo extends AbstractMojo {
    private static final int LISTED = 50;

    /** There is no lease here; three times as long as an answer may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Where {@code isolation:merge} finds, at any depth, what the shards have left. */
    @Parameter(property = SettingNames.SHARDS)
    private @Nullable String shards;

    /** The database with the queue from which the machines of a build take classes as they become free. */
    @Parameter(property = SettingNames.QUEUE)
    private @Nullable String queue;

    /**
     * The {@code <server>} of {@code settings.xml} that has user and password for the database of the queue. Without it they are looked
     * for in the environment.
     */
    @Parameter(property = SettingNames.QUEUE_SERVER)
    private @Nullable String queueServer;

    /** What tells the shards of one build from those of another: the same on all machines. */
    @Parameter(property = SettingNames.SHARD_RUN)
    private @Nullable String shardRun;

    /** What tells shards of one build apart that run the same tests in another way, such as {@code jdk21}. */
    @Parameter(property = SettingNames.SHARD_GROUP)
    private @Nullable String shardGroup;

    /** Which attempt at this shard it is, from 1: of several, {@code isolation:merge} takes the highest. */
    @Parameter(property = SettingNames.SHARD_ATTEMPT)
    private @Nullable String shardAttempt;

    /**
     * One file for all modules with how long each class took, out of reach of {@code mvn clean}, for a cache of CI; {@code member-times}
     * is beside it. Shards only read them; {@code isolation:merge} writes them.
     */
    @Parameter(property = SettingNames.CLASS_TIMES)
    private @Nullable String classTimes;

    /** Where forks have their directories. */
    @Parameter(property = SettingNames.DIRECTORY, defaultValue = "${project.build.directory}/isolation")
    private File directory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private final RepositorySystem repositorySystem;
    private final PlexusContainer container;

    /** With Maven's resolver, for the driver of a database, and its container, for what decrypts settings. */
    @Inject
    public MergeMojo(RepositorySystem repositorySystem, PlexusContainer container) {
        this.repositorySystem = repositorySystem;
        this.container = container;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path root = Path.of(session.getExecutionRootDirectory());
        boolean hasQueue = queue != null && !queue.isBlank();
        boolean hasShards = shards != null && !shards.isBlank();
        if (!hasShards && !hasQueue) {
            throw new MojoExecutionException("isolation: <shards> (" + SettingNames.SHARDS + ") is missing: name the"
                    + " directory into which CI has fetched what the shards have left (target/isolation/shard)");
        }
        Path from = shards == null || !hasShards
                ? null
                : root.resolve(shards.strip()).toAbsolutePath().normalize();
        Path to =
                root.resolve(isolationDirectory()).toAbsolutePath().normalize().resolve("merged");
        if (from != null && (!Files.isDirectory(from) || from.startsWith(to))) {
            throw new MojoExecutionException("isolation: <shards> (" + SettingNames.SHARDS + "): " + from
                    + (from.startsWith(to)
                            ? " is where the result is written; choose another directory"
                            : " is no directory: did CI fetch what the shards have left?"));
        }
        Path times = classTimes == null || classTimes.isBlank() ? null : root.resolve(classTimes.strip());
        try {
            MergedShards.Queue accounts = queue == null || !hasQueue ? null : ask(queue.strip());
            String where = from == null ? "the queue" : from + (hasQueue ? ", and in the queue," : "");
            tell(MergedShards.of(from, accounts, to, times, System.getenv()), where);
        } catch (IOException e) {
            throw new MojoExecutionException("isolation: the shards cannot be merged: " + e.getMessage(), e);
        }
    }

    private MergedShards.Queue ask(String url) throws IOException, MojoExecutionException {
        CiVariables ci = new CiVariables(System.getenv());
        String run = shardRun == null || shardRun.isBlank() ? ci.run() : shardRun.strip();
        List<String> problems = new ArrayList<>();
        KnownShardSettings.QUEUE.problem(url).ifPresent(problems::add);
        if (run.isEmpty()) {
            problems.add("<shardRun> (" + SettingNames.SHARD_RUN
                    + "): which run is it? CI has no id for this build, so name the one that the machines had");
        }
        if (shardGroup != null && !shardGroup.isBlank()) {
            KnownShardSettings.SHARD_GROUP.problem(shardGroup.strip()).ifPresent(problems::add);
        }
        if (shardAttempt != null && !shardAttempt.isBlank()) {
            KnownShardSettings.SHARD_ATTEMPT.problem(shardAttempt.strip()).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new MojoExecutionException("isolation: " + String.join("\n", problems));
        }
        int attempt = shardAttempt == null || shardAttempt.isBlank()
                ? ci.attemptAtTheBuild()
                : KnownShardSettings.SHARD_ATTEMPT.form().parse(shardAttempt.strip());
        attempt = Math.max(1, attempt); // as machines count
        RunName name = new RunName(run, shardGroup == null ? "" : shardGroup.strip(), attempt);
        Path driver = DriverArtifact.find(
                repositorySystem,
                session.getRepositorySession(),
                project.getRemotePluginRepositories(),
                project.getArtifacts());
        try (PostgresQueue reports = new PostgresQueue(
                QueueDriver.load(driver),
                QueueLogin.find(url, queueServer, session.getSettings(), QueueLogin.of(container), System.getenv()),
                new Leases(PATIENCE))) {
            return new MergedShards.Queue(name, reports.reports(name));
        }
    }

    /** Without a project, Maven leaves the expression of the parameter as it is. */
    private Path isolationDirectory() {
        return project.getBasedir() == null && directory.getPath().contains("${")
                ? Path.of("target", "isolation")
                : directory.toPath();
    }

    private void tell(MergedShards merged, String from) throws MojoFailureException {
        boolean green = merged.verdict() == Verdict.GREEN;
        for (String note : merged.notes()) {
            if (note.startsWith("flaky: ") || note.startsWith("coverage ")) {
                getLog().warn("isolation: " + note);
            } else {
                getLog().info("isolation: " + note);
            }
        }
        merged.undone().forEach(line -> getLog().error("isolation: " + line));
        merged.problems().stream().limit(LISTED).forEach(problem -> getLog().error("isolation: " + problem));
        if (merged.problems().size() > LISTED) {
            getLog().error("isolation: and " + (merged.problems().size() - LISTED) + " more");
        }
        String verdict = "isolation: the shards in " + from + " are " + merged.verdict();
        if (green) {
            getLog().info(verdict);
        } else {
            getLog().error(verdict);
        }
        getLog().info("isolation: " + merged.summary());
        if (!green) {
            throw new MojoFailureException(verdict + ": " + merged.problems().get(0));
        }
        if (!merged.undone().isEmpty()) {
            throw new MojoFailureException(verdict + ", but " + merged.undone().get(0));
        }
    }
}
