package io.github.isolation.maven;

import io.github.isolation.fork.CacheDirectory;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that look after the fixture cache share. They need no project. */
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
abstract class CacheMojo extends AbstractMojo {
    /** Where fixtures are kept, for all builds of a user. */
    @Parameter(property = SettingNames.CACHE_DIRECTORY, defaultValue = "${settings.localRepository}/.cache/isolation")
    private File cacheDirectory;

    /** Does what the goal is for. */
    abstract void run(CacheLayout layout) throws IOException, ConfigurationException, MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException {
        try {
            CacheDirectory.requireIfThere(cacheDirectory.toPath(), line -> getLog().warn(line));
            run(new CacheLayout(cacheDirectory.toPath()));
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    FileErrors.text(e, SettingNames.CACHE_DIRECTORY, cacheDirectory.toPath()), e);
        }
    }
}
