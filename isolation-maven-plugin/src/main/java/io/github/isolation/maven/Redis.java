package io.github.isolation.maven;

import io.github.isolation.maven.server.RedisServer;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code <redis>} of a service: a Redis or Valkey server for each fork. It begins empty, or with the {@code dump.rdb} of a
 * fixture.
 */
public class Redis implements ServicePreset {
    private static final ServiceLife USUAL = new ServiceLife(
            ReadyCheck.redis(), Duration.ofMinutes(1), "TERM", Duration.ofSeconds(10), RestorePolicy.ON_REPLACE);

    @Nullable
    String home;

    Map<String, @Nullable String> settings = new LinkedHashMap<>();

    @Override
    public String element() {
        return "<redis>";
    }

    @Override
    public @Nullable ServiceDraft read(ServiceWishes wishes, Path baseDirectory) {
        ServerReader reader = new ServerReader(baseDirectory, wishes.problems());
        Path program = reader.program(RedisServer.PROGRAMS, home, element());
        Map<String, String> written = reader.settings(settings);
        String data = wishes.data();
        if (program == null) {
            return null;
        }
        return around -> new ServiceSpec(
                wishes.id(),
                new ServiceCommand(
                        RedisServer.command(program),
                        List.of(),
                        wishes.environment(),
                        Map.of(RedisServer.FILE, RedisServer.configuration(written)),
                        baseDirectory),
                wishes.life(USUAL),
                data == null ? null : around.data(data),
                wishes.properties(),
                null);
    }
}
