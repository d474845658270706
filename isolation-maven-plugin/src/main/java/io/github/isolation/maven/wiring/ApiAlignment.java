package io.github.isolation.maven.wiring;

import io.github.isolation.settings.SettingNames;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that tests run with the API of this plugin's version, in the moment before Surefire makes their class path: by
 * then the dependencies of the project are resolved, also those that come through others. What is on the class path all the
 * same, by other ways, the supervisor refuses.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link IsolationParticipant} is.
 */
public final class ApiAlignment implements MojoExecutionListener {
    private static final String SAID = "io.github.isolation.saidOfTheApi";
    private static final Logger LOG = LoggerFactory.getLogger(ApiAlignment.class);

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        MavenProject project = event.getProject();
        Plugin own = project.getPlugin(ProjectWiring.OWN_KEY);
        if (own != null
                && TestPlugin.ofKey(event.getExecution().getPlugin().getKey()).isPresent()) {
            for (String line :
                    align(event.getMojo(), project.getArtifacts(), project.getArtifactId(), own.getVersion())) {
                say(project, line);
            }
        }
    }

    /**
     * Leaves a mojo alone that is not wired, one that runs nothing, and one that is none of those with forks.
     *
     * @return what the user is to know, a line each
     */
    static List<String> align(Object mojo, Set<Artifact> artifacts, String project, String version)
            throws MojoExecutionException {
        TestMojo test = new TestMojo(mojo);
        try {
            Map<String, String> variables = test.systemPropertyVariables();
            if (variables == null || !variables.containsKey(SettingNames.FORK_COUNT) || test.isSkipped()) {
                return List.of();
            }
            ApiOfTests api = ApiOfTests.of(artifacts, project, version);
            if (api.refusal() != null) {
                throw new MojoExecutionException(api.refusal());
            }
            if (!api.excluded().isEmpty()) {
                List<String> excludes = new ArrayList<>(test.classPathExcludes());
                excludes.addAll(api.excluded());
                test.setClassPathExcludes(excludes);
            }
            return api.warnings();
        } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
            // Another goal than those with forks, or another Surefire than those we know; then the supervisor looks.
            LOG.debug("isolation: the class path stays as it is", e);
            return List.of();
        }
    }

    /** Once for a module, which may have several executions. */
    private static void say(MavenProject project, String line) {
        if (project.getContextValue(SAID + line) == null) {
            project.setContextValue(SAID + line, true);
            LOG.warn(line);
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {}

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
