package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.PathSource;
import io.github.isolation.maven.cache.RecordingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.codehaus.plexus.PlexusContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A module on disk, a fixture cache beside it, and a goal that Maven is about to execute there. */
abstract class GoalOnDisk {
    final RecordingLog log = new RecordingLog();
    final MavenProject project = new MavenProject();
    final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    Path directory;
    ForkLayout forks;
    CacheLayout cache;

    @BeforeEach
    void makeModule(@TempDir Path empty) throws IOException {
        directory = empty;
        forks = new ForkLayout(empty.resolve("module/target/isolation"));
        cache = new CacheLayout(empty.resolve("cache"));
        Files.createDirectories(empty.resolve("module/target/test-classes"));
        Build build = new Build();
        build.setDirectory(empty.resolve("module/target").toString());
        build.setOutputDirectory(empty.resolve("module/target/classes").toString());
        build.setTestOutputDirectory(empty.resolve("module/target/test-classes").toString());
        project.setBuild(build);
        project.setFile(empty.resolve("module/pom.xml").toFile());
        project.setRemoteArtifactRepositories(List.of());
        request.setStartTime(Date.from(Instant.EPOCH));
    }

    @AfterEach
    void endBuild() throws IOException {
        FixtureCache.release();
    }

    /** With the parameters that all goals of its kind have. */
    <M extends AbstractMojo> M ready(M goal) {
        goal.setLog(log);
        if (goal instanceof IsolationMojo) {
            GoalParameters.set(goal, "project", project);
            GoalParameters.set(goal, "directory", forks.isolationDirectory().toFile());
        } else {
            GoalParameters.set(goal, "cacheDirectory", cache.cacheDirectory().toFile());
        }
        return goal;
    }

    @SuppressWarnings("deprecation") // there is no other way to a session without a container
    MavenSession session() {
        return new MavenSession(
                (PlexusContainer) null,
                MavenRepositorySystemUtils.newSession(),
                request,
                new DefaultMavenExecutionResult());
    }

    /** What Maven shows when this goal fails the build. */
    static String failure(AbstractMojo goal) {
        return String.valueOf(
                assertThrows(MojoExecutionException.class, goal::execute).getMessage());
    }

    /** A directory with one file, "words", as an earlier build has put it into the cache. */
    CachedFixture cached(String id, String words) throws IOException {
        Path source = Files.createDirectories(directory.resolve("sources").resolve(id));
        Files.writeString(source.resolve("words"), words);
        FetchContext around = new FetchContext(
                directory,
                List.of(),
                List.of(),
                forks,
                artifact -> {
                    throw new AssertionError(artifact);
                },
                (url, target, resume, progress) -> {
                    throw new AssertionError(url);
                },
                pause -> {},
                false,
                new RecordingLog());
        return new FixtureCache(cache, around)
                .require(new FixtureSpec(id, new PathSource(source, id), null, false, 0, SeedMode.COPY));
    }

    /** The lines of the log, as one text. */
    String said() {
        return String.join("\n", log.lines());
    }
}
