package io.github.isolation.books;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Books on disk: a line each for their beginning, classes, test sets, and their end; fields between tabs, names encoded as in
 * a URL. What has no line for its end is something that nobody finished.
 */
public final class BooksFile {
    /** Its name in the directory of a run. */
    public static final String NAME = "books.tsv";

    private BooksFile() {}

    /** Opens books, in a directory that is made if it is missing. */
    public static void begin(Path file, RunHeader header) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String line = line(
                "begun",
                header.maven(),
                Long.toString(header.begunMillis()),
                encoded(header.module()),
                encoded(header.reports()),
                encoded(header.suffix()),
                encoded(header.unlike()),
                Integer.toString(header.reruns()));
        Files.writeString(file, line, StandardCharsets.US_ASCII);
        // The clock of a file server may be another than ours, and reports are told from older ones by it.
        long clock = Files.getLastModifiedTime(file).toMillis();
        append(file, line("clock", Long.toString(clock)));
    }

    /** Notes at once that Maven ends the fork: there may be no time for more. */
    public static void cancelled(Path file) throws IOException {
        append(file, line("cancelled"));
    }

    /** Notes that times of files say nothing of this run any more. */
    public static void clockSetBack(Path file) throws IOException {
        append(file, line("clockSetBack"));
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    }

    /** Writes down all accounts, and closes the books. */
    public static void end(Path file, RunBooks books) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII, StandardOpenOption.APPEND)) {
            for (ClassAccount of : books.classes()) {
                String numbers = of.promised + " " + of.handed + " " + of.goneOnTo + " " + of.planned + " " + of.heard
                        + " " + of.begunTwice + " " + of.afterItsEnd + " " + (of.leftOut ? 1 : 0);
                out.write(line("class", encoded(of.name()), numbers));
            }
            for (SourceAccount of : books.sources()) {
                out.write(line(
                        "set",
                        encoded(of.name()),
                        of.heardFirst.line(),
                        of.heardAgain.line(),
                        of.told.line(),
                        of.toldAgain.line(),
                        of.setsBegun + " " + of.setsEnded,
                        joined(of.names()),
                        joined(of.displayNames())));
            }
            out.write(line("ended", books.endedMillis + " " + books.summary + " " + (books.skipping ? 1 : 0)));
        }
    }

    /** The first line, which is all there is until the end. */
    public static RunHeader readHeader(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return header(in.readLine());
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    /** How they begin, and whether and how they end, without the accounts, which are most of them. */
    public static RunBooks readEnd(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            RunBooks books = new RunBooks(header(in.readLine()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("ended\t")) {
                    readEnd(books, numbers(line.substring(line.indexOf('\t') + 1)));
                } else if (line.equals("cancelled")) {
                    books.cancelled = true;
                }
            }
            return books;
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    /** All of it, as far as it was written. */
    public static RunBooks read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            RunBooks books = new RunBooks(header(in.readLine()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split("\t", -1);
                switch (fields[0]) {
                    case "class" -> readClass(books, fields);
                    case "set" -> readSource(books, fields);
                    case "clock" -> books.filesMillis = Long.parseLong(fields[1]);
                    case "cancelled" -> books.cancelled = true;
                    case "clockSetBack" -> books.clockSetBack = true;
                    case "ended" -> readEnd(books, numbers(fields[1]));
                    default -> throw new IllegalArgumentException("there is no line '" + fields[0] + "' in books");
                }
            }
            return books;
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    private static RunHeader header(@Nullable String line) {
        if (line == null) {
            throw new IllegalArgumentException("it is empty");
        }
        String[] fields = line.split("\t", -1);
        return new RunHeader(
                fields[1],
                Long.parseLong(fields[2]),
                decoded(fields[3]),
                decoded(fields[4]),
                decoded(fields[5]),
                decoded(fields[6]),
                Integer.parseInt(fields[7]));
    }

    private static void readClass(RunBooks books, String[] fields) {
        long[] numbers = numbers(fields[2]);
        ClassAccount of = books.ofClass(decoded(fields[1]));
        of.promised = (int) numbers[0];
        of.handed = (int) numbers[1];
        of.goneOnTo = (int) numbers[2];
        of.planned = numbers[3];
        of.heard = numbers[4];
        of.begunTwice = numbers[5];
        of.afterItsEnd = (int) numbers[6];
        of.leftOut = numbers[7] == 1;
    }

    private static void readSource(RunBooks books, String[] fields) {
        SourceAccount of = books.ofSource(decoded(fields[1]));
        of.heardFirst = Tally.parse(fields[2]);
        of.heardAgain = Tally.parse(fields[3]);
        of.told = Tally.parse(fields[4]);
        of.toldAgain = Tally.parse(fields[5]);
        long[] sets = numbers(fields[6]);
        of.setsBegun = (int) sets[0];
        of.setsEnded = (int) sets[1];
        split(fields[7], of.names());
        split(fields[8], of.displayNames());
    }

    private static String joined(Collection<String> names) {
        return names.stream().map(BooksFile::encoded).collect(Collectors.joining(" "));
    }

    private static void split(String field, Set<String> names) {
        for (String name : field.split(" ", -1)) {
            if (!name.isEmpty()) {
                names.add(decoded(name));
            }
        }
    }

    private static void readEnd(RunBooks books, long[] numbers) {
        books.endedMillis = numbers[0];
        books.summary = numbers[1];
        books.skipping = numbers[2] == 1;
    }

    private static long[] numbers(String field) {
        String[] parts = field.split(" ", -1);
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers;
    }

    private static String line(String... fields) {
        return String.join("\t", fields) + "\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
