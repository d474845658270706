package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.record.UsualTimes;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.ForkCount;
import io.github.isolation.settings.KnownAuditSettings;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
    private final UnknownSettings unknown;
    private final InvalidSettings invalid;
    private final UnnamedVersions versions;
    private final boolean live;
    private final Set<String> forkCounts = new LinkedHashSet<>();

    ProjectWiring(
            MavenSession session,
            MavenProject project,
            UnknownSettings unknown,
            InvalidSettings invalid,
            UnnamedVersions versions,
            boolean live) {
        this.live = live;
        this.session = session;
        this.project = project;
        this.unknown = unknown;
        this.invalid = invalid;
        this.versions = versions;
    }

    void wire() {
        Plugin own = project.getPlugin(OWN_KEY);
        if (own == null || !own.isExtensions() || project.getProperties().containsKey(WIRED)) {
            return;
        }
        unknown.look(session.getUserProperties());
        unknown.lookInPom(project.getProperties());
        unknown.look(own, session.getGoals());
        CommandLineFirst.in(own, session.getUserProperties());
        EffectiveParameters parameters = new EffectiveParameters(
                Dom.configuration(own.getConfiguration()), session.getUserProperties(), project.getProperties());
        if (Boolean.parseBoolean(parameters.own(KnownSettings.SKIP))) {
            LOG.info(
                    "isolation: skipped (isolation.skip); tests run as without it{}",
                    UnnamedVersions.withoutUs(project.getPlugin(TestPlugin.SUREFIRE.key())));
            project.getProperties().setProperty(WIRED, "false");
            leaveAlone();
            return;
        }
        invalid.look(parameters, project.getArtifactId());
        for (TestPlugin testPlugin : TestPlugin.values()) {
            Plugin plugin = project.getPlugin(testPlugin.key());
            if (plugin != null) {
                versions.choose(testPlugin, plugin, parameters);
                wire(testPlugin, plugin, parameters, own.getVersion());
            }
        }
        for (String name : parameters.portNames()) {
            project.getProperties().putIfAbsent(ForkProperties.PORT_PREFIX + name, Wiring.portPlaceholder(name));
        }
        for (String name : parameters.serviceProperties().keySet()) {
            project.getProperties().putIfAbsent(ForkProperties.SERVICE_PREFIX + name, Wiring.servicePlaceholder(name));
        }
        leaveNumbersToTheSupervisor(project.getProperties());
        leaveNumbersToTheSupervisor(session.getUserProperties());
        bindPrepareForks(own, parameters);
        project.getProperties().setProperty(WIRED, "true");
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
        if (!session.getUserProperties().containsKey(SettingNames.SKIP)) {
            Dom.set(Dom.child(configuration, "systemPropertyVariables"), SettingNames.SKIP, "true");
        }
        return configuration;
    }

    private void wire(TestPlugin testPlugin, Plugin plugin, EffectiveParameters parameters, String version) {
        for (PluginExecution execution : Executions.of(plugin, session.getGoals())) {
            execution.setConfiguration(
                    wired(testPlugin, plugin, execution.getId(), execution.getConfiguration(), parameters, version));
        }
    }

    private Xpp3Dom wired(
            TestPlugin testPlugin,
            Plugin plugin,
            String executionId,
            @Nullable Object configuration,
            EffectiveParameters parameters,
            String version) {
        Xpp3Dom dom = Dom.configuration(configuration);
        boolean byName = executionId.equals(Executions.BY_NAME);
        String title = testPlugin.artifactId() + " (" + executionId + ") of " + project.getArtifactId();
        PartOfTests part = new PartOfTests(parameters, project, session, System.getenv());
        RunAgain again = new RunAgain(parameters, project, session);
        Execution execution = new Execution(ReplayedRun.name(project), testPlugin.artifactId(), executionId);
        Optional<String> refusal = Refusal.find(testPlugin, plugin, dom, parameters, project);
        if (refusal.isPresent()) {
            if (!byName) {
                Optional<String> problem = part.isAsked()
                        ? Optional.of(part.refused(title, refusal.get()))
                        : again.refused(execution, title, refusal.get());
                problem.ifPresentOrElse(
                        text -> invalid.add(text, project.getArtifactId()),
                        () -> LOG.warn(
                                "isolation: not in force for {}: {}. Its tests run as without it.",
                                title,
                                refusal.get()));
            }
            return leftAlone(dom);
        }
        Map<String, String> names = new HashMap<>();
        names.put(Wiring.MODULE, ReplayedRun.name(project));
        names.put(Wiring.EXECUTION, testPlugin.artifactId() + ":" + plugin.getVersion() + ":" + executionId);
        if (live && parameters.own(KnownSettings.PROGRESS) == null) {
            names.put(Wiring.LIVE, "true");
            project.setContextValue(Wiring.LIVE, classTimes(parameters));
        }
        PropertiesOfServices.problems(dom, parameters)
                .forEach(problem -> invalid.add(problem, project.getArtifactId()));
        Optional<String> said = Optional.empty();
        try {
            said = again.edit(dom, execution, names);
            part.edit(dom, testPlugin.artifactId(), byName, names);
        } catch (IllegalArgumentException e) {
            invalid.add(String.valueOf(e.getMessage()), project.getArtifactId());
        }
        ExecutionWiring.Result result = new ExecutionWiring(
                        parameters, version, directory(parameters), cacheDirectory(parameters), names)
                .wire(dom);
        invalid.look(Dom.child(dom, "systemPropertyVariables"), session.getUserProperties(), project.getArtifactId());
        UnknownPorts.in(dom, parameters).forEach(problem -> invalid.add(problem, project.getArtifactId()));
        forkCounts.add(result.forkCount());
        if (!byName) {
            part.warning(dom, testPlugin, title).ifPresent(LOG::warn);
            said.ifPresent(LOG::info);
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

    private String directory(EffectiveParameters parameters) {
        String directory = Optional.ofNullable(parameters.own(KnownSettings.DIRECTORY))
                .orElse(KnownSettings.DIRECTORY
                        .inMaven()
                        .replace(
                                "${project.build.directory}", project.getBuild().getDirectory()));
        return project.getBasedir().toPath().resolve(directory).toString();
    }

    private Path classTimes(EffectiveParameters parameters) {
        String of = Optional.ofNullable(parameters.own(KnownSettings.HISTORY_DIRECTORY))
                .orElse("");
        Path history = Configuration.history(of, project.getBasedir().toPath(), ReplayedRun.name(project));
        return history == null
                ? new ForkLayout(Path.of(directory(parameters))).classTimes()
                : history.resolve(UsualTimes.NAME);
    }

    private String cacheDirectory(EffectiveParameters parameters) {
        return Optional.ofNullable(parameters.own(KnownSettings.CACHE_DIRECTORY))
                .orElseGet(() -> KnownSettings.CACHE_DIRECTORY
                        .inMaven()
                        .replace(
                                "${settings.localRepository}",
                                session.getRepositorySession()
                                        .getLocalRepository()
                                        .getBasedir()
                                        .toString()));
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

    private void bindPrepareForks(Plugin own, EffectiveParameters parameters) {
        if (forkCounts.isEmpty()) {
            return;
        }
        project.getProperties()
                .putIfAbsent(ForkProperties.FORK_DIRECTORY, directory(parameters) + "/forks/" + Wiring.FORK_NUMBER);
        project.setContextValue(ForkProperties.DIRECTORY, directory(parameters));
        project.setContextValue(SettingNames.REPORT, parameters.own(KnownSettings.REPORT));
        PluginExecution execution = new PluginExecution();
        execution.setId("isolation-prepare-forks");
        execution.setPhase("process-test-classes");
        execution.addGoal("prepare-forks");
        Xpp3Dom configuration = new Xpp3Dom(Dom.configuration(own.getConfiguration()));
        Dom.set(configuration, "forkCount", largestForkCount());
        execution.setConfiguration(configuration);
        own.addExecution(execution);
        // After the tests of Surefire, which the lifecycle itself binds to that phase, and after those of Failsafe.
        boolean fixtures = PreparedFixtures.mayExist(own, session.getGoals(), Path.of(directory(parameters)));
        boolean audit = failsBecauseOfAnAudit(parameters);
        bindVerification(own, "test", fixtures, audit);
        bindVerification(own, "verify", fixtures, audit);
    }

    /** The report itself is made at the end of the build, also of one whose tests fail; what it says of it is asked for here. */
    private boolean failsBecauseOfAnAudit(EffectiveParameters parameters) {
        project.setContextValue(SettingNames.AUDIT_IGNORE, parameters.own(KnownAuditSettings.AUDIT_IGNORE));
        project.setContextValue(SettingNames.AUDIT_BASELINE, parameters.own(KnownAuditSettings.AUDIT_BASELINE));
        return parameters.own(KnownAuditSettings.AUDIT) != null
                && (parameters.own(KnownAuditSettings.AUDIT_FAIL_ON) != null
                        || Boolean.parseBoolean(parameters.own(KnownAuditSettings.AUDIT_ACCEPT)));
    }

    private static void bindVerification(Plugin own, String phase, boolean fixtures, boolean audit) {
        PluginExecution execution = new PluginExecution();
        execution.setId("isolation-verify-after-" + phase);
        execution.setPhase(phase);
        if (fixtures) {
            execution.addGoal("verify-fixtures");
        }
        execution.addGoal("verify-reports");
        if (audit) {
            execution.addGoal("audit");
        }
        execution.setConfiguration(new Xpp3Dom(Dom.configuration(own.getConfiguration())));
        own.addExecution(execution);
    }
}
