package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command runs once, and again when something it was made from has changed. */
final class CommandSourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Program GENERATE = new Program.MainClass("demo.Generate");
    private static final Program MAKES_FIXTURE = new Program.MainClass(MakesFixture.class.getName());

    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void programGetsItsDirectoryTwiceAndRunsInTheModule() throws IOException {
        Path content = make("write", "two words", "\"quoted\\").content();

        assertEquals(List.of("write", "two words", "\"quoted\\"), Files.readAllLines(content.resolve("arguments")));
        assertEquals(directory.toRealPath().toString(), Files.readString(content.resolve("working directory")));
    }

    @Test
    void secondBuildDoesNotRunItAgain() throws IOException {
        assertTrue(make("write").fetched());
        assertFalse(make("write").fetched());
        assertTrue(make("write", "other").fetched());
    }

    @Test
    void failureShowsTheEndOfItsOutputAndWhereTheRestIs() throws IOException {
        String message = assertThrows(IOException.class, () -> make("fail")).toString();

        assertTrue(message.contains("exit status 3"), message);
        assertTrue(message.contains("line 60") && !message.contains("line 1\n"), message);
        Path log = new ForkLayout(directory.resolve("target/isolation")).commandLog("made");
        assertTrue(message.contains(log.toString()), message);
        assertTrue(Files.readString(log).contains("line 1\n"));
    }

    @Test
    void programThatMakesNothingIsAnError() {
        String message = assertThrows(IOException.class, () -> make("nothing")).toString();

        assertTrue(message.contains("left its directory empty"), message);
    }

    @Test
    void changedInputIsAnotherFixture() throws IOException {
        Path input = Files.writeString(directory.resolve("schema.sql"), "create table a");
        CommandSource source = new CommandSource(GENERATE, List.of(), List.of(input), PATIENCE);
        List<String> before = source.identity(build(List.of(), "derby:10.16"));
        Files.writeString(input, "create table b");

        assertNotEquals(before, source.identity(build(List.of(), "derby:10.16")));
    }

    @Test
    void changedDependencyIsAnotherFixture() throws IOException {
        CommandSource source = new CommandSource(GENERATE, List.of(), List.of(), PATIENCE);

        assertNotEquals(
                source.identity(build(List.of(), "derby:10.16")), source.identity(build(List.of(), "derby:10.17")));
    }

    @Test
    void recompiledProgramIsAnotherFixtureAndRecompiledTestsAreNot() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes/demo"));
        Files.writeString(classes.resolve("Generate.class"), "1");
        Files.writeString(classes.resolve("Generate$Rows.class"), "1");
        CommandSource source = new CommandSource(GENERATE, List.of(), List.of(), PATIENCE);
        FetchContext build = build(List.of(directory.resolve("classes")), "derby");
        List<String> before = source.identity(build);

        Files.writeString(classes.resolve("GenerateTest.class"), "1");
        assertEquals(before, source.identity(build));
        Files.writeString(classes.resolve("Generate$Rows.class"), "2");
        assertNotEquals(before, source.identity(build));
    }

    @Test
    void noTimeMeansNoLimit() throws IOException {
        CommandSource source = new CommandSource(MAKES_FIXTURE, List.of("write"), List.of(), Duration.ZERO);

        assertTrue(make(source).fetched());
    }

    /** Neither it nor what it had started is left. */
    @Test
    void programThatHangsIsEndedWithWhatItStarted() throws IOException {
        CommandSource source = new CommandSource(MAKES_FIXTURE, List.of("hang"), List.of(), Duration.ofSeconds(10));

        String message = assertThrows(IOException.class, () -> make(source)).toString();
        assertTrue(message.contains("10 s (<timeout>)"), message);
        Matcher child = Pattern.compile("child (\\d+)").matcher(message);
        assertTrue(child.find(), message);
        Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(child.group(1)));
        left.ifPresent(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    /** A JVM takes longer than the millisecond after which this one wants to know. */
    @Test
    void programThatTakesLongIsSpokenOfWhileItRuns() throws IOException {
        CommandSource source = new CommandSource(MAKES_FIXTURE, List.of("write"), List.of(), PATIENCE);
        FetchContext around = Builds.online(directory);
        new CommandRun(around, Duration.ofMillis(1))
                .run("made", source, Files.createDirectory(directory.resolve("target")));

        List<String> said = ((RecordingLog) around.log()).lines();
        String log = around.forks().commandLog("made").toString();
        assertEquals("INFO isolation: fixture 'made' is being made since 0 s; its output is in " + log, said.get(0));
    }

    private CachedFixture make(String... arguments) throws IOException {
        return make(new CommandSource(MAKES_FIXTURE, List.of(arguments), List.of(), PATIENCE));
    }

    private CachedFixture make(CommandSource source) throws IOException {
        FixtureCache cache = new FixtureCache(new CacheLayout(directory.resolve("cache")), Builds.online(directory));
        return cache.require(new FixtureSpec("made", source, null, false, 0, SeedMode.COPY));
    }

    private FetchContext build(List<Path> classPath, String dependency) {
        return new FetchContext(
                directory,
                classPath,
                List.of(dependency),
                new ForkLayout(directory),
                Builds.NO_ARTIFACTS,
                Builds.HTTP,
                pause -> {},
                false,
                new RecordingLog());
    }
}
