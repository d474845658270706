package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.FixtureSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with the fixtures of a POM is said at once, with element and value. */
final class FixtureReaderTest {
    private final List<Fixture> fixtures = new ArrayList<>();
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void fourSourcesAreRead() throws Exception {
        Files.writeString(directory.resolve("data.csv"), "1,2");
        fixture("a", f -> f.url = "https://host/a.zip");
        fixture("b", f -> f.artifact = "g:a:zip:1");
        fixture("c", f -> f.path = "data.csv");
        fixture("d", f -> {
            f.command = new Command();
            f.command.mainClass = "demo.Generate";
            f.command.inputs.add("data.csv");
            f.command.arguments.add(null);
        });
        fixtures.get(0).unpack = "true";

        List<FixtureSpec> specs = reader().read(fixtures);
        assertEquals(
                List.of("url https://host/a.zip", "artifact g:a:zip:1", "path data.csv", "command demo.Generate"),
                specs.stream().map(spec -> spec.source().describe()).toList());
        assertTrue(specs.get(0).unpack());
    }

    @Test
    void allProblemsAreListedAtOnce() {
        fixture(null, f -> f.url = "ftp://host/x");
        fixture("../up", f -> f.artifact = "g:a");
        fixture("a", f -> f.path = "nowhere");
        fixture("b", f -> f.command = new Command());

        String message = message();
        assertTrue(message.startsWith("6 problems"), message);
        for (String expected : List.of(
                "<fixture> number 1: <id> is missing",
                "<url>ftp://host/x</url> must start with",
                "<fixture> '../up': <id>../up</id>",
                "<artifact>g:a</artifact>",
                "<path>nowhere</path> does not exist: " + directory.resolve("nowhere"),
                "<command> needs a <mainClass> or an <executable>")) {
            assertTrue(message.contains(expected), () -> expected + " is not in " + message);
        }
    }

    /** It would be another fixture after each build, with all earlier ones in it. */
    @Test
    void whatABuildWritesToIsNoFixture() throws IOException {
        Files.createDirectories(directory.resolve("target/data"));
        fixture("all", f -> f.path = ".");
        fixture("made", f -> f.path = "target/data");
        assertTrue(message().startsWith("1 problem"), this::message);
        assertTrue(
                message()
                        .contains("'all': <path>.</path> contains " + directory.resolve("target")
                                + ", where every build writes something"),
                this::message);
    }

    @Test
    void aLimitForWhatIsNotUnpackedIsAProblem() {
        fixture("a", f -> {
            f.url = "http://host/x.zip";
            f.unpackLimit = "1GB";
        });
        assertTrue(message().contains("'a': <unpackLimit> says how large an archive may become"), this::message);
    }

    @Test
    void sameIdTwiceIsAProblem() {
        fixture("a", f -> f.url = "http://host/x");
        fixture("a", f -> f.url = "http://host/y");
        assertTrue(message().contains("<id>a</id> is used twice"), this::message);
    }

    /** On many a disk they would be one directory. */
    @Test
    void idsThatDifferByCaseOnlyAreAProblem() {
        fixture("Data", f -> f.url = "http://host/x");
        fixture("data", f -> f.url = "http://host/y");
        assertTrue(message().contains("'data': <id>data</id> differs from <id>Data</id> by case only"), this::message);
    }

    /** Maven takes whatever is in a list for an element of it. */
    @Test
    void whatIsNoFixtureIsAProblemAmongTheOthers() {
        fixture("a", f -> f.url = "http://host/x");
        fixture("b", f -> f.url = "ftp://host/y");
        FixtureReader reader = reader();
        reader.checkElements(List.of("fixture", "fixtur"));
        String message = assertThrows(ConfigurationException.class, () -> reader.read(fixtures))
                .getMessage();
        assertTrue(message.startsWith("2 problems"), message);
        assertTrue(message.contains("<fixtures> has a <fixtur>; write <fixture>"), message);
    }

    @Test
    void fixtureNeedsExactlyOneSource() {
        fixture("none", f -> {});
        fixture("two", f -> {
            f.url = "http://host/x";
            f.artifact = "g:a:1";
        });
        assertTrue(message().contains("'none': it needs one of <url>"), this::message);
        assertTrue(message().contains("'two': it has <url> and <artifact>"), this::message);
    }

    @Test
    void seedModesAreReadAndOthersAreRefused() throws ConfigurationException {
        fixture("a", f -> {
            f.url = "http://host/x";
            f.seed = "link";
        });
        assertEquals(SeedMode.LINK, reader().read(fixtures).get(0).mode());
        fixture("b", f -> {
            f.url = "http://host/x";
            f.seed = "clone";
        });
        assertTrue(message().contains("<seed>clone</seed> is not a way to seed; write copy, link or shared"));
    }

    @Test
    void sizesAndTimesAreChecked() {
        fixture("a", f -> {
            f.url = "http://host/x";
            f.unpackLimit = "much";
        });
        fixture("b", f -> {
            f.command = new Command();
            f.command.mainClass = "demo.Generate";
            f.command.timeout = "soon";
        });
        assertTrue(message().contains("<unpackLimit>: 'much' is no size"), this::message);
        assertTrue(message().contains("<timeout>: 'soon' is not a duration"), this::message);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void executableIsAFileOfTheModuleOrAProgramOfTheMachine() throws Exception {
        Path script = Files.writeString(directory.resolve("make.sh"), "#!/bin/sh\n");
        executable("a", "./make.sh");
        executable("b", "./nowhere.sh");
        executable("c", "no-such-program");
        executable("d", "sh");
        fixtures.get(3).command.mainClass = "demo.Generate";
        String problems = message();
        for (String expected : List.of(
                "'a': <executable>./make.sh</executable> may not be executed: chmod +x " + script,
                "'b': <executable>./nowhere.sh</executable> is not a file: " + directory.resolve("nowhere.sh"),
                "'c': <executable>no-such-program</executable> is on no directory of the PATH",
                "'d': <command> has <mainClass> and <executable>")) {
            assertTrue(problems.contains(expected), () -> expected + " is not in " + problems);
        }

        fixtures.clear();
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        executable("a", "./make.sh");
        executable("b", "sh");
        List<FixtureSpec> specs = reader().read(fixtures);
        assertEquals("command ./make.sh", specs.get(0).source().describe());
        assertEquals("command sh", specs.get(1).source().describe());
    }

    private void executable(String id, String executable) {
        fixture(id, f -> {
            f.command = new Command();
            f.command.executable = executable;
        });
    }

    @Test
    void checksumAndUnpackAreChecked() throws IOException {
        fixture("a", f -> {
            f.url = "http://host/x";
            f.sha256 = "abc";
            f.unpack = "yes";
        });
        fixture("b", f -> {
            f.command = new Command();
            f.command.mainClass = "demo.Generate";
            f.unpack = "true";
        });
        assertTrue(message().contains("<sha256>abc</sha256>"), this::message);
        assertTrue(message().contains("<unpack>yes</unpack>"), this::message);
        assertTrue(message().contains("'b': <sha256>, <sha512> and <unpack> are for single files"), this::message);
    }

    @Test
    void urlsThatCannotWorkAreRefusedAndPasswordsAreNotRepeated() {
        fixture("a", f -> f.url = "http://host/${undefined}");
        fixture("b", f -> f.url = "http:///path");
        fixture("c", f -> f.url = "file:relative");
        fixture("d", f -> f.url = "https://user:hunter2@host/x");
        fixture("e", f -> f.url = "https://host/x#part");
        assertTrue(message().startsWith("5 problems"), this::message);
        assertTrue(!message().contains("hunter2"), this::message);
    }

    private void fixture(@Nullable String id, Consumer<Fixture> change) {
        Fixture fixture = new Fixture();
        fixture.id = id;
        change.accept(fixture);
        fixtures.add(fixture);
    }

    private String message() {
        ConfigurationException problems = assertThrows(ConfigurationException.class, () -> reader().read(fixtures));
        return String.valueOf(problems.getMessage());
    }

    private FixtureReader reader() {
        return new FixtureReader(directory, List.of(directory.resolve("target")));
    }
}
