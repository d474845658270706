package io.github.isolation;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.Seeder;
import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Fixtures where no fork runs the test: seeded when they are first asked for, from the plan that the last Maven build
 * left behind.
 *
 * <p>This JVM keeps the slot {@code main} until it ends. A second one started meanwhile is refused, rather than given
 * files that the first one is using.
 */
final class MainFixtures {
    private static final Map<Path, Path> SEEDED = new ConcurrentHashMap<>();
    private static final Map<Path, FileHold> HELD = new ConcurrentHashMap<>();

    private MainFixtures() {}

    /** The isolation directory: as configured, or where the default is for a JVM started in the module's directory. */
    static ForkLayout layout() {
        @Nullable String configured = AtStart.property(ForkProperties.DIRECTORY);
        return new ForkLayout(configured == null ? Path.of("target", "isolation") : Path.of(configured));
    }

    static synchronized Path seed(String id) {
        ForkLayout layout = layout();
        Path place = layout.fixtures(ForkLayout.MAIN).resolve(id);
        @Nullable Path seeded = SEEDED.get(place);
        if (seeded != null) {
            return seeded;
        }
        try {
            Seed seed = CachedFixtures.find(id);
            hold(layout.slotLock(ForkLayout.MAIN));
            new Seeder().seed(seed, layout.fixtures(ForkLayout.MAIN));
            Path copy = seed.place(layout.fixtures(ForkLayout.MAIN));
            SEEDED.put(place, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the slot until this JVM ends. */
    static synchronized void hold(Path lock) throws IOException {
        if (HELD.containsKey(lock)) {
            return;
        }
        AtomicLong holder = new AtomicLong();
        Optional<FileHold> hold = FileHold.tryAcquire(lock, holder::set);
        if (hold.isPresent()) {
            HELD.put(lock, hold.get());
        } else if (holder.get() != AtStart.pid()) {
            // In this very process it is another class loader, of an earlier test run that is over (forkCount=0).
            throw new IllegalStateException(
                    "process " + holder.get() + " is using the fixtures of the slot '" + ForkLayout.MAIN + "' (" + lock
                            + "); where no fork runs the tests, one JVM at a time can have them");
        }
    }
}
