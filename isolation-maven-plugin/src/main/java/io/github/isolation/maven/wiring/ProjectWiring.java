package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.ForkCount;
import io.github.isolation.settings.Wiring;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the test plugins of one project, and binds the goal that prepares its forks. */
final class ProjectWiring {
    /** A project property: set when this was done, for goals that would otherwise ask why it was not. */
    static final String WIRED = "isolation.wired";

    /** The key of our own plugin in a model. */
    static final String OWN_KEY = "io.github.isolation:isolation-maven-plugin";

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWiring.class);

    private final MavenSession session;
    private final MavenProject project;
    private final Unread unread;
    private final Misunderstood misunderstood;
    private final Set<String> forkCounts = new LinkedHashSet<>();

    ProjectWiring(MavenSession session, MavenProject project, Unread unread, Misunderstood misunderstood) {
        this.session = session;
        this.project = project;
        this.unread = unread;
        this.misunderstood = misunderstood;
    }

    void wire() {
        Plugin own = project.getPlugin(OWN_KEY);
        if (own == null || !own.isExtensions() || project.getProperties().containsKey(WIRED)) {
            return;
        }
        unread.look(session.getUserProperties());
        unread.look(own, session.getGoals());
        CommandLineFirst.in(own, session.getUserProperties());
        Wishes wishes = new Wishes(
                Dom.configuration(own.getConfiguration()), session.getUserProperties(), project.getProperties());
        if (isSkipped(wishes)) {
            LOG.info("isolation: skipped (isolation.skip); tests run as without it");
            project.getProperties().setProperty(WIRED, "false");
            leaveAlone();
            return;
        }
        for (TestPlugin testPlugin : TestPlugin.values()) {
            Plugin plugin = project.getPlugin(testPlugin.key());
            if (plugin != null) {
                wire(testPlugin, plugin, wishes, own.getVersion());
            }
        }
        for (String name : wishes.ownList("ports")) {
            project.getProperties().putIfAbsent(ForkProperties.PORT_PREFIX + name, Wiring.portPlaceholder(name));
        }
        leaveNumbersToTheSupervisor(project.getProperties());
        leaveNumbersToTheSupervisor(session.getUserProperties());
        bindPrepareForks(own, wishes);
        project.getProperties().setProperty(WIRED, "true");
    }

    private boolean isSkipped(Wishes wishes) {
        String skip = wishes.own("skip");
        if (skip != null && !skip.equalsIgnoreCase("true") && !skip.equalsIgnoreCase("false")) {
            misunderstood.add(
                    "<skip> (isolation.skip): '" + skip + "' is neither true nor false", project.getArtifactId());
        }
        return Boolean.parseBoolean(skip);
    }

    /** The jar may be on the tests' class path, because they use it; nobody is to supervise them all the same. */
    private void leaveAlone() {
        for (TestPlugin testPlugin : TestPlugin.values()) {
            Plugin plugin = project.getPlugin(testPlugin.key());
            if (plugin != null) {
                for (PluginExecution execution : Executions.of(plugin, session.getGoals())) {
                    execution.setConfiguration(leftAlone(Dom.configuration(execution.getConfiguration())));
                }
            }
        }
    }

    private Xpp3Dom leftAlone(Xpp3Dom configuration) {
        if (!session.getUserProperties().containsKey(Wiring.SKIP)) {
            Dom.set(Dom.child(configuration, "systemPropertyVariables"), Wiring.SKIP, "true");
        }
        return configuration;
    }

    private void wire(TestPlugin testPlugin, Plugin plugin, Wishes wishes, String version) {
        for (PluginExecution execution : Executions.of(plugin, session.getGoals())) {
            execution.setConfiguration(
                    wired(testPlugin, plugin, execution.getId(), execution.getConfiguration(), wishes, version));
        }
    }

    private Xpp3Dom wired(
            TestPlugin testPlugin,
            Plugin plugin,
            String executionId,
            @Nullable Object configuration,
            Wishes wishes,
            String version) {
        Xpp3Dom dom = Dom.configuration(configuration);
        boolean byName = executionId.equals(Executions.BY_NAME);
        String title = testPlugin.artifactId() + " (" + executionId + ") of " + project.getArtifactId();
        Optional<String> refusal = Refusal.find(testPlugin, plugin, dom, wishes, project);
        if (refusal.isPresent()) {
            if (!byName) {
                LOG.warn("isolation: not in force for {}: {}. Its tests run as without it.", title, refusal.get());
            }
            return leftAlone(dom);
        }
        ExecutionWiring.Result result =
                new ExecutionWiring(wishes, version, directory(wishes), cacheDirectory(wishes)).wire(dom);
        misunderstood.look(
                Dom.child(dom, "systemPropertyVariables"), session.getUserProperties(), project.getArtifactId());
        UnknownPorts.in(dom, wishes).forEach(problem -> misunderstood.add(problem, project.getArtifactId()));
        forkCounts.add(result.forkCount());
        if (!byName) {
            LOG.info(
                    "isolation: {}: forkCount {}{}",
                    title,
                    result.forkCount(),
                    result.freshWorkers() ? ", a fresh worker for every class (reuseForks=false)" : "");
        }
        return dom;
    }

    /** {@code ${surefire.forkNumber}} in a property, for {@code @{…}} in argLine and for values given with {@code -D}. */
    private static void leaveNumbersToTheSupervisor(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            String value = properties.getProperty(name);
            String left = NumberOfFork.leaveToTheSupervisor(value);
            if (!left.equals(value)) {
                properties.setProperty(name, left);
            }
        }
    }

    private String directory(Wishes wishes) {
        String directory = Optional.ofNullable(wishes.own("directory"))
                .orElse(project.getBuild().getDirectory() + "/isolation");
        return project.getBasedir().toPath().resolve(directory).toString();
    }

    private String cacheDirectory(Wishes wishes) {
        return Optional.ofNullable(wishes.own("cacheDirectory"))
                .orElseGet(() ->
                        session.getRepositorySession().getLocalRepository().getBasedir() + "/.cache/isolation");
    }

    /** The largest of all executions; one that is no number has ended the build before anybody uses this. */
    private String largestForkCount() {
        int cores = Runtime.getRuntime().availableProcessors();
        String largest = "1";
        for (String forkCount : forkCounts) {
            try {
                largest = ForkCount.parse(forkCount, cores) > ForkCount.parse(largest, cores) ? forkCount : largest;
            } catch (IllegalArgumentException e) {
                return forkCount;
            }
        }
        return largest;
    }

    private void bindPrepareForks(Plugin own, Wishes wishes) {
        if (forkCounts.isEmpty()) {
            return;
        }
        project.getProperties()
                .putIfAbsent(ForkProperties.FORK_DIRECTORY, directory(wishes) + "/forks/" + Wiring.FORK_NUMBER);
        project.setContextValue(ForkProperties.DIRECTORY, directory(wishes));
        PluginExecution execution = new PluginExecution();
        execution.setId("isolation-prepare-forks");
        execution.setPhase("process-test-classes");
        execution.addGoal("prepare-forks");
        Xpp3Dom configuration = new Xpp3Dom(Dom.configuration(own.getConfiguration()));
        Dom.set(configuration, "forkCount", largestForkCount());
        execution.setConfiguration(configuration);
        own.addExecution(execution);
        // After the tests of Surefire, which the lifecycle itself binds to that phase, and after those of Failsafe.
        boolean fixtures = PreparedFixtures.mayExist(own, session.getGoals(), Path.of(directory(wishes)));
        bindVerification(own, "test", fixtures);
        bindVerification(own, "verify", fixtures);
    }

    private static void bindVerification(Plugin own, String phase, boolean fixtures) {
        PluginExecution execution = new PluginExecution();
        execution.setId("isolation-verify-after-" + phase);
        execution.setPhase(phase);
        if (fixtures) {
            execution.addGoal("verify-fixtures");
        }
        execution.addGoal("verify-reports");
        execution.setConfiguration(new Xpp3Dom(Dom.configuration(own.getConfiguration())));
        own.addExecution(execution);
    }
}
