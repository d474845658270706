package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import io.github.isolation.fork.Jvm;
import io.github.isolation.fork.RetireRequest;
import io.github.isolation.fork.SlotHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests call answers in a fork and in an IDE alike (L10). */
final class IsolationTest {
    private Path directory;

    private Properties saved = new Properties();
    private final InNoFork noFork = new InNoFork();

    @BeforeEach
    void beInNoFork(@TempDir Path empty) {
        directory = empty;
        saved = (Properties) System.getProperties().clone();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("isolation."))
                .forEach(System::clearProperty);
        System.setProperty(ForkProperties.DIRECTORY, directory.toString());
    }

    @AfterEach
    void restore() {
        System.setProperties(saved);
        noFork.close();
    }

    @Test
    void inAForkItAnswersWhatTheSupervisorSet() {
        beInFork2();

        assertEquals(new Fork("2", 4, "run-1", directory.resolve("forks/2"), 3), Isolation.fork());
        assertFalse(Isolation.fork().isMain());
        assertEquals("localhost-fork2", Isolation.name("localhost"));
        assertEquals(directory.resolve("forks/2/fixtures/db"), Isolation.fixture("db"));
    }

    @Test
    void inAForkAnUnknownFixtureIsAnErrorThatListsTheKnownOnes() throws IOException {
        beInFork2();
        writePlan("rows");

        String message = assertThrows(IllegalArgumentException.class, () -> Isolation.fixture("bd"))
                .toString();
        assertTrue(message.contains("'bd'") && message.contains("[db]"), message);
    }

    @Test
    void halfAForkIsAnErrorThatNamesTheMissingProperty() {
        System.setProperty(ForkProperties.FORK, "2");

        String message =
                assertThrows(IllegalStateException.class, Isolation::fork).toString();
        assertTrue(message.contains(ForkProperties.FORKS), message);
    }

    @Test
    void outsideOfAForkTheSlotIsMain() {
        Fork fork = Isolation.fork();

        assertTrue(fork.isMain());
        assertEquals(directory.resolve("forks/main"), fork.directory());
        assertEquals(1, fork.count());
        assertEquals("localhost-main", Isolation.name("localhost"));
    }

    @Test
    void withoutAnythingConfiguredTheDirectoryIsBelowTarget() {
        System.clearProperty(ForkProperties.DIRECTORY);

        assertEquals(
                Path.of("target/isolation/forks/main").toAbsolutePath(),
                Isolation.fork().directory());
    }

    @Test
    void mainIsSeededFromThePlanOnFirstUse() throws IOException {
        writePlan("rows");

        Path fixture = Isolation.fixture("db");
        assertEquals(directory.resolve("forks/main/fixtures/db"), fixture);
        assertEquals("rows", Files.readString(fixture));
        Files.writeString(fixture, "changed by one test, for the next");
        assertEquals("changed by one test, for the next", Files.readString(Isolation.fixture("db")));
    }

    @Test
    void unknownFixtureInMainIsAnErrorThatSaysWhatToRun() throws IOException {
        writePlan("rows");

        String message = assertThrows(IllegalArgumentException.class, () -> Isolation.fixture("bd"))
                .toString();
        assertTrue(message.contains("'bd'") && message.contains("[db]"), message);
        assertTrue(message.contains("mvn process-test-classes"), message);
    }

    @Test
    void aCopyIsAsTheFixtureIsInTheCacheWhateverTheForkDidToItsOwn(@TempDir Path own) throws IOException {
        writePlan("rows");
        Files.writeString(Isolation.fixture("db"), "changed");

        Path copy = Isolation.fixtureCopy("db", own);
        assertEquals(own.resolve("db"), copy);
        assertEquals("rows", Files.readString(copy));
        String message = assertThrows(UncheckedIOException.class, () -> Isolation.fixtureCopy("db", own))
                .toString();
        assertTrue(message.contains("something already"), message);
    }

    @Test
    void whatIsReadInTheCacheIsLookedAtAfterwards() throws IOException {
        writePlan("rows");
        SeedPlan plan = SeedPlan.read(new ForkLayout(directory).seedPlan());
        Seed seed = plan.seeds().get(0);
        Manifest.scan(seed.source(), Map.of()).write(seed.manifest());
        ReadOnlyFixtures watch = new ReadOnlyFixtures(plan, new ForkLayout(directory).changedFixtures());

        Files.writeString(seed.source(), "written by nobody who asked");
        assertEquals(List.of(), watch.changed());
        Isolation.cachedFixture("db");
        assertEquals(1, watch.changed().size());
        watch.forget();
        assertEquals(List.of(), watch.changed());
    }

    @Test
    void mainIsRefusedWhileAnotherProcessHasIt() throws Exception {
        writePlan("rows");
        Process other = Jvm.start(SlotHolder.class, directory.toString(), ForkLayout.MAIN);
        try {
            other.inputReader().readLine();
            String message = assertThrows(IllegalStateException.class, () -> Isolation.fixture("db"))
                    .toString();
            assertTrue(message.contains("process " + other.pid()), message);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertEquals("rows", Files.readString(Isolation.fixture("db")));
    }

    @Test
    void whatWouldMeanNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Isolation.lock());
        assertThrows(IllegalArgumentException.class, () -> Isolation.readLock());
        assertThrows(IllegalArgumentException.class, () -> Isolation.retire(" "));
    }

    /** Made once, in a static field, say, and found in a text when what failed is tried again in the same JVM. */
    @Test
    void aNameIsTurnedBackInWhateverAttempt() {
        beInFork2();
        String table = Isolation.name("Audit log", Naming.POSTGRES_IDENTIFIER);
        assertEquals("select Audit log", Isolation.normalize("select " + table));
        System.setProperty(ForkProperties.ATTEMPT, "4");
        assertEquals(4, Isolation.fork().attempt());
        assertEquals("select Audit log", Isolation.normalize("select " + table));
    }

    @Test
    void aNameForAServerThatBuildsShareHasTheRunInIt() {
        beInFork2();
        assertEquals("orders-run-1-fork2", Isolation.uniqueName("orders"));
        assertTrue(Isolation.uniqueName("orders", Naming.POSTGRES_IDENTIFIER).endsWith("_fork2"));
        assertEquals("orders of ", Isolation.normalize("orders-run-1-fork2 of "));
    }

    @Test
    void inAForkAWishToRetireIsLeftForItsWorkerAndElsewhereItIsNone() {
        Isolation.retire("after the context was lost");
        assertNull(RetireRequest.take());
        beInFork2();
        Isolation.retire("after the context was lost");
        assertEquals("after the context was lost", RetireRequest.take());
    }

    @Test
    void aFixtureInTheCacheThatIsNoneIsAnErrorThatListsTheKnownOnes() throws IOException {
        String missing = assertThrows(IllegalArgumentException.class, () -> Isolation.cachedFixture("bd"))
                .toString();
        assertTrue(missing.contains("is missing: nothing was prepared"), missing);
        writePlan("rows");
        String known = assertThrows(IllegalArgumentException.class, () -> Isolation.cachedFixture("../db"))
                .toString();
        assertTrue(known.contains("knows [db]"), known);
    }

    private void writePlan(String content) throws IOException {
        Path source = Files.writeString(directory.resolve("source"), content);
        new SeedPlan(List.of(new Seed("db", source, SeedMode.COPY))).write(new ForkLayout(directory).seedPlan());
    }

    private void beInFork2() {
        System.setProperty(ForkProperties.FORK, "2");
        System.setProperty(ForkProperties.FORKS, "4");
        System.setProperty(ForkProperties.RUN, "run-1");
        System.setProperty(
                ForkProperties.FORK_DIRECTORY, directory.resolve("forks/2").toString());
        System.setProperty(ForkProperties.ATTEMPT, "3");
        System.setProperty(
                ForkProperties.FIXTURE_PREFIX + "db",
                directory.resolve("forks/2/fixtures/db").toString());
    }
}
