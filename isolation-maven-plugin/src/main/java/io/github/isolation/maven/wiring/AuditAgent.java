package io.github.isolation.maven.wiring;

import io.github.isolation.settings.KnownAuditSettings;
import io.github.isolation.settings.KnownVerdictSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the Java agent of an audit, in the moment before tests run, and only if an audit is asked for, or a verdict, which names
 * what tests share: any other build neither downloads the jar nor has it anywhere. It is of this plugin's version.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link IsolationParticipant} is; what it needs is put into its field
 * there.
 */
// NullAway: Maven sets the field before it calls anything.
@SuppressWarnings("NullAway.Init")
public final class AuditAgent implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(AuditAgent.class);

    private RepositorySystem system;

    /** Finds the jars that are the user's, where tests of these dependencies are run. */
    interface Jars {
        Set<Path> find(List<String> scanned);
    }

    /** Finds the file of the agent. */
    interface Finder {
        Path find() throws IOException;
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        Plugin own = event.getProject().getPlugin(ProjectWiring.OWN_KEY);
        if (own != null
                && TestPlugin.ofKey(event.getExecution().getPlugin().getKey()).isPresent()) {
            OwnJars jars = new OwnJars(event.getProject(), event.getSession().getAllProjects());
            name(
                    event.getMojo(),
                    event.getSession().getUserProperties(),
                    () -> resolve(event, own.getVersion()),
                    jars::find);
        }
    }

    /** Leaves a mojo alone that is not wired, one that runs nothing, and one that is to have no audit. */
    static void name(Object mojo, Properties given, Finder finder, Jars jars) throws MojoExecutionException {
        TestMojo test = new TestMojo(mojo);
        try {
            Map<String, String> variables = test.systemPropertyVariables();
            if (variables == null || !variables.containsKey(SettingNames.FORK_COUNT) || test.isSkipped()) {
                return;
            }
            boolean audits = isAsked(KnownAuditSettings.AUDIT, given, variables);
            if (!audits
                    && !isAsked(KnownVerdictSettings.VERDICT, given, variables)
                    && !isAsked(KnownVerdictSettings.PROOF, given, variables)) {
                return;
            }
            Map<String, String> all = new LinkedHashMap<>(variables);
            try {
                all.put(Wiring.AUDIT_AGENT, finder.find().toString());
            } catch (IOException e) {
                if (audits) {
                    throw new MojoExecutionException(
                            "isolation: " + SettingNames.AUDIT + " needs a jar that cannot be had: " + e.getMessage()
                                    + ". No test was run; without " + SettingNames.AUDIT + ", nothing needs it.",
                            e);
                }
                all.put(Wiring.AUDIT_AGENT_PROBLEM, String.valueOf(e.getMessage()));
            }
            Set<Path> own = jars.find(test.dependenciesToScan());
            if (!own.isEmpty()) {
                all.put(
                        Wiring.AUDIT_JARS,
                        own.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            }
            test.setSystemPropertyVariables(all);
        } catch (ReflectiveOperationException e) {
            // Another goal than those with forks, or another Surefire than those we know; then the supervisor says so.
            LOG.debug("isolation: no audit", e);
        }
    }

    private static boolean isAsked(Setting<?> setting, Properties given, Map<String, String> variables) {
        String asked = given.getProperty(setting.property(), variables.getOrDefault(setting.property(), ""));
        return !asked.isBlank() && !asked.strip().equals(setting.byDefault());
    }

    private Path resolve(MojoExecutionEvent event, String version) throws IOException {
        DefaultArtifact agent = new DefaultArtifact("io.github.isolation", "isolation-agent", "jar", version);
        try {
            return system.resolveArtifact(
                            event.getSession().getRepositorySession(),
                            new ArtifactRequest(agent, event.getProject().getRemotePluginRepositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {}

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
