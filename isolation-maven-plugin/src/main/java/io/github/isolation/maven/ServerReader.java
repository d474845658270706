package io.github.isolation.maven;

import io.github.isolation.maven.cache.CommandSource;
import io.github.isolation.maven.server.Programs;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the elements of servers that we know have in common. */
final class ServerReader {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?([-.]\\w+)*");
    private static final Pattern SHORT_VERSION = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern SETTING = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final Path baseDirectory;
    private final Problems problems;

    ServerReader(Path baseDirectory, Problems problems) {
        this.baseDirectory = baseDirectory;
        this.problems = problems;
    }

    /** Its data is made by something else. */
    void refuseData(String element, String by, ServiceWishes wishes) {
        if (wishes.data() != null) {
            problems.add("<data> is for a <command>; the data of " + element + " is made by " + by);
        }
    }

    /** A directory with its programs. */
    Optional<Path> home(@Nullable String text) {
        return text == null ? Optional.empty() : path("home", text, true);
    }

    /** The first of these programs that is in a directory, or the {@code bin} of it, or on the {@code PATH} without one. */
    @Nullable
    Path program(List<String> names, @Nullable String home, String element) {
        Optional<Path> directory = home(home);
        if (home != null && directory.isEmpty()) {
            return null;
        }
        for (String name : names) {
            Optional<Path> found = directory.isPresent()
                    ? Stream.of("bin", "sbin", "")
                            .map(place -> directory.get().resolve(place).resolve(name))
                            .filter(Files::isExecutable)
                            .findFirst()
                    : Programs.server(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        problems.add(element + " needs " + String.join(" or ", names) + ", which "
                + (directory.isPresent() ? "is not in " + directory.get() : "is on no directory of the PATH")
                + "; install it, or write its directory as <home>");
        return null;
    }

    /** The version of an artifact; the third number, which PostgreSQL has not, is the artifact's. */
    Optional<String> version(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String version = text.strip();
        if (!VERSION.matcher(version).matches()) {
            problems.add("<version>" + text + "</version> is not a whole version; write 17.6, for example");
        }
        return Optional.of(SHORT_VERSION.matcher(version).matches() ? version + ".0" : version);
    }

    /** Files of the module. */
    List<Path> files(String element, List<@Nullable String> texts) {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            path(element, text == null ? "" : text, false).ifPresent(files::add);
        }
        return files;
    }

    private Optional<Path> path(String element, String text, boolean directory) {
        String written = "<" + element + ">" + text + "</" + element + "> ";
        try {
            Path path = baseDirectory.resolve(text.strip()).normalize();
            if (!text.isBlank() && (directory ? Files.isDirectory(path) : Files.isRegularFile(path))) {
                return Optional.of(path);
            }
            problems.add(written + "is not a " + (directory ? "directory" : "file") + ": " + path);
        } catch (InvalidPathException e) {
            problems.add(written + "is not a path: " + e.getReason());
        }
        return Optional.empty();
    }

    /** A command as fixtures have it. */
    Optional<CommandSource> fill(@Nullable Command command) {
        return command == null
                ? Optional.empty()
                : Optional.ofNullable(new SourceReader(baseDirectory, List.of()).command(command, problems));
    }

    /** Lines for a configuration file. */
    Map<String, String> settings(Map<String, @Nullable String> written) {
        Map<String, String> settings = new LinkedHashMap<>();
        written.forEach((name, value) -> {
            String text = value == null ? "" : value;
            if (!SETTING.matcher(name).matches()) {
                problems.add("<settings>: '" + name + "' is not the name of a setting");
            } else if (text.chars().anyMatch(Character::isISOControl)) {
                problems.add("<settings>: " + name + " has more than one line");
            }
            settings.put(name, text);
        });
        return settings;
    }
}
