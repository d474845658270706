package io.github.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that only the source text can answer. */
final class SourceRules {
    private static final Pattern TYPE = Pattern.compile(
            "^(public |final |abstract |sealed |non-sealed )*(class|interface|enum|record|@interface) ",
            Pattern.MULTILINE);

    private SourceRules() {}

    static List<String> violations(Path root, int largest) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : mainCode(root)) {
            if (!file.toString().endsWith(".java")) {
                continue;
            }
            String text = Files.readString(file);
            long lines = text.lines().count();
            if (lines > largest) {
                found.add(file + " has " + lines + " lines; " + largest + " are allowed");
            }
            if (!file.endsWith("package-info.java") && !isExplained(text)) {
                found.add(file + " has no Javadoc on its class");
            }
        }
        return found;
    }

    static int medianLines(Path root) throws IOException {
        int[] lines = mainCode(root).stream()
                .filter(path -> path.toString().endsWith(".java"))
                .mapToInt(SourceRules::lines)
                .sorted()
                .toArray();
        return lines[lines.length / 2];
    }

    /** Its files and directories. Where builds put what they make is not looked at: it comes and goes, also at this moment. */
    static List<Path> mainCode(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (directory.endsWith("target")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                found.add(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        found.removeIf(path -> !isMainCode(path));
        return found;
    }

    private static int lines(Path file) {
        try {
            return (int) Files.readString(file).lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a Javadoc comment comes between the imports and the top-level type. */
    private static boolean isExplained(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            return false;
        }
        int imports = Math.max(text.lastIndexOf("\nimport "), text.indexOf("package "));
        return text.substring(imports, type.start()).contains("/**");
    }

    /** Of whatever module; what stands for a user's project follows its own rules. */
    private static boolean isMainCode(Path path) {
        return path.toString().contains(Path.of("src", "main", "java").toString())
                && !path.startsWith(Path.of("..", "it"));
    }

    static boolean hasClasses(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean saysWhereItRuns(Path packageInfo) {
        try {
            return Files.exists(packageInfo) && Files.readString(packageInfo).contains("Runs in");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
