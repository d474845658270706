package io.github.isolation.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads records, also of a run that still goes on or was cut off. */
public final class RecordReader {
    private RecordReader() {}

    /**
     * All that is known of a run, in the order in which it was written. Kinds of lines that this version does not know are skipped,
     * and so is a last line that was not written to its end.
     *
     * @throws IOException if the file cannot be read, or is no record
     */
    public static List<Fact> read(Path file) throws IOException {
        List<Fact> facts = new ArrayList<>();
        read(file, facts::add);
        return facts;
    }

    /**
     * The same, one after the other: nobody need have room for all of them.
     *
     * @throws IOException if the file cannot be read, or is no record
     */
    public static void read(Path file, Consumer<Fact> reader) throws IOException {
        boolean begun = false;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            int number = 0;
            String next = in.readLine();
            while (next != null) {
                String line = next;
                next = in.readLine();
                number++;
                Fact fact = parse(file, line, number, next == null);
                if (fact != null) {
                    if (!begun && !(fact instanceof RunFact)) {
                        break;
                    }
                    begun = true;
                    reader.accept(fact);
                }
            }
        }
        if (!begun) {
            throw new IOException(file + " is no record of a run: its first line does not say what was run");
        }
    }

    /**
     * What was run, which is the first line of a record.
     *
     * @throws IOException if the file cannot be read, or is no record
     */
    public static RunFact readRun(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            String line = in.readLine();
            if (line != null && parse(file, line, 1, false) instanceof RunFact run) {
                return run;
            }
        }
        throw new IOException(file + " is no record of a run: its first line does not say what was run");
    }

    private static @Nullable Fact parse(Path file, String line, int number, boolean last) throws IOException {
        try {
            return line.isBlank() ? null : Fact.parse(line).orElse(null);
        } catch (IllegalArgumentException e) {
            if (last && number > 1) {
                return null; // the writer was killed in the middle of it
            }
            throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
