package io.github.isolation.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a service says: its end is quoted, and it may tell that the service is ready. */
final class LogFile {
    /** How many lines of it are quoted. */
    static final int LINES = 20;

    /** The end of a log that is looked at. */
    private static final int MOST_BYTES = 1 << 16;

    private static final Pattern ADDRESS_IN_USE =
            Pattern.compile("address (already )?in use|EADDRINUSE|WSAEADDRINUSE", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final long from;

    /** What is said from this byte on. */
    LogFile(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** What is said from now on. */
    static LogFile now(Path file) throws IOException {
        return new LogFile(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** The last lines. */
    List<String> tail() {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    /** Whether a line has this in it. Only what the last of it says counts, where it is very long. */
    boolean has(Pattern pattern) {
        return text().lines().anyMatch(line -> pattern.matcher(line).find());
    }

    /** Whether it could not have its port. */
    boolean saysThatThePortIsTaken() {
        return has(ADDRESS_IN_USE);
    }

    private String text() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(from, channel.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
                // Nearly always the first answer is all of it.
            }
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return "(its log cannot be read: " + e + ")";
        }
    }
}
