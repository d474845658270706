package io.github.isolation;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Fixtures as they are in the cache, found by the plan that the last Maven build left behind. */
final class CachedFixtures {
    private CachedFixtures() {}

    static Seed find(String id) {
        return plan().stream().filter(seed -> seed.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    /** The fixture in the cache; from here on the build looks whether it is left alone. */
    static Path read(String id) {
        Seed seed = find(id);
        try {
            new ReadOnlyFixtures(new SeedPlan(List.of(seed)), layout().changedFixtures()).isReadFromTheCache(seed);
        } catch (IOException e) {
            throw new UncheckedIOException("it cannot be noted that fixture '" + id + "' is read from the cache", e);
        }
        return seed.source();
    }

    static Path copy(String id, Path directory) {
        Seed seed = find(id);
        Path copy = directory.resolve(id);
        try {
            if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("there is something already, and a fresh copy was asked for");
            }
            Files.createDirectories(directory);
            FileTrees.copy(seed.source(), copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "fixture '" + id + "' could not be copied from " + seed.source() + " to " + copy + ": " + e, e);
        }
    }

    static IllegalArgumentException unknown(String id) {
        Path plan = layout().seedPlan();
        List<String> known = plan().stream().map(Seed::id).sorted().toList();
        String knows =
                Files.exists(plan) ? "knows " + (known.isEmpty() ? "none" : known) : "is missing: nothing was prepared";
        return new IllegalArgumentException("there is no fixture '" + id + "' in " + plan + ", which " + knows
                + "; declare it in the POM, and run 'mvn process-test-classes' once to prepare it");
    }

    private static List<Seed> plan() {
        try {
            return SeedPlan.read(layout().seedPlan()).seeds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ForkLayout layout() {
        return MainFixtures.layout();
    }
}
