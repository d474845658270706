package io.github.isolation.maven.wiring;

import io.github.isolation.replay.Execution;
import io.github.isolation.settings.ForkCount;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.KnownVerdictSettings;
import io.github.isolation.settings.RecordedRun;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.settings.Wiring;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What it means for the configuration of Surefire or Failsafe that something is to be run again. */
final class RunAgain {
    private final EffectiveParameters parameters;
    private final MavenProject project;
    private final MavenSession session;

    RunAgain(EffectiveParameters parameters, MavenProject project, MavenSession session) {
        this.parameters = parameters;
        this.project = project;
        this.session = session;
    }

    /** What is wrong with an execution that we are not in force for: it is to be replayed, and would run all of its tests. */
    Optional<String> refused(Execution execution, String title, String why) {
        String replay = parameters.own(KnownSettings.REPLAY);
        if (replay == null || KnownSettings.REPLAY.problem(replay).isPresent()) {
            return Optional.empty();
        }
        try {
            return find(replay).isOf(execution)
                    ? Optional.of(ReplayedRun.REPLAY + title + " would run all of its tests: " + why)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ReplayedRun find(String replay) {
        return ReplayedRun.find(KnownSettings.REPLAY.form().parse(replay), ReplayedRun.REPLAY, project, session);
    }

    /**
     * Edits the configuration of one execution, before it is wired. Nothing is changed where nobody asked for anything.
     *
     * @param names what the supervisor is told by name, to which something may be added
     * @return what users are told of it
     * @throws IllegalArgumentException that says what is wrong, and what to do
     */
    Optional<String> edit(Xpp3Dom configuration, Execution execution, Map<String, String> names) {
        String replay = parameters.own(KnownSettings.REPLAY);
        String verdict = parameters.own(KnownVerdictSettings.VERDICT);
        boolean judges = verdict != null && VerdictTask.isAll(verdict);
        if (replay == null && !judges && parameters.own(KnownSettings.RERUN) == null) {
            return Optional.empty();
        }
        // That there is nothing to run again is no fault of a project in which there have to be tests.
        Dom.set(configuration, "failIfNoTests", "false");
        if (verdict != null && judges) {
            return verdict(verdict, configuration, execution, names);
        }
        return replay == null ? Optional.empty() : replay(replay, configuration, execution, names);
    }

    /** Of the last run, the supervisor knows where it is. */
    private Optional<String> verdict(
            String verdict, Xpp3Dom configuration, Execution execution, Map<String, String> names) {
        if (!VerdictTask.isPath(verdict)
                || KnownVerdictSettings.VERDICT.problem(verdict).isPresent()) {
            return Optional.empty();
        }
        String setting = "<verdict> (" + SettingNames.VERDICT + "): ";
        ReplayedRun run =
                ReplayedRun.find(new RecordedRun(verdict.strip(), RecordedRun.ALL), setting, project, session);
        names.put(Wiring.JUDGED_RECORD, run.record().toString());
        return run.isOf(execution) ? Optional.empty() : nothingRuns(configuration, execution, run);
    }

    private static Optional<String> nothingRuns(Xpp3Dom configuration, Execution execution, ReplayedRun run) {
        Dom.set(configuration, "skipTests", "true");
        return Optional.of(
                "isolation: nothing is run by " + execution + ": " + run.record() + " is of " + run.execution());
    }

    private Optional<String> replay(
            String replay, Xpp3Dom configuration, Execution execution, Map<String, String> names) {
        if (KnownSettings.REPLAY.problem(replay).isPresent()) {
            return Optional.empty(); // it is said with all that cannot be understood
        }
        ReplayedRun run = find(replay);
        names.put(Wiring.REPLAYED_RECORD, run.record().toString());
        if (execution.module().equals(run.execution().module())) { // or it is of a build that did not know its module
            project.setContextValue(SettingNames.REPLAY, run.execution());
        }
        if (!run.isOf(execution)) {
            return nothingRuns(configuration, execution, run);
        }
        String asked = parameters.find(configuration, "forkCount", "forkCount");
        Dom.set(configuration, "forkCount", Integer.toString(run.forks()));
        return forks(asked) == run.forks()
                ? Optional.empty()
                : Optional.of("isolation: forkCount is " + run.forks() + " for the replay, as in the record, and not "
                        + (asked == null ? 1 : asked));
    }

    /** What is no number is refused elsewhere. */
    private static int forks(@Nullable String forkCount) {
        try {
            return forkCount == null
                    ? 1
                    : ForkCount.parse(forkCount, Runtime.getRuntime().availableProcessors());
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }
}
