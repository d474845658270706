package io.github.isolation.supervisor;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.Wiring;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fork's place on disk, ready for its worker.
 *
 * @param slot the number that is locked for it
 * @param forks how many forks there are
 * @param runId the id of this run
 * @param layout where things are
 * @param plan what was seeded there
 * @param ports what it has of its own
 * @param services system properties by which tests find their services
 */
public record ForkSite(
        int slot,
        int forks,
        String runId,
        ForkLayout layout,
        SeedPlan plan,
        SitePorts ports,
        Map<String, String> services) {
    public ForkSite {
        services = Map.copyOf(services);
    }

    ForkSite(int slot, int forks, String runId, ForkLayout layout, SeedPlan plan, SitePorts ports) {
        this(slot, forks, runId, layout, plan, ports, Map.of());
    }

    /** What its worker's tests see as system properties. */
    public Map<String, String> systemProperties() {
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put(ForkProperties.FORK, Integer.toString(slot));
        seen.put(ForkProperties.FORKS, Integer.toString(forks));
        seen.put(ForkProperties.RUN, runId);
        seen.put(ForkProperties.FORK_DIRECTORY, layout.forkDirectory(slot).toString());
        seen.put(ForkProperties.ATTEMPT, "1");
        seen.put(ForkProperties.DIRECTORY, layout.isolationDirectory().toString());
        seen.put(
                ForkProperties.CACHE_DIRECTORY,
                System.getProperty(
                        ForkProperties.CACHE_DIRECTORY,
                        ForkProperties.defaultCacheDirectory().toString()));
        seen.putAll(services);
        seen.putAll(ports.systemProperties());
        for (Seed seed : plan.seeds()) {
            Path copy = seed.place(layout.fixtures(slot));
            seen.put(ForkProperties.FIXTURE_PREFIX + seed.id(), copy.toString());
        }
        return seen;
    }

    /** What programs started by its tests see in their environment. */
    public Map<String, String> environment() {
        return Map.of(
                ForkProperties.FORK_ENVIRONMENT, Integer.toString(slot),
                ForkProperties.FORKS_ENVIRONMENT, Integer.toString(forks),
                ForkProperties.RUN_ENVIRONMENT, runId,
                ForkProperties.FORK_DIRECTORY_ENVIRONMENT,
                        layout.forkDirectory(slot).toString());
    }

    /** A text of the user's with the number of the fork, its ports and those of its services in place of what stands for them. */
    public String fillIn(String text) {
        String filled = text.replace(Wiring.FORK_NUMBER, Integer.toString(slot));
        for (Map.Entry<String, String> service : services.entrySet()) {
            filled = filled.replace(Wiring.servicePlaceholder(service.getKey()), service.getValue());
        }
        return ports.fillIn(filled);
    }
}
