package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Slot;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import io.github.isolation.settings.ReseedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker finds when it starts, whatever was prepared before and whoever else is there. */
final class ForkSitesTest {
    private ForkLayout layout;

    @BeforeEach
    void plan(@TempDir Path directory) throws IOException {
        layout = new ForkLayout(directory.resolve("isolation"));
        Path content = Files.createDirectories(directory.resolve("entry/content"));
        Files.writeString(content.resolve("words"), "hello");
        Seed seed = new Seed("data", content, SeedMode.COPY);
        Manifest.digest(content, Map.of()).write(seed.manifest());
        new SeedPlan(List.of(seed)).write(layout.seedPlan());
    }

    /** L09: prepare-forks cannot know of every slot. */
    @Test
    void whatNobodyPreparedIsMadeAndSeeded() throws IOException {
        ForkSite site = sites(ReseedPolicy.ON_REPLACE).prepare(7);
        assertEquals(7, site.slot());
        assertTrue(Files.isDirectory(layout.temporaryDirectory(7)));
        assertEquals("hello", Files.readString(copy(7)));
    }

    /** L08: another build in this directory has the slot. */
    @Test
    void aForkUsesTheSlotItHoldsAndNotItsNumber() throws IOException {
        try (Slot ofAnotherBuild = Slot.acquire(layout, 1)) {
            ForkSite site = sites(ReseedPolicy.ON_REPLACE).prepare(1);
            assertNotEquals(ofAnotherBuild.number(), site.slot());
            assertEquals(2, site.slot());
            assertEquals("hello", Files.readString(copy(2)));
            assertTrue(Files.notExists(layout.forkDirectory(1)), "the other build's");
        }
    }

    @Test
    void theNextWorkerFindsWhatTheOneBeforeChangedAsItWas() throws IOException {
        ForkSites sites = sites(ReseedPolicy.ON_REPLACE);
        sites.prepare(1);
        Files.writeString(copy(1), "changed");
        sites.prepare(1);
        assertEquals("hello", Files.readString(copy(1)));
    }

    @Test
    void unlessTheUserWantsThatLeftAlone() throws IOException {
        ForkSites sites = sites(ReseedPolicy.NEVER);
        sites.prepare(1);
        Files.writeString(copy(1), "changed");
        sites.prepare(1);
        assertEquals("changed", Files.readString(copy(1)));
    }

    @Test
    void whoeverListensHearsWhatWasDoneToTheFixturesOfWhichFork() throws IOException {
        List<Integer> forks = new ArrayList<>();
        ForkSites sites = sites(ReseedPolicy.ON_REPLACE);
        sites.listen((report, fork) -> forks.add(fork));
        sites.prepare(1);
        sites.prepare(2);
        sites.restore(1);
        assertEquals(List.of(1, 2, 1), forks);
    }

    @Test
    void whereThereAreNoFixturesThereIsNothingToHear() throws IOException {
        new SeedPlan(List.of()).write(layout.seedPlan());
        List<Integer> forks = new ArrayList<>();
        ForkSites sites = sites(ReseedPolicy.ON_REPLACE);
        sites.listen((report, fork) -> forks.add(fork));
        sites.prepare(1);
        assertEquals(List.of(), forks);
    }

    @Test
    void aForkKeepsItsSlotAndItsTemporaryFilesForTheNextWorker() throws IOException {
        ForkSites sites = sites(ReseedPolicy.ON_REPLACE);
        ForkSite first = sites.prepare(3);
        Path temporary = sites.temporaryDirectory(first);
        ForkSite next = sites.prepare(3);
        assertEquals(first.slot(), next.slot());
        assertEquals(temporary, sites.temporaryDirectory(next));
        assertEquals(first.ports(), next.ports());
        assertEquals(first.slot(), sites.look(3).slot());
        assertEquals(sites.runId(), next.runId());
    }

    @Test
    void portsThatWereAskedForAreTheForksOwn() throws IOException {
        ForkSites sites = new ForkSites(layout, 2, List.of("http"), ReseedPolicy.NEVER);
        int one = sites.prepare(1).ports().declared().getOrDefault("http", 0);
        int other = sites.prepare(2).ports().declared().getOrDefault("http", 0);
        assertNotEquals(one, other);
        assertEquals(one, sites.prepare(1).ports().declared().getOrDefault("http", 0));
    }

    @Test
    void propertiesOfServicesAreFilledForTheForkBeforeTheyRun() throws IOException {
        ForkSites sites = new ForkSites(layout, 2, List.of("http"), ReseedPolicy.NEVER);
        ServiceCommand command = new ServiceCommand(List.of("/bin/false"), layout.isolationDirectory());
        sites.provide(new ServicePlan(List.of(new ServiceSpec(
                "db", command, ServiceLife.USUAL, null, Map.of("url", "@{fork}:@{port}:@{password}"), null))));
        ForkSite site = sites.look(2);
        int port = site.ports().declared().getOrDefault("db", 0);
        String password = sites.services().secrets().get(0);
        assertEquals("2:" + port + ":" + password, site.systemProperties().get("url"));
        assertEquals(Integer.toString(port), site.systemProperties().get("isolation.port.db"));
        assertEquals(site.systemProperties(), sites.prepare(2).systemProperties(), "for the next worker");
    }

    /** What tests of a build have left that died or failed. */
    @Test
    void copiesOfAnEarlierBuildAreRemovedOnce() throws IOException {
        Path left = Files.createDirectories(layout.copies(1).resolve("x"));
        ForkSites sites = sites(ReseedPolicy.ON_REPLACE);
        sites.prepare(1);
        assertTrue(Files.notExists(left));
        Files.createDirectories(left);
        sites.prepare(1);
        assertTrue(Files.exists(left), "of the test that runs");
    }

    private Path copy(int slot) {
        return layout.fixtures(slot).resolve("data/words");
    }

    private ForkSites sites(ReseedPolicy policy) {
        return new ForkSites(layout, 2, List.of(), policy);
    }
}
