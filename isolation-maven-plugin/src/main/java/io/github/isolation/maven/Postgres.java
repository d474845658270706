package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.server.PostgresServer;
import io.github.isolation.maven.server.RunAs;
import io.github.isolation.maven.server.ServerSpec;
import io.github.isolation.maven.server.ThisMachine;
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
import org.jspecify.annotations.Nullable;

/** The {@code <postgres>} of a service: a PostgreSQL server for each fork, on its own copy of data that was made once. */
public class Postgres implements ServicePreset {
    private static final ServiceLife USUAL = new ServiceLife(
            ReadyCheck.postgres(), Duration.ofMinutes(1), "QUIT", Duration.ofSeconds(10), RestorePolicy.ON_REPLACE);

    @Nullable
    String version;

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
        return "<postgres>";
    }

    @Override
    public @Nullable ServiceDraft read(ServiceWishes wishes, Path baseDirectory) {
        Problems problems = wishes.problems();
        ServerReader reader = new ServerReader(baseDirectory, problems);
        reader.refuseData(element(), "its <sql> and <fill>", wishes);
        if (home != null && version != null) {
            problems.add("<postgres> has <home> and <version>; a directory has the version that it has");
        }
        ServerSpec spec = new ServerSpec(
                reader.home(home),
                reader.version(version),
                reader.files("sql", sql),
                reader.fill(fill),
                reader.settings(settings));
        return around -> prepare(spec, wishes, baseDirectory, around);
    }

    private static ServiceSpec prepare(
            ServerSpec spec, ServiceWishes wishes, Path baseDirectory, ServicePreparation around) throws IOException {
        RunAs runAs = RunAs.of(around.runAs(), new ThisMachine());
        PostgresServer server = PostgresServer.find(spec, around.cache(), runAs);
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
                server.passwordFile(made.content()));
    }
}
