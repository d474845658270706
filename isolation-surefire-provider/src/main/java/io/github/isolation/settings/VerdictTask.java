package io.github.isolation.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found out about tests that failed.
 *
 * @param budget how long that may take
 * @param runs how many workers may be started for it
 * @param isAll whether it is all that is to be done: no test is run but for it
 * @param mavensPatience how long Maven waits for the fork, with its tests; null if it waits for ever
 * @param record of the run they failed in, with an absolute path; null for this run or, if that is all, for the last one
 */
public record VerdictTask(
        Duration budget,
        int runs,
        boolean isAll,
        @Nullable Duration mavensPatience,
        @Nullable Path record) {
    /** For the end of a run when everything has been found out, or not. */
    private static final Duration FOR_THE_END = Duration.ofSeconds(10);

    static final String NEVER = "never";
    private static final String ON_FAILURE = "onFailure";

    /** Looks at what failed in the last run that is recorded. */
    public static final String LAST = "last";

    static final List<String> WORDS = List.of(NEVER, ON_FAILURE, LAST);

    /** The one that these properties have, in which nothing is wrong; null if there is none. */
    public static @Nullable VerdictTask read(Properties properties) {
        SettingsReader settings = new SettingsReader(properties);
        String asked = settings.get(KnownVerdictSettings.VERDICT);
        if (asked.equals(NEVER)) {
            return null;
        }
        return new VerdictTask(
                settings.get(KnownVerdictSettings.VERDICT_BUDGET),
                settings.get(KnownVerdictSettings.VERDICT_RUNS),
                isAll(asked),
                patience(properties.getProperty(Wiring.FORK_TIMEOUT, "")),
                isPath(asked) ? path(asked, properties) : null);
    }

    /** What becomes of tests of this run that are not the same in another one. */
    static VerdictTask ofThisRun(Properties properties) {
        SettingsReader settings = new SettingsReader(properties);
        return new VerdictTask(
                settings.get(KnownVerdictSettings.VERDICT_BUDGET),
                settings.get(KnownVerdictSettings.VERDICT_RUNS),
                false,
                patience(properties.getProperty(Wiring.FORK_TIMEOUT, "")),
                null);
    }

    /** What becomes of that which an audit has found, with so much time. */
    static VerdictTask ofAnAudit(Duration budget, Properties properties) {
        return new VerdictTask(
                budget, Integer.MAX_VALUE, false, patience(properties.getProperty(Wiring.FORK_TIMEOUT, "")), null);
    }

    private static @Nullable Duration patience(String seconds) {
        return seconds.matches("0*[1-9]\\d{0,8}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** Whether Maven waits for so much longer, when the fork has lived for so long. */
    public boolean hasTimeFor(Duration work, Duration lived) {
        return mavensPatience == null || work.plus(lived).plus(FOR_THE_END).compareTo(mavensPatience) < 0;
    }

    /** How long it may take when the fork has lived for so long: if Maven ends it, the build has another result. */
    public Duration budgetAfter(Duration lived) {
        Duration patience = mavensPatience;
        if (patience == null) {
            return budget;
        }
        Duration left = patience.minus(lived).minus(FOR_THE_END);
        return left.isNegative() ? Duration.ZERO : left.compareTo(budget) < 0 ? left : budget;
    }

    /** The setting by which there would be more time: a longer budget is of no use where Maven ends the fork before. */
    public String settingOfTime(Duration lived, String ofTheBudget) {
        return budgetAfter(lived).compareTo(budget) < 0 ? "forkedProcessTimeoutInSeconds" : ofTheBudget;
    }

    /** Whether with this value of the setting no test is run but to find something out. */
    public static boolean isAll(String asked) {
        return isPath(asked) || asked.equals(LAST);
    }

    /** Whether this value of the setting is a path. */
    public static boolean isPath(String asked) {
        return !asked.isBlank() && !WORDS.contains(asked.strip());
    }

    /** The extension has looked where it is; without it, that is seen from the module. */
    private static Path path(String asked, Properties properties) {
        String found = properties.getProperty(Wiring.JUDGED_RECORD, "");
        return found.isEmpty()
                ? Path.of(properties.getProperty("basedir", "")).resolve(asked).toAbsolutePath()
                : Path.of(found);
    }
}
