package io.github.isolation.maven;

import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.ResolverArtifacts;
import io.github.isolation.maven.cache.ResolverDownloads;
import io.github.isolation.maven.cache.Sleeper;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;

/**
 * Gets the fixtures that tests need into the fixture cache: each once, verified, for all forks, modules and builds of
 * this user.
 */
@Mojo(
        name = "prepare-cache",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class PrepareCacheMojo extends IsolationMojo {
    /** What tests need: each has an {@code id}, and one of {@code url}, {@code artifact}, {@code path} and {@code command}. */
    @Parameter
    private List<Fixture> fixtures = new ArrayList<>();

    /**
     * Servers that each fork has for itself: each has an {@code id}, and one of {@code command}, {@code postgres}, {@code mariadb}
     * and {@code redis}.
     */
    @Parameter
    private List<Service> services = new ArrayList<>();

    /** Where fixtures are kept, for all builds of a user. */
    @Parameter(property = SettingNames.CACHE_DIRECTORY, defaultValue = "${settings.localRepository}/.cache/isolation")
    private File cacheDirectory;

    /**
     * Who starts a server that refuses root, where root builds: root in a user namespace ({@code auto}), another user, or root
     * itself ({@code none}).
     */
    @Parameter(property = SettingNames.RUN_AS, defaultValue = "auto")
    private String runAs = "auto";

    /** Says that Surefire is configured by hand, without {@code <extensions>true</extensions>}. */
    @Parameter(property = SettingNames.WIRED_BY_HAND, defaultValue = "false")
    private boolean wiredByHand;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final RepositorySystem repositorySystem;
    private final TransporterProvider transporters;

    /** Maven hands in what it downloads with itself. */
    @Inject
    public PrepareCacheMojo(RepositorySystem repositorySystem, TransporterProvider transporters) {
        this.repositorySystem = repositorySystem;
        this.transporters = transporters;
    }

    @Override
    void run() throws IOException, ConfigurationException, MojoExecutionException {
        new ModuleState(project(), getLog()).warnUnlessWired(wiredByHand);
        List<Path> written = List.of(
                Path.of(project().getBuild().getDirectory()), forks().isolationDirectory(), cacheDirectory.toPath());
        FixtureReader reader = new FixtureReader(project().getBasedir().toPath(), written);
        reader.checkElements(elements("fixtures"));
        ServiceReader serviceReader = new ServiceReader(project().getBasedir().toPath(), FixtureReader.ids(fixtures));
        serviceReader.checkElements(elements("services"));
        List<ServiceDraft> drafts = serviceReader.read(services);
        List<FixtureSpec> specs = reader.read(fixtures, serviceReader.problems());
        FetchContext context = fetchContext();
        FixtureCache cache = new FixtureCache(new CacheLayout(cacheDirectory.toPath()), context);
        SeedPlan all = new CachePreparation(cache, getLog()).prepare(specs);
        ServicePlan servicePlan = new ServicePreparation(cache, context, all.seeds(), runAs).prepare(drafts);
        ModuleState module = new ModuleState(project(), getLog());
        ServicePlan allServices = module.add(servicePlan);
        allServices.write(forks().servicePlan());
        CachePreparation.withoutDataOf(allServices, module.add(all)).write(forks().seedPlan());
    }

    /** What is in {@code <fixtures>}, as it is written. */
    private List<String> elements(String list) {
        Xpp3Dom written = execution.getConfiguration() == null
                ? null
                : execution.getConfiguration().getChild(list);
        return written == null
                ? List.of()
                : Arrays.stream(written.getChildren()).map(Xpp3Dom::getName).toList();
    }

    private FetchContext fetchContext() throws MojoExecutionException {
        try {
            return new FetchContext(
                    project().getBasedir().toPath(),
                    project().getTestClasspathElements().stream().map(Path::of).toList(),
                    project().getArtifacts().stream().map(Artifact::getId).toList(),
                    forks(),
                    new ResolverArtifacts(
                            repositorySystem,
                            session.getRepositorySession(),
                            project().getRemoteProjectRepositories()),
                    new ResolverDownloads(transporters, session.getRepositorySession()),
                    Sleeper.SLEEP,
                    session.isOffline(),
                    getLog());
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the test class path is not resolved: " + e.getMessage(), e);
        }
    }
}
