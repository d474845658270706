package io.github.isolation.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.InNoFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes that ask for fixtures, in Jupiter itself: what each finds, and what is left (L04). */
final class FixtureExtensionTest {
    private final Properties saved = (Properties) System.getProperties().clone();
    private final InNoFork noFork = new InNoFork();
    private Path copies = Path.of("");
    private Path source = Path.of("");

    @BeforeEach
    void planAFixture(@TempDir Path directory) throws IOException {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("isolation."))
                .forEach(System::clearProperty);
        System.setProperty(ForkProperties.DIRECTORY, directory.toString());
        System.setProperty("fixture.samples", "true");
        copies = directory.resolve("forks/main/copies");
        source = Files.writeString(directory.resolve("source"), "rows");
        new SeedPlan(List.of(new Seed("db", source, SeedMode.COPY))).write(new ForkLayout(directory).seedPlan());
        FixtureSamples.SEEN.clear();
    }

    @AfterEach
    void restore() {
        System.setProperties(saved);
        noFork.close();
    }

    @Test
    void everyTestHasItsOwnCopyInParametersAndFieldsAndItIsGoneAfterwards() throws IOException {
        run(FixtureSamples.OwnCopies.class).testEvents().assertStatistics(count -> count.started(4)
                .succeeded(4));
        assertEquals(4, FixtureSamples.SEEN.stream().distinct().count());
        assertEquals(List.of(), left());
        assertEquals("rows", Files.readString(source));
    }

    @Test
    void aClassSharesItsCopyAlsoWithTheClassesNestedInIt() throws IOException {
        run(FixtureSamples.SharedByTheClass.class).testEvents().assertStatistics(count -> count.started(2)
                .succeeded(2));
        assertEquals(1, FixtureSamples.SEEN.stream().distinct().count());
        assertEquals(List.of(), left());
    }

    @Test
    void forkAndCacheScopesGiveWhatTheyAreNamedAfter() throws IOException {
        run(FixtureSamples.ForkAndCache.class).testEvents().assertStatistics(count -> count.started(1)
                .succeeded(1));
        assertEquals(List.of(source.getParent().resolve("forks/main/fixtures/db"), source), FixtureSamples.SEEN);
    }

    @Test
    void theCopiesOfTestsThatFailAreKeptIfAsked() throws IOException {
        run(FixtureSamples.Fails.class).testEvents().assertStatistics(count -> count.failed(2)
                .succeeded(1));
        assertEquals(List.of("Fails.kept"), left());
        assertEquals("changed", Files.readString(only(copies, "Fails.kept").resolve("db")));
    }

    @Test
    void whatADynamicTestHadIsKeptIfItFails() throws IOException {
        run(FixtureSamples.DynamicFails.class).testEvents().assertStatistics(count -> count.failed(1)
                .succeeded(1));
        assertEquals(List.of("DynamicFails", "DynamicFails.kept"), left());
    }

    @Test
    void whatIsAbortedHasNotFailed() throws IOException {
        run(FixtureSamples.Aborts.class).testEvents().assertStatistics(count -> count.aborted(2));
        assertEquals(List.of(), left());
    }

    @Test
    void aClassKeepsItsCopyIfOneOfItsTestsFailed() throws IOException {
        run(FixtureSamples.ClassFails.class).testEvents().assertStatistics(count -> count.failed(1)
                .succeeded(1));
        assertEquals(List.of("ClassFails"), left());
    }

    @Test
    void whatCannotBeIsAnErrorThatSaysWhatToWrite() {
        EngineExecutionResults results = run(FixtureSamples.Impossible.class);
        List<String> messages = Stream.concat(
                        results.containerEvents().failed().stream(), results.testEvents().failed().stream())
                .map(FixtureExtensionTest::message)
                .toList();
        assertTrue(
                messages.stream().anyMatch(text -> text.contains("a Path or a File, not a java.lang.String")),
                messages::toString);
        assertTrue(messages.stream().anyMatch(text -> text.contains("there is no fixture 'bd'")), messages::toString);
        EngineExecutionResults tooLong = run(FixtureSamples.LivesTooLong.class);
        assertTrue(
                message(tooLong.containerEvents().failed().stream().findFirst().orElseThrow())
                        .contains("scope = Scope.CLASS"));
    }

    private static String message(Event event) {
        StringBuilder text = new StringBuilder();
        Throwable at = event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        for (; at != null; at = at.getCause()) {
            text.append(at).append('\n');
        }
        return text.toString();
    }

    private static EngineExecutionResults run(Class<?> samples) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(samples))
                .execute();
    }

    /** Whose copies are still there. */
    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(copies)) {
            return files.map(file -> file.getFileName().toString().replaceAll("-\\d+$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Path only(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
