package io.github.isolation.maven;

import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.ReadOnlyFixtures.Changed;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.Quarantine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build if its tests changed a fixture that they have only links to or share: the cache itself. The entry goes
 * into quarantine, so that the next build fetches it again. Bound after the tests by {@code
 * <extensions>true</extensions>}.
 */
@Mojo(name = "verify-fixtures", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyFixturesMojo extends IsolationMojo {
    @Override
    void run() throws IOException, MojoExecutionException {
        SeedPlan plan = SeedPlan.read(forks().seedPlan());
        List<String> found = new ArrayList<>();
        for (Changed changed : new ReadOnlyFixtures(plan, forks().changedFixtures()).changed()) {
            found.add(quarantine(changed));
        }
        if (!found.isEmpty()) {
            throw new MojoExecutionException("isolation: tests changed what they must only read:\n  - "
                    + String.join("\n  - ", found)
                    + "\nThe next build fetches it again. If tests need to change it, give them <seed>copy</seed> and have them change"
                    + " what Isolation.fixture names.");
        }
    }

    private static String quarantine(Changed changed) throws IOException {
        Seed seed = changed.seed();
        String place = new Quarantine(CacheLayout.containing(seed.source())).takeIfChanged(seed);
        return "fixture '" + seed.id() + "' (" + seed.mode().name().toLowerCase(Locale.ROOT) + "): "
                + (changed.differences().isEmpty() ? "changed" : Quarantine.name(changed.differences()))
                + (changed.suspect().isEmpty()
                        ? hint(seed.mode())
                        : ". It was whole before " + changed.suspect() + " ran")
                + place;
    }

    private static String hint(SeedMode mode) {
        return mode == SeedMode.COPY
                ? ". Each fork has a copy, but a test changed what it was copied from, which Isolation.cachedFixture names"
                : ". <seed>copy</seed> gives each fork a copy that its tests may change";
    }
}
