package io.github.isolation.it;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The page that says what was compared with stock Surefire, and how it came out: made of the notes that the comparisons
 * themselves take, so that it cannot claim what did not run.
 */
public final class MatrixPage {
    private static final String NOTES = "ran.txt";

    private MatrixPage() {}

    /** Takes a note: what was run in which way, and what differed. */
    public static void note(Path build, String what, String how, int cases, int differences) throws IOException {
        String result =
                differences == 0 ? "the same" : differences == 1 ? "1 difference" : differences + " differences";
        String line = String.join(" | ", what, how, cases == 0 ? "–" : String.format("%,d", cases), result);
        Files.writeString(build.resolve(NOTES), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Writes {@code matrix.md} from the notes of all builds that have some; called by each of them when it is through. One writes at a time, so
     * that the last one has seen the notes of all.
     */
    public static void write(File builds, File page) throws IOException {
        Files.createDirectories(page.toPath().getParent());
        try (FileChannel channel = FileChannel.open(
                page.toPath().resolveSibling(page.getName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            Files.write(page.toPath(), lines(builds));
        }
    }

    private static List<String> lines(File builds) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# What was compared with stock Surefire",
                "",
                "The builds that make these comparisons write this page themselves, from what they ran: test suites of other projects and, with",
                "`-Dparity=options`, each option and engine in one way; with `-Dparity=full`, in all ways. CI runs some of each.",
                "",
                "| what | how | cases | with us |",
                "|---|---|---|---|"));
        for (Path notes : notes(builds.toPath())) {
            for (String note : Files.readAllLines(notes)) {
                lines.add("| " + note + " |");
            }
        }
        return lines;
    }

    /** What a page is about: the first column of its table. */
    public static Set<String> subjects(File page) throws IOException {
        Set<String> subjects = new TreeSet<>();
        for (String line : Files.readAllLines(page.toPath())) {
            if (line.startsWith("| ")) {
                subjects.add(line.substring(2, line.indexOf(" |", 2)));
            }
        }
        return subjects;
    }

    private static List<Path> notes(Path builds) throws IOException {
        try (Stream<Path> directories = Files.list(builds)) {
            return directories
                    .map(directory -> directory.resolve(NOTES))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }
}
