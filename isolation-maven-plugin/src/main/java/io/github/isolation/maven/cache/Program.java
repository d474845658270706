package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileDigest;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a {@code <command>} starts: a main class of the test class path, or an executable. */
public sealed interface Program {
    /** As the user wrote it. */
    String name();

    /** What makes it this program: another one makes another fixture. */
    List<String> identity(FetchContext around) throws IOException;

    /**
     * The beginning of its command line.
     *
     * @param target the directory it is to fill
     * @param scratch a file that may be made for it, and is deleted when it has ended
     */
    List<String> commandLine(FetchContext around, Path target, Path scratch) throws IOException;

    /**
     * The beginning of its command line where it is a service.
     *
     * @param options a file that may be made for it, and stays
     */
    List<String> serviceLine(FetchContext around, Path options) throws IOException;

    /** A class of the tests or of their dependencies, in a JVM of its own on the test class path. */
    record MainClass(String name) implements Program {
        @Override
        public List<String> identity(FetchContext around) throws IOException {
            List<String> words = new ArrayList<>(List.of("class files"));
            words.addAll(classFiles(around.testClassPath()));
            words.add("dependencies");
            around.dependencies().stream().sorted().forEach(words::add);
            return words;
        }

        @Override
        public List<String> commandLine(FetchContext around, Path target, Path scratch) throws IOException {
            return java(around, scratch, quoted("-D" + CommandRun.TARGET_PROPERTY + "=" + target) + "\n");
        }

        @Override
        public List<String> serviceLine(FetchContext around, Path options) throws IOException {
            Files.createDirectories(options.resolveSibling(""));
            return java(around, options, "");
        }

        /** In a file, because a class path can be longer than a command line may be. */
        private List<String> java(FetchContext around, Path file, String options) throws IOException {
            String classPath =
                    around.testClassPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            Files.writeString(file, "-cp " + quoted(classPath) + "\n" + options, CommandRun.CHARSET);
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file, name);
        }

        /** The class and its nested ones, where they are compiled by this build. A class in a jar goes by its version. */
        private List<String> classFiles(List<Path> classPath) throws IOException {
            List<String> digests = new ArrayList<>();
            int dot = name.lastIndexOf('.');
            String simpleName = name.substring(dot + 1);
            String folder = name.substring(0, Math.max(dot, 0)).replace('.', '/');
            for (Path element : classPath) {
                Path directory = element.resolve(folder);
                if (Files.isDirectory(directory)) {
                    List<Path> files = new ArrayList<>();
                    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.class")) {
                        found.forEach(files::add);
                    }
                    files.sort(null);
                    for (Path file : files) {
                        String className = file.getFileName().toString();
                        if (className.equals(simpleName + ".class") || className.startsWith(simpleName + "$")) {
                            digests.add(className + " " + FileDigest.sha256(file));
                        }
                    }
                }
            }
            return digests;
        }

        private static String quoted(String option) {
            return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * A file of the module, or a program of the machine.
     *
     * @param file absolute
     * @param ofModule whether it was given by its path, so that its bytes count; of a program on the {@code PATH} only the
     *     name does
     */
    record Executable(String name, Path file, boolean ofModule) implements Program {
        @Override
        public List<String> identity(FetchContext around) throws IOException {
            return ofModule ? List.of("executable", FileDigest.sha256(file)) : List.of("executable of the machine");
        }

        @Override
        public List<String> commandLine(FetchContext around, Path target, Path scratch) {
            return List.of(file.toString());
        }

        @Override
        public List<String> serviceLine(FetchContext around, Path options) {
            return List.of(file.toString());
        }
    }
}
