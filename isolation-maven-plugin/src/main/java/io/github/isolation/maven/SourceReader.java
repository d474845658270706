package io.github.isolation.maven;

import io.github.isolation.fork.Durations;
import io.github.isolation.maven.cache.ArtifactSource;
import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.cache.Coordinates;
import io.github.isolation.maven.cache.FixtureSource;
import io.github.isolation.maven.cache.Masked;
import io.github.isolation.maven.cache.PathSource;
import io.github.isolation.maven.cache.Program;
import io.github.isolation.maven.cache.UrlSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where a fixture comes from. */
final class SourceReader {
    private static final String ONE_OF = "<url>, <artifact>, <path>, <command>";

    /** Longer than anybody wants to wait, and shorter than a night. */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

    private final Path baseDirectory;
    private final List<Path> written;

    SourceReader(Path baseDirectory, List<Path> written) {
        this.baseDirectory = baseDirectory;
        this.written = List.copyOf(written);
    }

    /** The one source of this fixture; null, and a problem, if it is not one or not right. */
    @Nullable
    FixtureSource read(Fixture fixture, Problems problems) {
        List<String> given = new ArrayList<>();
        List<@Nullable FixtureSource> sources = new ArrayList<>();
        if (fixture.url != null) {
            given.add("<url>");
            sources.add(url(fixture.url, problems));
        }
        if (fixture.artifact != null) {
            given.add("<artifact>");
            sources.add(artifact(fixture.artifact, problems));
        }
        if (fixture.path != null) {
            given.add("<path>");
            sources.add(path(fixture.path, problems));
        }
        if (fixture.command != null) {
            given.add("<command>");
            sources.add(command(fixture.command, problems));
        }
        if (sources.size() == 1) {
            return sources.get(0);
        }
        problems.add(
                given.isEmpty()
                        ? "it needs one of " + ONE_OF
                        : "it has " + String.join(" and ", given) + "; it needs exactly one of " + ONE_OF);
        return null;
    }

    private static @Nullable UrlSource url(String text, Problems problems) {
        String element = "<url>" + Masked.written(text) + "</url> ";
        try {
            URI url = new URI(text.strip());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https", "file").contains(scheme)) {
                problems.add(element + "must start with http:, https: or file:");
            } else if (scheme.equals("file") ? url.getPath() == null || url.getHost() != null : url.getHost() == null) {
                problems.add(element + (scheme.equals("file") ? "must be file:///absolute/path" : "names no host"));
            } else if (url.getUserInfo() != null) {
                problems.add("<url> holds a user name or password for " + url.getHost()
                        + "; put them into a <server> of settings.xml whose <id> is the host");
            } else if (scheme.equals("file") && url.getRawQuery() != null) {
                problems.add(element + "has a query (?), which no file has; write %3F if it belongs to the name");
            } else if (url.getRawFragment() != null) {
                problems.add(element + "has a fragment (#), which no server gets to see; remove it");
            } else {
                return new UrlSource(url);
            }
        } catch (URISyntaxException e) {
            problems.add(element + "is not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
        return null;
    }

    private static @Nullable ArtifactSource artifact(String text, Problems problems) {
        try {
            return new ArtifactSource(Coordinates.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(
                    "<artifact>" + Masked.unlessUrl(text) + "</artifact> does not name an artifact: " + e.getMessage());
            return null;
        }
    }

    private @Nullable PathSource path(String text, Problems problems) {
        Path path = existing("path", text, problems);
        return path == null ? null : new PathSource(path, text);
    }

    @Nullable
    CommandSource command(Command command, Problems problems) {
        List<Path> inputs = new ArrayList<>();
        for (String input : command.inputs) {
            Path path = existing("input", input == null ? "" : input, problems);
            if (path != null) {
                inputs.add(path);
            }
        }
        Program program = new ProgramReader(baseDirectory).read(command, problems);
        // Maven reads an empty <argument/> as null.
        List<String> arguments = command.arguments.stream()
                .map(argument -> argument == null ? "" : argument)
                .toList();
        Duration timeout = timeout(command, problems);
        return program == null ? null : new CommandSource(program, arguments, inputs, timeout);
    }

    private static Duration timeout(Command command, Problems problems) {
        if (command.timeout != null) {
            try {
                return Duration.ofMillis(Durations.parse(command.timeout));
            } catch (IllegalArgumentException e) {
                problems.add("<timeout>: " + e.getMessage());
            }
        }
        return DEFAULT_TIMEOUT;
    }

    private @Nullable Path existing(String name, String text, Problems problems) {
        String shown = Masked.unlessUrl(text);
        String element = "<" + name + ">" + shown + "</" + name + "> ";
        try {
            Path path = baseDirectory.resolve(text.strip()).normalize();
            Optional<Path> inside =
                    written.stream().filter(place -> place.startsWith(path)).findFirst();
            if (text.isBlank() || !Files.exists(path)) {
                problems.add(element + "does not exist" + (shown.equals(text) ? ": " + path : ""));
            } else if (inside.isPresent()) {
                problems.add(
                        element + "contains " + inside.get() + ", where every build writes something, so that it would"
                                + " be copied anew, and larger, each time; name what tests need of it");
            } else {
                return path;
            }
        } catch (InvalidPathException e) {
            problems.add(element + "is not a path: " + e.getReason());
        }
        return null;
    }
}
