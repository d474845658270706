package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.server.MariadbServer;
import io.github.isolation.maven.server.ServerSpec;
import io.github.isolation.service.Placeholders;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code <mariadb>} of a service: a MariaDB server for each fork, on its own copy of data that was made once. */
public class Mariadb implements ServicePreset {
    private static final ServiceLife USUAL = new ServiceLife(
            ReadyCheck.tcp(), Duration.ofMinutes(1), "TERM", Duration.ofSeconds(20), RestorePolicy.ON_REPLACE);

    @Nullable
    String home;

    @Nullable
    Command fill;

    Map<String, @Nullable String> settings = new LinkedHashMap<>();

    private final List<@Nullable String> sql = new ArrayList<>();

    /** Called by Maven for each {@code <sql>}. */
    public void setSql(@Nullable String file) {
        sql.add(file);
    }

    @Override
    public String element() {
        return "<mariadb>";
    }

    @Override
    public @Nullable ServiceDraft read(ServiceWishes wishes, Path baseDirectory) {
        ServerReader reader = new ServerReader(baseDirectory, wishes.problems());
        reader.refuseData(element(), "its <sql> and <fill>", wishes);
        Path program = reader.program(MariadbServer.PROGRAMS, home, element());
        ServerSpec spec = new ServerSpec(
                Optional.empty(),
                Optional.empty(),
                reader.files("sql", sql),
                reader.fill(fill),
                reader.settings(settings));
        return program == null ? null : around -> prepare(program, spec, wishes, baseDirectory, around);
    }

    private static ServiceSpec prepare(
            Path program, ServerSpec spec, ServiceWishes wishes, Path baseDirectory, ServicePreparation around)
            throws IOException {
        MariadbServer server = MariadbServer.find(program, spec);
        CachedFixture made = server.data(wishes.id(), around.cache());
        around.tell(wishes.id(), server.origin(), made);
        return new ServiceSpec(
                wishes.id(),
                new ServiceCommand(
                        server.command("@{" + Placeholders.DATA + "}", "@{" + Placeholders.PORT + "}"),
                        List.of(),
                        wishes.environment(),
                        Map.of(),
                        baseDirectory),
                wishes.life(USUAL),
                new Seed("data", made.content(), SeedMode.COPY, made.digest()),
                wishes.properties(),
                MariadbServer.passwordFile(made.content()));
    }
}
