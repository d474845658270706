package io.github.isolation.maven;

import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceLife;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a service, whatever kind it is; null where nothing.
 *
 * @param data the id of a fixture
 * @param environment what its process finds there
 * @param properties what its tests find among the system properties
 * @param problems takes what is wrong with it
 */
record ServiceWishes(
        String id,
        @Nullable String data,
        @Nullable ReadyCheck ready,
        @Nullable Duration startTimeout,
        @Nullable String stopSignal,
        @Nullable Duration gracePeriod,
        @Nullable RestorePolicy restore,
        Map<String, String> environment,
        Map<String, String> properties,
        Problems problems) {
    ServiceWishes {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    /** What is usual for a service of its kind, but for what the user says. */
    ServiceLife life(ServiceLife usual) {
        return new ServiceLife(
                ready == null ? usual.ready() : ready,
                startTimeout == null ? usual.startTimeout() : startTimeout,
                stopSignal == null ? usual.stopSignal() : stopSignal,
                gracePeriod == null ? usual.gracePeriod() : gracePeriod,
                restore == null ? usual.restore() : restore);
    }
}
