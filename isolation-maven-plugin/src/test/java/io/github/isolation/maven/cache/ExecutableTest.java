package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command that is no Java: a script of the module, run once for what it was made from. */
@DisabledOnOs(OS.WINDOWS)
final class ExecutableTest {
    private Path directory;
    private Path input;

    @BeforeEach
    void useDirectory(@TempDir Path empty) throws IOException {
        directory = empty;
        input = Files.writeString(empty.resolve("schema.sql"), "create table a");
    }

    @Test
    void scriptGetsItsArgumentsAndItsDirectoryTwiceAndRunsInTheModule() throws IOException {
        Path script =
                script("test \"$ISOLATION_TARGET\" = \"$3\" && printf %s \"$1,$2,$(cat schema.sql)\" > \"$3/out\"");

        CachedFixture made = make(script, Duration.ofMinutes(1), "one", "two words");
        assertEquals(
                "one,two words,create table a", Files.readString(made.content().resolve("out")));
        assertEquals("command ./make.sh", made.manifest().about().get("source"));
    }

    @Test
    void itRunsAgainWhenItOrAnInputIsChangedAndOnlyThen() throws IOException {
        Path script = script("cp schema.sql \"$1\"");
        assertTrue(make(script, Duration.ofMinutes(1)).fetched());
        assertFalse(make(script, Duration.ofMinutes(1)).fetched());
        Files.writeString(input, "create table b");
        CachedFixture other = make(script, Duration.ofMinutes(1));
        assertTrue(other.fetched());
        assertEquals("create table b", Files.readString(other.content().resolve("schema.sql")));
        assertTrue(make(script("cp schema.sql \"$1\" # better"), Duration.ofMinutes(1))
                .fetched());
    }

    @Test
    void failureShowsItsOutputAndLeavesNoEntry() throws IOException {
        Path script = script("echo half > \"$1/half\"; echo 'no such table' >&2; exit 7");

        String message = assertThrows(IOException.class, () -> make(script, Duration.ofMinutes(1)))
                .toString();
        assertTrue(message.contains("exit status 7") && message.contains("no such table"), message);
        Path log = new ForkLayout(directory.resolve("target/isolation")).commandLog("made");
        assertTrue(message.contains(log.toString()), message);
        assertEquals(List.of(), CacheEntry.all(new CacheLayout(directory.resolve("cache"))));
    }

    @Test
    void scriptThatHangsIsEndedWithWhatItStarted() throws IOException {
        Path script = script("sleep 600 & echo $! > child; wait");

        String message = assertThrows(IOException.class, () -> make(script, Duration.ofSeconds(6)))
                .toString();
        assertTrue(message.contains("6 s (<timeout>)"), message);
        long child = Long.parseLong(Files.readString(directory.resolve("child")).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(child);
        left.ifPresent(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(directory.resolve("make.sh"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private CachedFixture make(Path script, Duration timeout, String... arguments) throws IOException {
        CommandSource source = new CommandSource(
                new Program.Executable("./make.sh", script, true), List.of(arguments), List.of(input), timeout);
        FixtureCache cache = new FixtureCache(new CacheLayout(directory.resolve("cache")), Builds.online(directory));
        return cache.require(new FixtureSpec("made", source, null, false, 0, SeedMode.COPY));
    }
}
