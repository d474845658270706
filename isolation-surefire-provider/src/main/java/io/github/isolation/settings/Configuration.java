package io.github.isolation.settings;

import io.github.isolation.fork.PortBook;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.account.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param longestFirst whether the user left the order of the classes open
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
        boolean longestFirst) {

    private static final long SLOW_AFTER_MILLIS = 60_000;
    private static final long GRACE_MILLIS = 5_000;

    /**
     * Reads system properties.
     *
     * @throws SettingsException that names all that is wrong with them
     */
    public static Configuration read(Properties properties) {
        Wishes wishes = new Wishes(properties);
        Configuration configuration = read(wishes, properties);
        if (!wishes.problems().isEmpty()) {
            throw new SettingsException(wishes.problems());
        }
        return configuration;
    }

    /** What is wrong with such properties, a line each; none if {@link #read} would understand them. */
    public static List<String> problems(Properties properties) {
        Wishes wishes = new Wishes(properties);
        read(wishes, properties);
        return wishes.problems();
    }

    private static Configuration read(Wishes wishes, Properties properties) {
        int cores = Runtime.getRuntime().availableProcessors();
        int forks = Math.max(1, wishes.read("forkCount", 1, value -> ForkCount.parse(value, cores)));
        String onFailure = wishes.word("retireOnFailure", List.of("never", "afterClass", "immediately"));
        Path basedir = Path.of(properties.getProperty("basedir", ""));
        Configuration configuration = new Configuration(
                properties.containsKey(Wiring.FORK_COUNT),
                forks,
                basedir.resolve(wishes.read("directory", "target/isolation", value -> value)),
                new RetirePolicy(
                        wishes.number("retireEveryClasses", 0),
                        // Where an engine cannot be resumed inside a class, "immediately" is as soon as the class is
                        // done.
                        !onFailure.equals("never"),
                        wishes.read("retireAboveHeap", 0, Configuration::percent)),
                wishes.read("maxCrashes", 0, Configuration::crashes),
                new Limits(
                        wishes.duration("testTimeout", 0),
                        wishes.duration("classTimeout", 0),
                        wishes.duration("slowAfter", SLOW_AFTER_MILLIS)),
                Duration.ofMillis(wishes.duration("gracePeriod", GRACE_MILLIS)),
                wishes.read("reseed", ReseedPolicy.ON_REPLACE, ReseedPolicy::parse),
                wishes.read("verifyFixtures", VerifyPolicy.EVERY_CLASS, VerifyPolicy::parse),
                Isolate.read(wishes),
                wishes.list("ports", PortBook.NAME, "a name for a port: " + PortBook.NAME_RULE),
                wishes.number("spares", spares(forks, cores)),
                archives(wishes, basedir, properties),
                wishes.word("longestFirst", List.of("false", "true")).equals("true"));
        // In force in the workers.
        wishes.word("discoveryErrors", List.of("report", "stop"));
        wishes.word("leaks", List.of("warn", "fail", "ignore"));
        wishes.list("leaksIgnore", ".+", "the name of a thread, in which a * stands for any text");
        wishes.word("crossForkLocks", List.of("false", "true"));
        wishes.word("keepOnFailure", List.of("false", "true"));
        return configuration;
    }

    /** A spare for each fork; where there are cores that no fork uses, a second one for those that can use it. */
    private static int spares(int forks, int cores) {
        return Math.max(forks, Math.min(2 * forks, cores));
    }

    private static @Nullable Path archives(Wishes wishes, Path basedir, Properties properties) {
        boolean wanted = wishes.word("archive", List.of("true", "false")).equals("true");
        String directory = properties.getProperty("isolation.cacheDirectory", "");
        return wanted && !directory.isBlank() ? basedir.resolve(directory) : null;
    }

    private static int crashes(String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no number of crashes; write 1 or more: with 1, nothing"
                            + " is begun after the first crash");
        }
        return Integer.parseInt(value);
    }

    private static int percent(String value) {
        if (!value.matches("[1-9]\\d?%?")) {
            throw new IllegalArgumentException("'" + value + "' is no part of the heap; write 80%, for example");
        }
        return Integer.parseInt(value.replace("%", ""));
    }
}
