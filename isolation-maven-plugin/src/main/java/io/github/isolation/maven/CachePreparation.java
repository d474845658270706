package io.github.isolation.maven;

import io.github.isolation.fixture.Amounts;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Gets every fixture into the cache, saying so in one line each, and plans what is seeded from there. */
final class CachePreparation {
    private final FixtureCache cache;
    private final Log log;

    CachePreparation(FixtureCache cache, Log log) {
        this.cache = cache;
        this.log = log;
    }

    /** The plan for these fixtures, which are in the cache now. */
    SeedPlan prepare(List<FixtureSpec> specs) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (FixtureSpec spec : specs) {
            CachedFixture fixture = cache.require(spec);
            log.info("isolation: fixture '" + spec.id() + "' " + summary(spec, fixture));
            seeds.add(new Seed(spec.id(), fixture.content(), spec.mode(), fixture.digest()));
        }
        return new SeedPlan(seeds);
    }

    /** What an earlier execution in the same module planned stays, except under the same ids. */
    static SeedPlan merge(SeedPlan earlier, SeedPlan later) {
        List<Seed> seeds = new ArrayList<>(earlier.seeds());
        seeds.removeIf(
                seed -> later.seeds().stream().anyMatch(other -> other.id().equals(seed.id())));
        seeds.addAll(later.seeds());
        return new SeedPlan(seeds);
    }

    private static String summary(FixtureSpec spec, CachedFixture fixture) {
        String size = Amounts.size(fixture.manifest().bytes());
        if (!fixture.fetched()) {
            return "is in the cache: " + size;
        }
        String sha256 = fixture.manifest().about().get("sha256");
        return "from " + spec.source().describe() + ": " + size + " in " + Amounts.time(fixture.duration())
                + (sha256 != null && spec.checksum() == null ? ", sha256 " + sha256 : "");
    }
}
