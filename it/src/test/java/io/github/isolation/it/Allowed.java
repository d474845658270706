package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The differences that are no bugs of ours: a line each, {@code SUITE | PATTERN | REASON}, where the pattern is a regular
 * expression that is found in what a person would read of the difference, at its beginning. Lines that begin with
 * {@code #} and empty ones are for the reader.
 */
public record Allowed(List<Entry> entries) {

    /** One line. */
    public record Entry(String suite, Pattern pattern, String reason) {

        boolean covers(String ofSuite, Difference difference) {
            return suite.equals(ofSuite)
                    && pattern.matcher(difference.toString()).lookingAt();
        }
    }

    public Allowed {
        entries = List.copyOf(entries);
    }

    /** Reads a list; a line without a reason is refused. */
    public static Allowed read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(" \\| ", 3);
            if (fields.length < 3 || fields[2].isBlank()) {
                throw new IOException(file + ": this line is not SUITE | PATTERN | REASON: " + line);
            }
            entries.add(new Entry(
                    fields[0].strip(), Pattern.compile(fields[1].strip(), Pattern.DOTALL), fields[2].strip()));
        }
        return new Allowed(entries);
    }

    /** What is left when all that is allowed is taken out. */
    public List<Difference> without(String suite, List<Difference> differences) {
        return differences.stream()
                .filter(difference -> entries.stream().noneMatch(entry -> entry.covers(suite, difference)))
                .toList();
    }
}
