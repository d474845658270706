package io.github.isolation.maven;

import io.github.isolation.maven.shard.DriverArtifact;
import io.github.isolation.maven.shard.QueueLogin;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.PostgresQueue;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.queue.QueueDriver;
import io.github.isolation.settings.KnownShardSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tables of a queue of classes, for databases in which the users of tests may not. Where they may, the first machine makes them. Needs no
 * project.
 */
@Mojo(name = "queue-schema", requiresProject = false, aggregator = true, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class QueueSchemaMojo extends AbstractMojo {
    /** There is no lease here; three times as long as an answer may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The database with the queue from which the machines of a build take classes as they become free. */
    @Parameter(property = SettingNames.QUEUE)
    private @Nullable String queue;

    /**
     * The {@code <server>} of {@code settings.xml} that has user and password for the database of the queue. Without it they are looked
     * for in the environment.
     */
    @Parameter(property = SettingNames.QUEUE_SERVER)
    private @Nullable String queueServer;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private final RepositorySystem repositorySystem;
    private final PlexusContainer container;

    /** With Maven's resolver, for the driver, and its container, for what decrypts settings. */
    @Inject
    public QueueSchemaMojo(RepositorySystem repositorySystem, PlexusContainer container) {
        this.repositorySystem = repositorySystem;
        this.container = container;
    }

    @Override
    public void execute() throws MojoExecutionException {
        String url = queue == null ? "" : queue.strip();
        Optional<String> problem = url.isEmpty()
                ? Optional.of("<queue> (" + SettingNames.QUEUE + ") is missing: name the database")
                : KnownShardSettings.QUEUE.problem(url);
        if (problem.isPresent()) {
            throw new MojoExecutionException("isolation: " + problem.get());
        }
        try {
            make(QueueLogin.find(url, queueServer, session.getSettings(), QueueLogin.of(container), System.getenv()));
        } catch (IOException e) {
            throw new MojoExecutionException("isolation: the queue has no tables: " + e.getMessage(), e);
        }
    }

    private void make(QueueAddress address) throws IOException {
        try (PostgresQueue tables = new PostgresQueue(
                QueueDriver.load(DriverArtifact.find(
                        repositorySystem,
                        session.getRepositorySession(),
                        project.getRemotePluginRepositories(),
                        project.getArtifacts())),
                address,
                new Leases(PATIENCE))) {
            tables.makeSchema();
            getLog().info("isolation: the tables of the queue are in " + address + ", in the schema isolation");
        }
    }
}
