package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.HumanFormat;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Gets every fixture into the cache, saying so in one line each, and plans what is seeded from there. */
final class CachePreparation {
    private final FixtureCache cache;
    private final Log log;

    CachePreparation(FixtureCache cache, Log log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * The plan for these fixtures, which are in the cache now.
     *
     * @throws IOException that names all that cannot be had
     */
    SeedPlan prepare(List<FixtureSpec> specs) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        List<IOException> failures = new ArrayList<>();
        for (FixtureSpec spec : specs) {
            try {
                seeds.add(prepare(spec));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw together(failures, specs.size());
        }
        return new SeedPlan(seeds);
    }

    private Seed prepare(FixtureSpec spec) throws IOException {
        CachedFixture fixture = cache.require(spec);
        log.info("isolation: fixture '" + spec.id() + "' " + summary(spec, fixture));
        return new Seed(spec.id(), fixture.content(), spec.mode(), fixture.digest());
    }

    private static IOException together(List<IOException> failures, int of) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        String messages = failures.stream().map(IOException::getMessage).collect(Collectors.joining("\n  - "));
        IOException all = new IOException(failures.size() + " of " + of + " fixtures cannot be had:\n  - " + messages);
        failures.forEach(all::addSuppressed);
        return all;
    }

    /** What an earlier execution in the same module planned stays, except under the same ids. */
    static SeedPlan merge(SeedPlan earlier, SeedPlan later) {
        List<Seed> seeds = new ArrayList<>(earlier.seeds());
        seeds.removeIf(
                seed -> later.seeds().stream().anyMatch(other -> other.id().equals(seed.id())));
        seeds.addAll(later.seeds());
        return new SeedPlan(seeds);
    }

    /**
     * What forks get besides their services: the data of a service are seeded where, and when, it does not run. Known by what they are
     * copied from, since the data that a server's preset makes are no fixture, and have a name that a fixture may have.
     */
    static SeedPlan withoutDataOf(ServicePlan services, SeedPlan plan) {
        Set<Path> data = services.services().stream()
                .map(ServiceSpec::data)
                .filter(Objects::nonNull)
                .map(Seed::source)
                .collect(Collectors.toSet());
        return new SeedPlan(plan.seeds().stream()
                .filter(seed -> !data.contains(seed.source()))
                .toList());
    }

    private static String summary(FixtureSpec spec, CachedFixture fixture) {
        String size = HumanFormat.size(fixture.manifest().bytes());
        if (!fixture.fetched()) {
            return "is in the cache: " + size;
        }
        String sha256 = fixture.manifest().about().get("sha256");
        return "from " + spec.source().describe() + ": " + size + " in " + HumanFormat.time(fixture.duration())
                + (sha256 != null && spec.checksum() == null ? ", sha256 " + sha256 : "");
    }
}
