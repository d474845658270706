package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.PathSource;
import io.github.isolation.maven.cache.RecordingLog;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told of fixtures on their way into the cache. */
class CachePreparationTest {
    private final RecordingLog log = new RecordingLog();
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void allThatCannotBeHadAreNamedAtOnceAndTheOthersAreThereForTheNextBuild() throws IOException {
        Files.writeString(directory.resolve("there"), "content");
        List<FixtureSpec> specs = List.of(spec("gone"), spec("there"), spec("lost"));
        String message = String.valueOf(
                assertThrows(IOException.class, () -> prepare(specs)).getMessage());
        assertTrue(message.startsWith("2 of 3 fixtures cannot be had:\n  - fixture 'gone'"), message);
        assertTrue(message.contains("\n  - fixture 'lost'"), message);
        assertTrue(
                log.lines().get(0).contains("fixture 'there' from path there"),
                log.lines().toString());
    }

    @Test
    void oneThatCannotBeHadIsSaidAsItIs() {
        String message = String.valueOf(assertThrows(IOException.class, () -> prepare(List.of(spec("gone"))))
                .getMessage());
        assertTrue(message.startsWith("fixture 'gone'"), message);
        assertEquals(List.of(), log.lines());
    }

    /** L34: so that it can be copied into the POM. */
    @Test
    void theChecksumOfWhatHasNoneInThePomIsShown() throws IOException {
        Path file = Files.writeString(directory.resolve("there"), "content");
        prepare(List.of(spec("there")));
        String line = log.lines().get(0);
        assertTrue(line.endsWith(", sha256 " + FileDigest.sha256(file)), line);
    }

    /** What a server's preset has made is called "data", too. */
    @Test
    void dataOfAServiceAreNotSeededOnceMoreAndAFixtureOfTheSameNameIs() {
        Seed ofTests = seed("data", "entries/data/1/content");
        Seed ofService = seed("dump", "entries/dump/2/content");
        SeedPlan plan = new SeedPlan(List.of(ofTests, ofService));
        ServicePlan services = new ServicePlan(
                List.of(service("db", seed("data", "entries/db/3/content")), service("cache", ofService)));
        assertEquals(
                List.of(ofTests), CachePreparation.withoutDataOf(services, plan).seeds());
    }

    private Seed seed(String id, String place) {
        return new Seed(id, directory.resolve(place), SeedMode.COPY);
    }

    private ServiceSpec service(String id, Seed data) {
        ServiceCommand command = new ServiceCommand(List.of("server"), List.of(), Map.of(), Map.of(), directory);
        ServiceLife life = new ServiceLife(
                ReadyCheck.tcp(), Duration.ofMinutes(1), "TERM", Duration.ofSeconds(1), RestorePolicy.ON_REPLACE);
        return new ServiceSpec(id, command, life, data, Map.of(), null);
    }

    private FixtureSpec spec(String id) {
        return new FixtureSpec(id, new PathSource(directory.resolve(id), id), null, false, 0, SeedMode.COPY);
    }

    private void prepare(List<FixtureSpec> specs) throws IOException {
        FetchContext around = new FetchContext(
                directory,
                List.of(),
                List.of(),
                new ForkLayout(directory.resolve("isolation")),
                artifact -> {
                    throw new AssertionError(artifact);
                },
                (url, target, resume, progress) -> {
                    throw new AssertionError(url);
                },
                pause -> {},
                false,
                log);
        new CachePreparation(new FixtureCache(new CacheLayout(directory.resolve("cache")), around), log).prepare(specs);
    }
}
