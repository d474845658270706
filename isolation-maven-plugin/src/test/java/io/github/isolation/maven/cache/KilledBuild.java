package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.Seeder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What a build does with a fixture, from the download to the second fork; in a JVM of its own it can be killed. */
final class KilledBuild {
    private static final List<String> FORKS = List.of("1", "2");

    private KilledBuild() {}

    /** Directory, URL, and the SHA-256 of what is there if the POM declares it. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), URI.create(arguments[1]), arguments.length > 2 ? arguments[2] : "");
    }

    static void run(Path directory, URI url, String sha256) throws IOException {
        FixtureSpec spec = new FixtureSpec(
                "big",
                new UrlSource(url),
                sha256.isEmpty() ? null : new Checksum("sha256", sha256),
                true,
                0,
                SeedMode.COPY);
        CachedFixture fixture =
                new FixtureCache(new CacheLayout(directory.resolve("cache")), Builds.online(directory)).require(spec);
        for (String fork : FORKS) {
            new Seeder()
                    .seed(new Seed("big", fixture.content(), SeedMode.COPY, fixture.digest()), fork(directory, fork));
        }
    }

    static Path fork(Path directory, String fork) {
        return directory.resolve("forks").resolve(fork);
    }
}
