package io.github.isolation.maven.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine, as the artifacts with PostgreSQL's programs name it. */
record Platform(String os, String arch, boolean musl) {
    static Platform here() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String os, String arch, boolean musl) {
        String system = os.toLowerCase(Locale.ROOT);
        String processor = arch.toLowerCase(Locale.ROOT);
        return new Platform(
                system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : system,
                switch (processor) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64v8";
                    case "x86" -> "i386";
                    case "arm" -> "arm32v7";
                    default -> processor;
                },
                musl);
    }

    boolean isWindows() {
        return os.equals("windows");
    }

    /** What an executable is called. */
    String program(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    /** The end of an artifact's name. */
    @Override
    public String toString() {
        return os + "-" + arch + (musl ? "-alpine" : "");
    }
}
