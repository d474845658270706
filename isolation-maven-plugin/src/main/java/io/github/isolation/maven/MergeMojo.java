package io.github.isolation.maven;

import io.github.isolation.maven.shard.MergedShards;
import io.github.isolation.maven.shard.Verdict;
import io.github.isolation.settings.SettingNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the shards of a build have left: one truth, one directory of reports, one page. Nothing is compiled or run, and no
 * project is needed. Fails unless every class was run once, and every test passed.
 */
@Mojo(name = "merge", requiresProject = false, aggregator = true, threadSafe = true)
// NullAway: Maven sets the parameters before it calls execute.
@SuppressWarnings("NullAway.Init")
public final class MergeMojo extends AbstractMojo {
    private static final int LISTED = 50;

    /** Where {@code isolation:merge} finds, at any depth, what the shards have left. */
    @Parameter(property = SettingNames.SHARDS)
    private @Nullable String shards;

    /**
     * One file for all modules with how long each class took, out of reach of {@code mvn clean}, for a cache of CI. Shards only read
     * it; {@code isolation:merge} writes it.
     */
    @Parameter(property = SettingNames.CLASS_TIMES)
    private @Nullable String classTimes;

    /** Where forks have their directories. */
    @Parameter(property = SettingNames.DIRECTORY, defaultValue = "${project.build.directory}/isolation")
    private File directory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path root = Path.of(session.getExecutionRootDirectory());
        if (shards == null || shards.isBlank()) {
            throw new MojoExecutionException("isolation: <shards> (" + SettingNames.SHARDS + ") is missing: name the"
                    + " directory into which CI has fetched what the shards have left (target/isolation/shard)");
        }
        Path from = root.resolve(shards.strip()).toAbsolutePath().normalize();
        Path to =
                root.resolve(isolationDirectory()).toAbsolutePath().normalize().resolve("merged");
        if (!Files.isDirectory(from) || from.startsWith(to)) {
            throw new MojoExecutionException("isolation: <shards> (" + SettingNames.SHARDS + "): " + from
                    + (from.startsWith(to)
                            ? " is where the result is written; choose another directory"
                            : " is no directory: did CI fetch what the shards have left?"));
        }
        Path times = classTimes == null || classTimes.isBlank() ? null : root.resolve(classTimes.strip());
        try {
            tell(MergedShards.of(from, to, times, System.getenv()), from);
        } catch (IOException e) {
            throw new MojoExecutionException("isolation: the shards cannot be merged: " + e.getMessage(), e);
        }
    }

    /** Without a project, Maven leaves the expression of the parameter as it is. */
    private Path isolationDirectory() {
        return project.getBasedir() == null && directory.getPath().contains("${")
                ? Path.of("target", "isolation")
                : directory.toPath();
    }

    private void tell(MergedShards merged, Path from) throws MojoFailureException {
        boolean green = merged.verdict() == Verdict.GREEN;
        for (String note : merged.notes()) {
            if (note.startsWith("flaky: ") || note.startsWith("coverage ")) {
                getLog().warn("isolation: " + note);
            } else {
                getLog().info("isolation: " + note);
            }
        }
        merged.problems().stream().limit(LISTED).forEach(problem -> getLog().error("isolation: " + problem));
        if (merged.problems().size() > LISTED) {
            getLog().error("isolation: and " + (merged.problems().size() - LISTED) + " more");
        }
        String verdict = "isolation: the shards in " + from + " are " + merged.verdict();
        if (green) {
            getLog().info(verdict);
        } else {
            getLog().error(verdict);
        }
        getLog().info("isolation: " + merged.summary());
        if (!green) {
            throw new MojoFailureException(verdict + ": " + merged.problems().get(0));
        }
    }
}
