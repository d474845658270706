package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.cache.FetchesFixtures;
import io.github.isolation.maven.cache.FixtureSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and tokens in addresses are in no line of the log, no error, no stack trace and no file. */
final class SecretsTest {
    private static final String SECRET = "S3cr3t";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://u:S3cr3t@host/x",
                "ftp://u:S3cr3t@host/x",
                "sftp://u:S3cr3t@host/x",
                "https://u:S3cr3t@host_a/x",
                "https://u:S3cr3t x@host/x",
                "https://u:S3cr3t%zz@host/x",
                "https://u:S3cr3t%40host/x",
                "https://u:p@S3cr3t@host/x",
                "https://S3cr3t@host_a/x",
                "https://u:S3cr3t/y@host/x",
                "https://u:S3cr3t?y@host/x",
                "https://u:S3cr3t#y@host/x",
                "https://u:S3cr3t\\y@host/x",
                "https://u:S3cr3t@[::1/x",
                "https:/u:S3cr3t@host/x",
                "https:u:S3cr3t@host/x",
                "//u:S3cr3t@host/x",
                "u:S3cr3t@host/x",
                "file://u:S3cr3t@host/x",
                "https://host_a/x?token=S3cr3t",
                "https://host/x y?token=S3cr3t",
                "https://host/x#access_token=S3cr3t",
                "file:///x?token=S3cr3t",
            })
    void anAddressThatIsRefusedIsNotRepeated(String url) {
        assertNotRepeated(ofUrl(url));
        // In other elements nobody can tell what is an address unless it begins like one.
        if (url.contains("//")) {
            assertNotRepeated(ofPath(url));
            assertNotRepeated(ofArtifact(url));
            assertNotRepeated(ofInput(url));
            assertNotRepeated(ofProgram(url));
        }
    }

    private void assertNotRepeated(Fixture fixture) {
        String problem = refusal(fixture);
        assertTrue(problem.contains("<fixture> 'f'"), problem);
        assertFalse(problem.contains(SECRET), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ok?token=S3cr3t",
                "/ok?file=a.csv&token=S3cr3t%2F",
                "/ok?S3cr3t",
                "/ok;token=S3cr3t",
                "/ok/u:S3cr3t@host",
                "/redirected?token=S3cr3t",
                "/missing?token=S3cr3t",
                "/missing;token=S3cr3t",
                "/broken?token=S3cr3t",
                "/leads-nowhere?token=S3cr3t",
            })
    void anAddressThatIsAskedForLeavesNoSecret(String path) throws Exception {
        String said = new FetchesFixtures(directory).fetch(port -> {
            FixtureSpec spec = read(ofUrl("http://127.0.0.1:" + port + path));
            assertFalse(spec.toString().contains(SECRET), spec::toString);
            return spec;
        });
        assertTrue(said.contains("url http://"), said);
        assertFalse(said.contains(SECRET), said);
        assertEquals(List.of(), filesWithSecrets());
    }

    private List<Path> filesWithSecrets() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, SECRET))
                    .toList();
        }
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "token=S3cr3t");
        assertEquals(List.of(file), filesWithSecrets());
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)
                    || file.toString().contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private FixtureSpec read(Fixture fixture) {
        try {
            return new FixtureReader(directory, List.of())
                    .read(List.of(fixture))
                    .get(0);
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private String refusal(Fixture fixture) {
        try {
            return "accepted: " + new FixtureReader(directory, List.of()).read(List.of(fixture));
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Fixture ofUrl(String url) {
        Fixture fixture = new Fixture();
        fixture.id = "f";
        fixture.url = url;
        return fixture;
    }

    private static Fixture ofPath(String url) {
        Fixture fixture = new Fixture();
        fixture.id = "f";
        fixture.path = url;
        return fixture;
    }

    private static Fixture ofArtifact(String url) {
        Fixture fixture = new Fixture();
        fixture.id = "f";
        fixture.artifact = url;
        return fixture;
    }

    private static Fixture ofInput(String url) {
        Fixture fixture = new Fixture();
        fixture.id = "f";
        fixture.command = new Command();
        fixture.command.mainClass = "demo.Main";
        fixture.command.inputs.add(url);
        return fixture;
    }

    private static Fixture ofProgram(String url) {
        Fixture fixture = new Fixture();
        fixture.id = "f";
        fixture.command = new Command();
        fixture.command.executable = url;
        return fixture;
    }
}
