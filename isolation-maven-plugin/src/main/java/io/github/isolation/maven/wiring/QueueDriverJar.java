package io.github.isolation.maven.wiring;

import io.github.isolation.maven.shard.DriverArtifact;
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
import org.eclipse.aether.RepositorySystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the driver for the queue from which machines take classes, in the moment before tests run, and only if there is a queue. The supervisor is
 * told where it is; on the tests' class path it is not.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link AuditAgent} is.
 */
// NullAway: Maven sets the field before it calls anything.
@SuppressWarnings("NullAway.Init")
public final class QueueDriverJar implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(QueueDriverJar.class);

    private RepositorySystem system;

    /** Finds the jar. */
    interface Finder {
        Path find() throws IOException;
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        Plugin own = event.getProject().getPlugin(ProjectWiring.OWN_KEY);
        if (own != null
                && TestPlugin.ofKey(event.getExecution().getPlugin().getKey()).isPresent()) {
            name(
                    event.getMojo(),
                    () -> DriverArtifact.find(
                            system,
                            event.getSession().getRepositorySession(),
                            event.getProject().getRemotePluginRepositories(),
                            event.getProject().getArtifacts()));
        }
    }

    /** Leaves a mojo alone that takes nothing from a queue, or runs nothing. */
    static void name(Object mojo, Finder finder) throws MojoExecutionException {
        TestMojo test = new TestMojo(mojo);
        try {
            Map<String, String> variables = test.systemPropertyVariables();
            if (variables == null || !variables.containsKey(Wiring.QUEUE) || test.isSkipped()) {
                return;
            }
            Map<String, String> all = new LinkedHashMap<>(variables);
            all.put(Wiring.QUEUE_DRIVER, finder.find().toString());
            test.setSystemPropertyVariables(all);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "isolation: <queue> (" + SettingNames.QUEUE + "): " + e.getMessage() + ". No test was run.", e);
        } catch (ReflectiveOperationException e) {
            // Another goal than those with forks, or another Surefire than those we know; then the supervisor says so.
            LOG.debug("isolation: no driver for the queue", e);
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {}

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
