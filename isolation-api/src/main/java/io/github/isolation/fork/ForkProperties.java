package io.github.isolation.fork;

import java.nio.file.Path;

/**
 * The names under which a test learns about its fork.
 *
 * <p>One place for them, because two sides must agree: the supervisor hands these properties to a worker, and {@code
 * Isolation} reads them there.
 */
public final class ForkProperties {
    /** The slot: a small number. Absent where no fork runs the test. */
    public static final String FORK = "isolation.fork";

    /** How many forks this execution has. */
    public static final String FORKS = "isolation.forks";

    /** The id of this run, different in every execution of Surefire or Failsafe. */
    public static final String RUN = "isolation.run";

    /** The directory that belongs to this fork alone. */
    public static final String FORK_DIRECTORY = "isolation.forkDirectory";

    /** Which attempt at the tests of the present class this is: 1, and more where those that failed are tried again. */
    public static final String ATTEMPT = "isolation.attempt";

    /** Followed by a fixture's id: where this fork's copy of it is. */
    public static final String FIXTURE_PREFIX = "isolation.fixture.";

    /** Followed by a name of the {@code <ports>} of the POM: the port that this fork has for it. */
    public static final String PORT_PREFIX = "isolation.port.";

    /** Followed by the name of one of a service's {@code <properties>}: what it is in this fork, in Surefire's configuration. */
    public static final String SERVICE_PREFIX = "isolation.service.";

    /** The first of the ports that are this fork's own. */
    public static final String PORT_BLOCK = "isolation.portBlock";

    /** Followed by the name of a system property: what it must be in the worker, if the fork is what was asked for. */
    public static final String PROMISE_PREFIX = "isolation.promise.";

    /** Behind {@link #PROMISE_PREFIX}: the working directory of the worker. */
    public static final String WORKING_DIRECTORY = "user.dir";

    /** The isolation directory, {@code target/isolation} unless it was configured. */
    public static final String DIRECTORY = "isolation.directory";

    /** Where fixtures are kept for all builds of this user. */
    public static final String CACHE_DIRECTORY = "isolation.cacheDirectory";

    /** Whether the copies of fixtures of tests that fail are kept. */
    public static final String KEEP_ON_FAILURE = "isolation.keepOnFailure";

    /** After how long it is said that somebody waits, or that a test is still running. */
    public static final String SLOW_AFTER = "isolation.slowAfter";

    /** What {@link #SLOW_AFTER} is where nobody said. */
    public static final String SLOW_AFTER_DEFAULT = "60s";

    /** {@link #FORK} as an environment variable, for programs that a test starts. */
    public static final String FORK_ENVIRONMENT = "ISOLATION_FORK";

    /** {@link #FORKS} as an environment variable. */
    public static final String FORKS_ENVIRONMENT = "ISOLATION_FORKS";

    /** {@link #RUN} as an environment variable. */
    public static final String RUN_ENVIRONMENT = "ISOLATION_RUN";

    /** {@link #FORK_DIRECTORY} as an environment variable. */
    public static final String FORK_DIRECTORY_ENVIRONMENT = "ISOLATION_FORK_DIRECTORY";

    private ForkProperties() {}

    /** What {@link #CACHE_DIRECTORY} is where nobody said, and Maven's local repository is where it is by default. */
    public static Path defaultCacheDirectory() {
        String home = AtStart.property("user.home");
        if (home == null) {
            throw new IllegalStateException(
                    "the system property user.home is not set, so nobody knows where fixtures are kept;" + " set "
                            + CACHE_DIRECTORY);
        }
        return Path.of(home, ".m2", "repository", ".cache", "isolation");
    }
}
