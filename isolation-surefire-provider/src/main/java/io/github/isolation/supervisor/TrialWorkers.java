package io.github.isolation.supervisor;

import io.github.isolation.process.Blueprint;
import io.github.isolation.supervisor.core.Settings;
import java.nio.file.Path;

/** Knows how the workers of trials are started: as those of the run were. */
public interface TrialWorkers {
    /**
     * For one trial.
     *
     * @param directory for what is kept of this trial
     * @param watched whether they have the agent of an audit
     */
    Blueprint blueprint(Launches launches, Settings settings, Path directory, boolean watched);
}
