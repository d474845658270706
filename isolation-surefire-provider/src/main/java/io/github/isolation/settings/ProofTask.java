package io.github.isolation.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * With how many forks a suite is run again, to see whether it is the same each time.
 *
 * @param forks numbers of them, none twice
 * @param after what becomes of tests that are not the same
 */
public record ProofTask(List<Integer> forks, VerdictTask after) {
    public ProofTask {
        forks = List.copyOf(forks);
    }

    /** The one that these properties have, in which nothing is wrong; null if there is none. */
    public static @Nullable ProofTask read(Properties properties) {
        List<Integer> forks = new ArrayList<>();
        for (String number : new SettingsReader(properties).get(KnownVerdictSettings.PROOF)) {
            forks.add(Integer.valueOf(number));
        }
        return forks.isEmpty() ? null : new ProofTask(forks, VerdictTask.ofThisRun(properties));
    }
}
