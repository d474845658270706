package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java calls a machine, and what the artifacts do. */
final class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64, postgres",
        "Linux, amd64, true, linux-amd64-alpine, postgres",
        "Linux, aarch64, false, linux-arm64v8, postgres",
        "Linux, ppc64le, false, linux-ppc64le, postgres",
        "Linux, arm, false, linux-arm32v7, postgres",
        "Linux, x86, false, linux-i386, postgres",
        "Mac OS X, x86_64, false, darwin-amd64, postgres",
        "Mac OS X, aarch64, false, darwin-arm64v8, postgres",
        "Windows 11, amd64, false, windows-amd64, postgres.exe"
    })
    void artifactIsThatOfTheMachine(String os, String arch, boolean musl, String name, String program) {
        Platform platform = Platform.of(os, arch, musl);

        assertEquals(name, platform.toString());
        assertEquals(program, platform.program("postgres"));
    }
}
