package io.github.isolation.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is started for a service. {@link Placeholders} may stand in everything but {@code runAs} and {@code directory}, a
 * password in {@code environment} and {@code files} only: everybody can read command lines.
 *
 * @param words the program, as an absolute path, and its arguments
 * @param runAs what comes before them, such as {@code unshare -U}: it must become the program, with {@code exec}, instead of
 *     starting it
 * @param environment what is added to the environment of the supervisor
 * @param files small files, by name, that are written into the service's {@code @{directory}} before each start, for nobody
 *     but this user to read
 * @param directory the working directory: the module's
 */
public record ServiceCommand(
        List<String> words,
        List<String> runAs,
        Map<String, String> environment,
        Map<String, String> files,
        Path directory) {
    public ServiceCommand {
        words = List.copyOf(words);
        runAs = List.copyOf(runAs);
        environment = Map.copyOf(environment);
        files = Map.copyOf(files);
        directory = directory.toAbsolutePath().normalize();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a service needs a program");
        }
    }

    /** A program with nothing else. */
    public ServiceCommand(List<String> words, Path directory) {
        this(words, List.of(), Map.of(), Map.of(), directory);
    }
}
