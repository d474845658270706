package io.github.isolation;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.Attempt;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.LockMode;
import io.github.isolation.fork.RetireRequest;
import java.nio.file.Path;

/**
 * What a test asks about its fork. Everything works in an IDE as well, where the answers are those of the slot {@code
 * main}.
 *
 * <pre>{@code
 * Path database = Isolation.fixture("database");   // this fork's own copy
 * String queue = Isolation.name("orders");         // orders-fork2, orders-main
 * }</pre>
 */
public final class Isolation {
    private Isolation() {}

    /** The fork that runs this code. */
    public static Fork fork() {
        String slot = AtStart.property(ForkProperties.FORK);
        if (slot == null) {
            return new Fork(
                    ForkLayout.MAIN, 1, MainRun.id(), MainFixtures.layout().forkDirectory(ForkLayout.MAIN), 1);
        }
        return new Fork(
                slot,
                Integer.parseInt(required(ForkProperties.FORKS)),
                required(ForkProperties.RUN),
                Path.of(required(ForkProperties.FORK_DIRECTORY)),
                Attempt.current());
    }

    /**
     * This fork's own copy of a fixture: the file or directory that the {@code <fixture>} of this id stands for. Tests
     * may change it. In {@code main} it is seeded when it is first asked for.
     *
     * @throws IllegalArgumentException when there is no such fixture
     * @throws IllegalStateException in {@code main}, when another JVM is using the fixtures there
     * @throws java.io.UncheckedIOException in {@code main}, when it could not be seeded
     */
    public static Path fixture(String id) {
        String path = AtStart.property(ForkProperties.FIXTURE_PREFIX + id);
        if (path != null) {
            return Path.of(path);
        }
        if (fork().isMain()) {
            return MainFixtures.seed(id);
        }
        throw CachedFixtures.unknown(id);
    }

    /**
     * A fresh copy of a fixture, as it is in the cache and whatever tests did to the fork's own, below a directory of the
     * caller's, who also removes it. What {@code @Fixture} does for tests of Jupiter, this does for all others:
     *
     * <pre>{@code
     * @Rule public TemporaryFolder folder = new TemporaryFolder();       // JUnit 4
     * …
     * Path splits = Isolation.fixtureCopy("splits", folder.getRoot().toPath());
     * }</pre>
     *
     * @return {@code directory/id}, the copy
     * @throws IllegalArgumentException when there is no such fixture
     * @throws java.io.UncheckedIOException when it could not be copied, also because something is there already
     */
    public static Path fixtureCopy(String id, Path directory) {
        return CachedFixtures.copy(id, directory);
    }

    /**
     * The fixture itself, in the cache of this user: for reading only, by all forks and builds. A build whose tests change
     * it fails.
     *
     * @throws IllegalArgumentException when there is no such fixture
     */
    public static Path cachedFixture(String id) {
        return CachedFixtures.read(id);
    }

    /**
     * A name that no other fork uses, for what forks share: {@code localhost} becomes {@code localhost-fork2}, or {@code
     * localhost-main} where no fork runs the test.
     */
    public static String name(String base) {
        return Names.here().name(base, Naming.ANY);
    }

    /** As {@link #name(String)}, in a form that the backend accepts. The same base always gets the same name. */
    public static String name(String base, Naming naming) {
        return Names.here().name(base, naming);
    }

    /**
     * As {@link #name(String)}, and no other run uses it either: for a server that several builds share. {@code
     * localhost} becomes {@code localhost-3fa2b1c0-fork2}.
     */
    public static String uniqueName(String base) {
        return Names.here().uniqueName(base, Naming.ANY);
    }

    /** As {@link #uniqueName(String)}, in a form that the backend accepts. */
    public static String uniqueName(String base, Naming naming) {
        return Names.here().uniqueName(base, naming);
    }

    /**
     * The text with this fork's names turned back into what they were made of, so that it can be compared with one that
     * was written down with plain names: {@code pc-localhost-fork2x} becomes {@code pc-localhostx}. Whatever ends as a
     * name of this fork is shortened, whoever made it; a name that was changed to fit its backend is known only in the JVM
     * that made it.
     */
    public static String normalize(String text) {
        return Names.here().normalize(text);
    }

    /**
     * A port for a server that a test starts: this fork's own among all living forks of all builds on this machine, free
     * when it was first asked for, and the same for this name as long as the fork lives, also in the worker that replaces
     * this one. A fork has 49 of them. Names in the {@code <ports>} of the POM are system properties as well: {@code
     * isolation.port.NAME}.
     *
     * @param name letters, digits, {@code .}, {@code _} and {@code -}
     * @throws java.io.UncheckedIOException when all are taken
     */
    public static int port(String name) {
        return Ports.port(name);
    }

    /**
     * A server that this fork has for itself: the {@code <service>} of this id. In {@code main} it is started when it is first
     * asked for, and ends with this JVM.
     *
     * <pre>{@code
     * Connection connection = DriverManager.getConnection(Isolation.service("db").property("jdbc.url"));
     * }</pre>
     *
     * @throws IllegalArgumentException when there is no such service
     * @throws IllegalStateException in {@code main}, when another JVM is using the fixtures and services there
     * @throws java.io.UncheckedIOException in {@code main}, when it could not be started
     */
    public static Service service(String id) {
        return Services.find(id);
    }

    /**
     * Something that is made once for all forks of a build, however many ask for it at the same time: the first one runs
     * the initializer, the others wait, and all get the same path. As {@link #once(String, OnceScope, Initializer)} with
     * {@link OnceScope#BUILD}.
     *
     * <pre>{@code
     * Path schema = Isolation.once("schema", directory -> Schema.generate(directory));
     * }</pre>
     *
     * <p>For comparison: {@code BeforeAll} runs once per class, and again in the worker that resumes the class after a
     * crash or a retirement; a static initializer runs once per worker, of which a fork may have several.
     */
    public static Path once(String key, Initializer initializer) {
        return new Once(key, OnceScope.BUILD).get(initializer);
    }

    /**
     * As {@link #once(String, Initializer)}, and as far as the scope reaches. Published by one atomic move. If the worker
     * that runs the initializer dies, the next one starts it over; nobody sees half of it. An initializer that fails, fails
     * everybody who asks while a run lives that asked already.
     *
     * @return a directory that belongs to all who ask: read it, or copy it
     * @throws OnceFailedException when the initializer failed, here or elsewhere
     * @throws java.io.UncheckedIOException when the directory cannot be written
     */
    public static Path once(String key, OnceScope scope, Initializer initializer) {
        return new Once(key, scope).get(initializer);
    }

    /**
     * Locks across all forks that share this isolation directory, also those of other builds, and across threads. Waits;
     * after {@code isolation.slowAfter}, and again after as long, a line says for whom. A lock is free again when it is
     * closed, in the thread that took it, and when its JVM has ended.
     *
     * <pre>{@code
     * try (ForkLock printer = Isolation.lock("printer")) { … }
     * }</pre>
     *
     * @param names taken together, in one order everywhere, so that forks cannot wait for each other in a circle
     * @throws IllegalArgumentException when there is none
     * @throws IllegalStateException when this thread holds a lock that must be taken later: take both in one call
     */
    public static ForkLock lock(String... names) {
        return ForkLock.take(LockMode.WRITE, names);
    }

    /** As {@link #lock}, together with others that only read. */
    public static ForkLock readLock(String... names) {
        return ForkLock.take(LockMode.READ, names);
    }

    /**
     * Asks for this worker JVM to be replaced, because something in it cannot be trusted any more: a native library, a
     * context, static state. It retires as soon as the test in hand has its result, which is reported as any other; what
     * is left of the class, and all classes after it, run in a fresh worker. Without effect where no fork runs the test.
     *
     * @param why for the summary, as in "after the GPU context was lost"
     * @throws IllegalArgumentException when it is blank
     */
    public static void retire(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Isolation.retire needs a reason, for the summary of the build");
        }
        if (!fork().isMain()) {
            RetireRequest.make(why);
        }
    }

    private static String required(String property) {
        String value = AtStart.property(property);
        if (value == null) {
            throw new IllegalStateException("the system property " + ForkProperties.FORK + " is set, but " + property
                    + " is not; both are set by isolation-surefire-provider and must be left alone");
        }
        return value;
    }
}
