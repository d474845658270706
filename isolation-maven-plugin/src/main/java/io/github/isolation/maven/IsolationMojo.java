package io.github.isolation.maven;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What both goals share: when there is nothing to do, and how an error reaches the user. */
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
abstract class IsolationMojo extends AbstractMojo {
    /** Tests run as if this plugin were not there. */
    @Parameter(property = SettingNames.SKIP, defaultValue = "false")
    private boolean skip;

    /** As for Surefire: no test is run, so nothing is prepared. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** As for Surefire: no test is compiled or run, so nothing is prepared. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTestCompilation;

    /** Where forks have their directories. */
    @Parameter(property = SettingNames.DIRECTORY, defaultValue = "${project.build.directory}/isolation")
    private File directory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Does what the goal is for. */
    abstract void run() throws IOException, ConfigurationException, MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException {
        if (skip || skipTests || skipTestCompilation) {
            new ModuleState(project, getLog())
                    .skipped("isolation: nothing is prepared: "
                            + (skip ? SettingNames.SKIP + " is set" : "tests are skipped"));
            return;
        }
        if (project.getPackaging().equals("pom")) {
            // The plugin is declared there for the modules to inherit.
            getLog().debug("isolation: nothing is prepared: a module of packaging 'pom' has no tests");
            return;
        }
        try {
            run();
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(FileErrors.text(e, SettingNames.DIRECTORY, directory.toPath()), e);
        }
    }

    final MavenProject project() {
        return project;
    }

    final ForkLayout forks() {
        return new ForkLayout(directory.toPath());
    }
}
