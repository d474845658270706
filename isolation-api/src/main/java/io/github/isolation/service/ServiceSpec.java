package io.github.isolation.service;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service that each fork has.
 *
 * @param id names the service, its port, and its place below a fork's {@code services} directory
 * @param command what is started
 * @param life when it is ready, how it ends, when it is restored
 * @param data what {@code @{data}} is a copy of; null where it begins with nothing, and {@code @{data}} is an empty directory
 * @param properties system properties of the worker, with placeholders
 * @param passwordFile where the password is that the data were made with; null where each fork gets one of its own
 */
public record ServiceSpec(
        String id,
        ServiceCommand command,
        ServiceLife life,
        @Nullable Seed data,
        Map<String, String> properties,
        @Nullable Path passwordFile) {
    /** What an id looks like, in words; for error messages. */
    public static final String ID_RULE = Seed.ID_RULE + "; not ending with .log or .process, which are files beside it";

    public ServiceSpec {
        properties = Map.copyOf(properties);
        if (!isId(id)) {
            throw new IllegalArgumentException("'" + id + "' is not an id of a service: " + ID_RULE);
        }
        if (data != null && data.mode() != SeedMode.COPY) {
            throw new IllegalArgumentException(
                    "service '" + id + "' would write into the cache: its data must be a copy");
        }
    }

    /** Whether this can be an id. */
    public static boolean isId(String text) {
        return Seed.isId(text) && !text.endsWith(".log") && !text.endsWith(".process");
    }
}
