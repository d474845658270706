package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.HumanFormat;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What services are made of.
 *
 * @param cache where data are initialised once
 * @param context the build, with its log and directories
 * @param fixtures those of the POM, which are in the cache by now
 * @param runAs who starts what refuses root: {@code auto}, {@code none} or a user
 */
record ServicePreparation(FixtureCache cache, FetchContext context, List<Seed> fixtures, String runAs) {
    ServicePreparation {
        fixtures = List.copyOf(fixtures);
    }

    /** How each fork is to start them. */
    ServicePlan prepare(List<ServiceDraft> drafts) throws IOException {
        List<ServiceSpec> services = new ArrayList<>();
        for (ServiceDraft draft : drafts) {
            services.add(draft.prepare(this));
        }
        return new ServicePlan(services);
    }

    /** The data of a service that a {@code <fixture>} is. {@link ServiceReader} has seen that there is one. */
    Seed data(String fixture) {
        Seed found = fixtures.stream()
                .filter(seed -> seed.id().equals(fixture))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no fixture '" + fixture + "'"));
        return new Seed(found.id(), found.source(), SeedMode.COPY, found.digest());
    }

    /** One line about the data of a service. */
    void tell(String service, String origin, CachedFixture data) {
        String size = HumanFormat.size(data.manifest().bytes());
        context.log()
                .info("isolation: service '" + service + "', " + origin + ": its data "
                        + (data.fetched()
                                ? "was made: " + size + " in " + HumanFormat.time(data.duration())
                                : "is in the cache: " + size));
    }
}
