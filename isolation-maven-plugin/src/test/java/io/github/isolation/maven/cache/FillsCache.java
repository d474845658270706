package io.github.isolation.maven.cache;

import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Gets one fixture into a cache, or cleans that, in a JVM of its own, which may be denied this and that. */
final class FillsCache {
    private FillsCache() {}

    /** How a fixture gets there; the directory has an {@code archive} and a {@code large} file to begin with. */
    enum Way {
        DOWNLOADED,
        DOWNLOADED_AND_CHECKED,
        UNPACKED,
        COPIED,
        GENERATED;

        FixtureSource source(Path directory, URI url) {
            return switch (this) {
                case DOWNLOADED, DOWNLOADED_AND_CHECKED -> new UrlSource(url);
                case UNPACKED -> new UrlSource(directory.resolve("archive").toUri());
                case COPIED -> new PathSource(directory.resolve("large"), "large");
                case GENERATED ->
                    new CommandSource(
                            new Program.MainClass(MakesFixture.class.getName()),
                            List.of("large", directory.resolve("large").toString()),
                            List.of(),
                            Duration.ofMinutes(1));
            };
        }
    }

    /** Directory, way, URL and SHA-256; or directory and {@code clean}. Prints what became of it. */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        try {
            if (arguments[1].equals("clean")) {
                CacheCare.Wish all = new CacheCare.Wish(null, Duration.ZERO, Long.MAX_VALUE);
                System.out.println(
                        "removed " + new CacheCare(layout).clean(all).removed().size());
                return;
            }
            Way way = Way.valueOf(arguments[1]);
            FixtureSpec spec = new FixtureSpec(
                    "big",
                    way.source(directory, URI.create(arguments[2])),
                    way == Way.DOWNLOADED_AND_CHECKED ? new Checksum("sha256", arguments[3]) : null,
                    way == Way.UNPACKED,
                    0,
                    SeedMode.COPY);
            System.out.println("cached "
                    + new FixtureCache(layout, Builds.online(directory))
                            .require(spec)
                            .content());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
