package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The plan of services crosses from the Maven JVM to all others in a file. */
final class ServicePlanTest {
    @Property(tries = 200)
    void planIsReadAsItWasWritten(@ForAll("plans") ServicePlan plan) throws IOException {
        Path directory = Files.createTempDirectory("plan");
        try {
            Path file = directory.resolve("not yet there").resolve("services.properties");
            plan.write(file);
            assertEquals(plan, ServicePlan.read(file));
        } finally {
            FileTrees.delete(directory);
        }
    }

    @Example
    void absentFileIsAnEmptyPlan() throws IOException {
        assertEquals(ServicePlan.EMPTY, ServicePlan.read(Path.of("no", "such", "file")));
    }

    @Example
    void damagedPlanIsAnErrorThatNamesTheFileAndTheRemedy() throws IOException {
        Path file = Files.createTempFile("plan", ".properties");
        try {
            Files.writeString(file, "services=1\nservice.1.id=a\n");
            String message = assertThrows(IOException.class, () -> ServicePlan.read(file))
                    .toString();
            assertTrue(message.contains(file.toString()), message);
            assertTrue(message.contains("service.1.directory"), message);
            assertTrue(message.contains("mvn process-test-classes"), message);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<ServicePlan> plans() {
        Arbitrary<String> ids = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9);
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars(" =:#!\\\t\n%$'()@{}é漢x")
                .ofMinLength(0)
                .ofMaxLength(20);
        Arbitrary<Path> paths = ids.map(name -> Path.of("/cache dir", name));
        Arbitrary<Map<String, String>> maps = Arbitraries.maps(ids, texts).ofMaxSize(3);
        Arbitrary<ServiceCommand> commands = Combinators.combine(
                        texts.list().ofMinSize(1).ofMaxSize(12), texts.list().ofMaxSize(2), maps, maps, paths)
                .as(ServiceCommand::new);
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, 1_000_000).map(Duration::ofMillis);
        Arbitrary<ReadyCheck> checks = Arbitraries.oneOf(
                Arbitraries.of(
                        ReadyCheck.tcp(),
                        ReadyCheck.postgres(),
                        ReadyCheck.parse("http:/health?a=b"),
                        ReadyCheck.parse("log:^.*\\bready\\b: \\[x\\]")),
                texts.list().ofMaxSize(3).map(ReadyCheck::command));
        Arbitrary<ServiceLife> lives = Combinators.combine(
                        checks,
                        durations,
                        Arbitraries.of("TERM", "QUIT", "USR1"),
                        durations,
                        Arbitraries.of(RestorePolicy.values()))
                .as(ServiceLife::new);
        Arbitrary<Seed> data = Combinators.combine(ids, paths, texts)
                .as((id, path, digest) -> new Seed(id, path, SeedMode.COPY, digest))
                .injectNull(0.5);
        return Combinators.combine(ids, commands, lives, data, maps, paths.injectNull(0.5))
                .as(ServiceSpec::new)
                .list()
                .ofMaxSize(3)
                .map(ServicePlan::new);
    }
}
