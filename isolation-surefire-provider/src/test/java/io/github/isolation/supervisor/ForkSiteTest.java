package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the worker of a fork, and what its tests start, are told of their place. */
final class ForkSiteTest {
    private static final ForkLayout LAYOUT = new ForkLayout(Path.of("/module/target/isolation"));

    @TempDir
    private Path directory;

    @Test
    void testsSeeTheirForkAndItsCopiesOfFixtures() {
        Seed copied = new Seed("words", Path.of("/cache/words/content"), SeedMode.COPY);
        Seed shared = new Seed("model", Path.of("/cache/model/content"), SeedMode.SHARED);
        Map<String, String> seen = site(new SeedPlan(List.of(copied, shared)), new SitePorts(null, Map.of()))
                .systemProperties();
        assertEquals("2", seen.get(ForkProperties.FORK));
        assertEquals("4", seen.get(ForkProperties.FORKS));
        assertEquals("r1", seen.get(ForkProperties.RUN));
        assertEquals("1", seen.get(ForkProperties.ATTEMPT));
        assertEquals(LAYOUT.isolationDirectory().toString(), seen.get(ForkProperties.DIRECTORY));
        assertEquals(LAYOUT.forkDirectory(2).toString(), seen.get(ForkProperties.FORK_DIRECTORY));
        assertEquals(LAYOUT.fixtures(2).resolve("words").toString(), seen.get(ForkProperties.FIXTURE_PREFIX + "words"));
        assertEquals("/cache/model/content", seen.get(ForkProperties.FIXTURE_PREFIX + "model"));
        assertFalse(seen.containsKey(ForkProperties.PORT_BLOCK), "it has none");
    }

    @Test
    void programsSeeTheSameForkInTheirEnvironment() {
        assertEquals(
                Map.of(
                        "ISOLATION_FORK", "2",
                        "ISOLATION_FORKS", "4",
                        "ISOLATION_RUN", "r1",
                        "ISOLATION_FORK_DIRECTORY", LAYOUT.forkDirectory(2).toString()),
                site(new SeedPlan(List.of()), new SitePorts(null, Map.of())).environment());
    }

    @Test
    void whatStandsForTheForkAndItsPortsIsFilledIn() {
        ForkSite site = site(new SeedPlan(List.of()), new SitePorts(20_050, Map.of("http", 20_051, "jmx", 20_052)));
        String http = Wiring.portPlaceholder("http");
        String other = Wiring.portPlaceholder("other");
        String fork = Wiring.FORK_NUMBER;
        assertEquals(
                "-Dport=20051 -Ddb=db2 -Dagain=20051 " + other,
                site.fillIn("-Dport=" + http + " -Ddb=db" + fork + " -Dagain=" + http + " " + other));
        assertEquals("20050", site.systemProperties().get(ForkProperties.PORT_BLOCK));
        assertEquals("20051", site.systemProperties().get(ForkProperties.PORT_PREFIX + "http"));
        assertEquals("20052", site.systemProperties().get(ForkProperties.PORT_PREFIX + "jmx"));
    }

    @Test
    void whatStandsForAPropertyOfAServiceIsFilledIn() {
        ForkSite site = new ForkSite(
                2,
                4,
                "r1",
                LAYOUT,
                new SeedPlan(List.of()),
                new SitePorts(null, Map.of()),
                Map.of("jdbc.url", "jdbc:x:20051", "jdbc.url.other", "y"));
        assertEquals(
                "url=jdbc:x:20051?a and y and @isolation.service.none@",
                site.fillIn("url=@isolation.service.jdbc.url@?a and @isolation.service.jdbc.url.other@ and "
                        + Wiring.servicePlaceholder("none")));
        assertEquals("jdbc:x:20051", site.systemProperties().get("jdbc.url"));
    }

    @Test
    void portsOfAForkStayTheSameForItsNextWorker() throws IOException {
        Path book = directory.resolve("ports-2.properties");
        SitePorts first = SitePorts.of(20_050, book, List.of("http", "jmx"));
        SitePorts next = SitePorts.of(20_050, book, List.of("jmx", "http"));
        assertEquals(first.declared(), next.declared());
        assertEquals(2, first.declared().values().stream().distinct().count());
    }

    @Test
    void withoutABlockThereAreNoPortsAndNothingIsWritten() throws IOException {
        Path book = directory.resolve("ports-2.properties");
        SitePorts none = SitePorts.of(null, book, List.of());
        assertNull(none.block());
        assertEquals(Map.of(), none.systemProperties());
        assertFalse(Files.exists(book));
    }

    @Test
    void fixturesThatNobodyHasEverPreparedAreALineThatSaysWhatToRun() throws IOException {
        ForkLayout layout = new ForkLayout(directory);
        String line = UnpreparedFixtures.line(layout, "words,model").orElseThrow();
        assertTrue(line.startsWith("isolation: no fixture is prepared (words, model): " + layout.seedPlan()), line);
        assertTrue(line.contains("mvn process-test-classes surefire:test"), line);
        assertEquals(Optional.empty(), UnpreparedFixtures.line(layout, ""), "none are declared");
        new SeedPlan(List.of()).write(layout.seedPlan());
        assertEquals(Optional.empty(), UnpreparedFixtures.line(layout, "words,model"));
    }

    private static ForkSite site(SeedPlan plan, SitePorts ports) {
        return new ForkSite(2, 4, "r1", LAYOUT, plan, ports);
    }
}
