package io.github.isolation.maven;

import io.github.isolation.maven.cache.Masked;
import io.github.isolation.maven.cache.Program;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which program a {@code <command>} starts. */
final class ProgramReader {
    private final Path baseDirectory;

    ProgramReader(Path baseDirectory) {
        this.baseDirectory = baseDirectory;
    }

    /** The one program; null, and a problem, if it is not one or not there. */
    @Nullable
    Program read(Command command, Problems problems) {
        if (command.mainClass != null && command.executable != null) {
            problems.add("<command> has <mainClass> and <executable>; it needs exactly one of them");
        } else if (command.mainClass != null) {
            return new Program.MainClass(command.mainClass.strip());
        } else if (command.executable != null) {
            return executable(command.executable.strip(), problems);
        } else {
            problems.add("<command> needs a <mainClass> or an <executable>");
        }
        return null;
    }

    private Program.@Nullable Executable executable(String text, Problems problems) {
        String shown = Masked.unlessUrl(text);
        String written = "<executable>" + shown + "</executable> ";
        try {
            boolean path = text.indexOf('/') >= 0 || text.indexOf(File.separatorChar) >= 0;
            Path file = baseDirectory.resolve(text).normalize();
            if (!path) {
                Optional<Path> found = onPath(text);
                if (found.isPresent()) {
                    return new Program.Executable(text, found.get(), false);
                }
                problems.add(written + "is on no directory of the PATH; for a file of the module, write its path: ./"
                        + text);
            } else if (!Files.isRegularFile(file)) {
                problems.add(written + "is not a file" + (shown.equals(text) ? ": " + file : ""));
            } else if (!Files.isExecutable(file)) {
                problems.add(written + "may not be executed: chmod +x " + file);
            } else {
                return new Program.Executable(text, file, true);
            }
        } catch (InvalidPathException e) {
            problems.add(written + "is not a path: " + e.getReason());
        }
        return null;
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String directory : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(directory).resolve(name).toAbsolutePath();
            if (!directory.isEmpty() && !name.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
