package io.github.isolation.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A build's console output, for what no report says.
 *
 * @param lines without the colours a terminal would show
 */
public record Log(List<String> lines) {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    public Log {
        lines = List.copyOf(lines);
    }

    /** Reads the {@code build.log} of a build's directory. */
    public static Log of(Path directory) throws IOException {
        return read(directory.resolve("build.log"));
    }

    /** Reads any other. */
    public static Log read(Path file) throws IOException {
        // Tests may print anything: bytes that are not UTF-8 must not keep a script from reading the rest.
        Charset lenient = StandardCharsets.ISO_8859_1;
        return new Log(Files.readAllLines(file, lenient).stream()
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .toList());
    }

    /** The lines in which a regular expression is found. */
    public List<String> matching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return lines.stream().filter(line -> pattern.matcher(line).find()).toList();
    }

    /** The last lines, one after each execution, in which isolation sums up. */
    public List<String> summaries() {
        return matching("^\\[(INFO|WARNING|ERROR)\\] isolation: [\\d,]+ tests? in \\d+ forks?,");
    }
}
