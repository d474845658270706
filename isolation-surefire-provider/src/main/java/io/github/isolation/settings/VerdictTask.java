package io.github.isolation.settings;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found out after the tests.
 *
 * @param budget how long that may take
 * @param runs how many workers may be started for it
 */
public record VerdictTask(Duration budget, int runs) {
    /** The one that these properties have, in which nothing is wrong; null if there is none. */
    public static @Nullable VerdictTask read(Properties properties) {
        SettingsReader settings = new SettingsReader(properties);
        return settings.get(KnownVerdictSettings.VERDICT).equals("onFailure")
                ? new VerdictTask(
                        settings.get(KnownVerdictSettings.VERDICT_BUDGET),
                        settings.get(KnownVerdictSettings.VERDICT_RUNS))
                : null;
    }
}
