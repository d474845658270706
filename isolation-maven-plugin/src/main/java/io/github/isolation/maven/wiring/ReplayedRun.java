package io.github.isolation.maven.wiring;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.RecordedRun;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The run that {@code isolation.replay} or {@code isolation.verdict} names, as far as it matters before the build begins: where its record is, of which tests it
 * is, and how many forks it had.
 *
 * @param record an absolute path
 * @param execution what was run
 * @param forks of the run; 1 for the replay of one worker
 */
record ReplayedRun(Path record, Execution execution, int forks) {
    /** How messages begin that are about {@code isolation.replay}. */
    static final String REPLAY = "<replay> (" + SettingNames.REPLAY + "): ";

    /**
     * Finds it.
     *
     * @param asked a path that begins where Maven was started, or in a module: in this one, or in any of the build
     * @param setting how a message begins
     * @throws IllegalArgumentException that says what is wrong, and what to do
     */
    static ReplayedRun find(RecordedRun asked, String setting, MavenProject project, MavenSession session) {
        Path file = file(asked.path(), setting, project, session);
        RunFact run;
        try {
            run = RecordReader.readRun(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    setting + FileErrors.text(e)
                            + "; name the record.jsonl of a run, as it is in target/isolation/runs",
                    e);
        }
        Execution execution = Execution.of(run);
        Set<String> modules = new TreeSet<>();
        for (MavenProject module : session.getProjects()) {
            modules.add(name(module));
        }
        if (!run.module().isEmpty() && !modules.contains(run.module())) {
            throw new IllegalArgumentException(setting + file + " is of the module " + run.module()
                    + ", and this is a build of " + String.join(", ", modules)
                    + "; start Maven where that module is, or name another record");
        }
        boolean all = asked.worker() == RecordedRun.ALL;
        return new ReplayedRun(file, execution, all ? Math.max(1, run.forks()) : 1);
    }

    /** Whether it is of these tests. */
    boolean isOf(Execution other) {
        return execution.isSameAs(other);
    }

    /** How a module is called in records. */
    static String name(MavenProject module) {
        return module.getGroupId() + ":" + module.getArtifactId();
    }

    private static Path file(String path, String setting, MavenProject project, MavenSession session) {
        List<Path> places = new ArrayList<>();
        places.add(Path.of(session.getSystemProperties().getProperty("user.dir", "")));
        places.add(project.getBasedir().toPath());
        session.getProjects().forEach(module -> places.add(module.getBasedir().toPath()));
        try {
            for (Path place : places) {
                Path file = place.resolve(path).toAbsolutePath().normalize();
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(setting + "'" + path + "' is no path: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                setting + "there is no file " + path + ", seen from " + places.get(0)
                        + " or from a module of this build; each run leaves a record.jsonl in target/isolation/runs, until 'mvn clean'");
    }
}
