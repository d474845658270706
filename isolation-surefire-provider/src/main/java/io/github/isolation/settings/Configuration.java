package io.github.isolation.settings;

import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.account.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The {@code isolation.*} properties of an execution, as the supervisor understands them.
 *
 * @param wired whether the extension handed over all forks to this one supervisor
 * @param forks how many workers at a time
 * @param directory the isolation directory
 * @param retire when workers make room for fresh ones
 * @param maxCrashes genuine crashes after which the rest is not run; 0 if the user sets no number
 * @param limits how long tests and classes may take
 * @param gracePeriod from the polite request to end to the forced one
 * @param reseed when forks are restored
 * @param verifyFixtures when it is looked whether tests changed what they must only read
 * @param isolate what each fork has to itself
 * @param ports the names of the ports that each fork gets
 * @param spares how many workers may be started ahead of a retirement
 * @param cacheDirectory where class-data archives are kept; null if there are to be none
 * @param archivesSuite whether the jars of the user's tests are to be in one
 * @param progress how often a run says how far it is; zero for never
 * @param keepRuns how many runs of earlier builds are kept
 * @param history where this module keeps what is to outlive {@code mvn clean}; null if nothing is
 * @param splitsTail whether forks that have nothing to run share the classes of others
 * @param longestFirst whether the user left the order of the classes open
 * @param replay the run that is to be repeated, with an absolute path; null if none is
 * @param rerunFailed whether only what failed last time is run
 * @param shard the part of the tests that is run; null for all of them
 * @param classTimes one file for all modules with how long classes took; null if each module has its own
 */
public record Configuration(
        boolean wired,
        int forks,
        Path directory,
        RetirePolicy retire,
        int maxCrashes,
        Limits limits,
        Duration gracePeriod,
        ReseedPolicy reseed,
        VerifyPolicy verifyFixtures,
        Isolate isolate,
        List<String> ports,
        int spares,
        @Nullable Path cacheDirectory,
        boolean archivesSuite,
        Duration progress,
        int keepRuns,
        @Nullable Path history,
        boolean splitsTail,
        boolean longestFirst,
        @Nullable RecordedRun replay,
        boolean rerunFailed,
        @Nullable ShardTask shard,
        @Nullable Path classTimes) {

    /**
     * Reads system properties.
     *
     * @throws SettingsException that names all that is wrong with them
     */
    public static Configuration read(Properties properties) {
        List<String> problems = problems(properties);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        SettingsReader settings = new SettingsReader(properties);
        int forks = Math.max(1, settings.get(KnownSettings.FORK_COUNT));
        Path basedir = Path.of(properties.getProperty("basedir", ""));
        return new Configuration(
                properties.containsKey(SettingNames.FORK_COUNT),
                forks,
                basedir.resolve(settings.get(KnownSettings.DIRECTORY)),
                retire(settings),
                settings.get(KnownSettings.MAX_CRASHES, 0),
                new Limits(
                        settings.get(KnownSettings.TEST_TIMEOUT, Duration.ZERO).toMillis(),
                        settings.get(KnownSettings.CLASS_TIMEOUT, Duration.ZERO).toMillis(),
                        settings.get(KnownSettings.SLOW_AFTER).toMillis()),
                settings.get(KnownSettings.GRACE_PERIOD),
                settings.get(KnownSettings.RESEED),
                settings.get(KnownSettings.VERIFY_FIXTURES),
                Isolate.read(settings),
                settings.get(KnownSettings.PORTS),
                settings.get(
                        KnownSettings.SPARES, spares(forks, Runtime.getRuntime().availableProcessors())),
                archives(settings, basedir),
                settings.get(KnownSettings.ARCHIVE) == ArchiveUse.SUITE,
                Boolean.parseBoolean(properties.getProperty(Wiring.LIVE))
                        ? Duration.ZERO
                        : settings.get(KnownSettings.PROGRESS),
                settings.get(KnownSettings.KEEP_RUNS),
                history(
                        settings.get(KnownSettings.HISTORY_DIRECTORY),
                        basedir,
                        properties.getProperty(Wiring.MODULE, "")),
                settings.get(KnownSettings.SPLIT_CLASSES).equals("tail"),
                Boolean.parseBoolean(properties.getProperty(Wiring.LONGEST_FIRST)),
                replay(settings, properties, basedir),
                !settings.get(KnownSettings.RERUN, "").isEmpty(),
                ShardTask.read(properties),
                classTimes(settings, properties, basedir));
    }

    /** The same for a replay, where the record says how many forks there are, and what each worker runs. */
    public Configuration ofReplay(int recordedForks) {
        return new Configuration(
                wired,
                recordedForks,
                directory,
                retire.afterAnyNumberOfClasses(),
                maxCrashes,
                limits,
                gracePeriod,
                reseed,
                verifyFixtures,
                isolate,
                ports,
                spares,
                cacheDirectory,
                archivesSuite,
                progress,
                keepRuns,
                history,
                false,
                false,
                replay,
                rerunFailed,
                shard,
                classTimes);
    }

    /** What is wrong with such properties, a line each; none if {@link #read} would understand them. */
    public static List<String> problems(Properties properties) {
        List<String> problems = new ArrayList<>();
        for (Setting<?> setting : KnownSettings.all()) {
            Optional<String> problem = setting.problem(properties.getProperty(setting.property(), ""));
            if (problem.isPresent()) {
                problems.add(problem.get());
            }
        }
        if (isSet(properties, SettingNames.REPLAY) && isSet(properties, SettingNames.RERUN)) {
            problems.add("<replay> (" + SettingNames.REPLAY + ") and <rerun> (" + SettingNames.RERUN
                    + ") each say what is run; set one of them");
        }
        boolean again = isSet(properties, SettingNames.REPLAY) || isSet(properties, SettingNames.RERUN);
        if (isSet(properties, SettingNames.SHARD) && again) {
            problems.add("<shard> (" + SettingNames.SHARD + ") and <replay> or <rerun> (" + SettingNames.REPLAY + ", "
                    + SettingNames.RERUN + ") each say what is run; set one of them");
        }
        if (isSet(properties, SettingNames.QUEUE) && (again || isSet(properties, SettingNames.SHARD))) {
            problems.add("<queue> (" + SettingNames.QUEUE + ") and <shard>, <replay> or <rerun> (" + SettingNames.SHARD
                    + ", " + SettingNames.REPLAY + ", " + SettingNames.RERUN
                    + ") each say what is run; set one of them");
        }
        boolean judges = VerdictTask.isAll(properties.getProperty(SettingNames.VERDICT, ""));
        boolean shared = isSet(properties, SettingNames.SHARD) || isSet(properties, SettingNames.QUEUE);
        if (judges && (again || shared)) {
            problems.add(
                    "<verdict> (" + SettingNames.VERDICT + ") of a record, and <replay>, <rerun>, <shard> or <queue> ("
                            + SettingNames.REPLAY + ", " + SettingNames.RERUN + ", " + SettingNames.SHARD + ", "
                            + SettingNames.QUEUE + ") each say what is run; set one of them");
        }
        if (judges && isSet(properties, SettingNames.PROOF)) {
            problems.add("<verdict> (" + SettingNames.VERDICT
                    + ") of a record runs no test but to find out why some failed, and <proof> (" + SettingNames.PROOF
                    + ") is of a run of all; set one of them");
        }
        return problems;
    }

    private static boolean isSet(Properties properties, String name) {
        return !properties.getProperty(name, "").isBlank();
    }

    /** The extension has looked where the record is; without it, that is seen from the module. */
    private static @Nullable RecordedRun replay(SettingsReader settings, Properties properties, Path basedir) {
        RecordedRun asked = settings.get(KnownSettings.REPLAY, new RecordedRun("", RecordedRun.ALL));
        if (asked.path().isEmpty()) {
            return null;
        }
        String found = properties.getProperty(Wiring.REPLAYED_RECORD, "");
        Path record = found.isEmpty() ? basedir.resolve(asked.path()).toAbsolutePath() : Path.of(found);
        return new RecordedRun(record.toString(), asked.worker());
    }

    /** The extension has made it absolute; without it, the path begins in the module. */
    private static @Nullable Path classTimes(SettingsReader settings, Properties properties, Path basedir) {
        String file = properties.getProperty(Wiring.CLASS_TIMES, settings.get(KnownShardSettings.CLASS_TIMES));
        return file.isEmpty() ? null : basedir.resolve(file).toAbsolutePath();
    }

    private static RetirePolicy retire(SettingsReader settings) {
        return new RetirePolicy(
                settings.get(KnownSettings.RETIRE_EVERY_CLASSES),
                // Where an engine cannot be resumed inside a class, "immediately" is as soon as the class is done.
                !settings.get(KnownSettings.RETIRE_ON_FAILURE).equals("never"),
                settings.get(KnownSettings.RETIRE_ABOVE_HEAP, 0));
    }

    /** A spare for each fork; where there are cores that no fork uses, a second one for those that can use it. */
    private static int spares(int forks, int cores) {
        return Math.max(forks, Math.min(2 * forks, cores));
    }

    /**
     * Where a module keeps what is to outlive {@code mvn clean}; null if nothing is. Coordinates are no path, but they become one that
     * nobody else has.
     *
     * @param directory of all modules; empty if there is none
     * @param module its coordinates; empty where they are not known
     */
    public static @Nullable Path history(String directory, Path basedir, String module) {
        if (directory.isEmpty()) {
            return null;
        }
        String name = module.isEmpty() ? String.valueOf(basedir.getFileName()) : module.replace(':', '/');
        return basedir.resolve(directory).resolve(name);
    }

    private static @Nullable Path archives(SettingsReader settings, Path basedir) {
        String directory = settings.get(KnownSettings.CACHE_DIRECTORY);
        boolean wanted = settings.get(KnownSettings.ARCHIVE) != ArchiveUse.FALSE;
        return wanted && !directory.isEmpty() ? basedir.resolve(directory) : null;
    }
}
