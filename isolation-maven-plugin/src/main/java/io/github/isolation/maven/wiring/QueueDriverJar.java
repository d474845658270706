package io.github.isolation.maven.wiring;

import io.github.isolation.maven.shard.DriverArtifact;
import io.github.isolation.maven.shard.LoginFiles;
import io.github.isolation.maven.shard.QueueLogin;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the driver for the queue from which machines take classes, in the moment before tests run, and only if there is a queue. The supervisor is
 * told where it is; on the tests' class path it is not. User and password go the same way, if the user has them in settings.xml: in a file that the
 * supervisor deletes as soon as it has read it.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link AuditAgent} is.
 */
// NullAway: Maven sets the field before it calls anything.
@SuppressWarnings("NullAway.Init")
public final class QueueDriverJar implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(QueueDriverJar.class);

    private RepositorySystem system;
    private PlexusContainer container;

    /** Finds the jar. */
    interface Finder {
        Path find() throws IOException;
    }

    /** Finds user and password. */
    interface Login {
        QueueAddress find(String url, String server) throws IOException;
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        Plugin own = event.getProject().getPlugin(ProjectWiring.OWN_KEY);
        if (own != null
                && TestPlugin.ofKey(event.getExecution().getPlugin().getKey()).isPresent()) {
            Path login = name(
                    event.getMojo(),
                    () -> DriverArtifact.find(
                            system,
                            event.getSession().getRepositorySession(),
                            event.getProject().getRemotePluginRepositories(),
                            event.getProject().getArtifacts()),
                    (url, server) -> QueueLogin.find(
                            url, server, event.getSession().getSettings(), QueueLogin.of(container), System.getenv()));
            if (login != null) {
                LoginFiles.add(event.getSession(), login);
            }
        }
    }

    /**
     * Leaves a mojo alone that takes nothing from a queue, or runs nothing.
     *
     * @return the file with user and password; null if there is none
     */
    static @Nullable Path name(Object mojo, Finder finder, Login login) throws MojoExecutionException {
        TestMojo test = new TestMojo(mojo);
        try {
            Map<String, String> variables = test.systemPropertyVariables();
            if (variables == null || !variables.containsKey(Wiring.QUEUE) || test.isSkipped()) {
                return null;
            }
            Map<String, String> all = new LinkedHashMap<>(variables);
            all.put(Wiring.QUEUE_DRIVER, finder.find().toString());
            String server = all.get(Wiring.QUEUE_SERVER);
            Path file = server == null
                    ? null
                    : login.find(String.valueOf(all.get(Wiring.QUEUE)), server).handOver();
            if (file != null) {
                all.put(Wiring.QUEUE_LOGIN, file.toString());
            }
            test.setSystemPropertyVariables(all);
            return file;
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "isolation: <queue> (" + SettingNames.QUEUE + "): " + e.getMessage() + ". No test was run.", e);
        } catch (ReflectiveOperationException e) {
            // Another goal than those with forks, or another Surefire than those we know; then the supervisor says so.
            LOG.debug("isolation: no driver for the queue", e);
            return null;
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {}

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
