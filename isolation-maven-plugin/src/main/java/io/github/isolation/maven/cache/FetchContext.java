package io.github.isolation.maven.cache;

import io.github.isolation.fork.ForkLayout;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * What sources need from the build they are fetched in.
 *
 * @param baseDirectory of the module
 * @param testClassPath of the module, for commands
 * @param dependencies the coordinates of everything on that class path, versions included
 * @param forks where commands leave their output
 * @param pause between two attempts to download something
 * @param offline whether Maven was started with {@code -o}
 */
public record FetchContext(
        Path baseDirectory,
        List<Path> testClassPath,
        List<String> dependencies,
        ForkLayout forks,
        ArtifactFiles artifacts,
        Downloads downloads,
        Sleeper pause,
        boolean offline,
        Log log) {
    public FetchContext {
        testClassPath = List.copyOf(testClassPath);
        dependencies = List.copyOf(dependencies);
    }
}
