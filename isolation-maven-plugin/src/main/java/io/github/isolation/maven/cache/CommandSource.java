package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A main class of the test class path, or an executable, that fills a directory.
 *
 * <p>It runs again when something it was made from changes: see {@code
 * src-site/decisions/2026-11-21-when-a-command-runs-again.md}.
 *
 * @param inputs files and directories that the user says it reads
 * @param timeout after which it is ended
 */
public record CommandSource(Program program, List<String> arguments, List<Path> inputs, Duration timeout)
        implements FixtureSource {
    /** Starts a process; {@link ProcessBuilder#start} does, too. */
    @FunctionalInterface
    public interface Starter {
        Process start(ProcessBuilder builder) throws IOException;
    }

    public CommandSource {
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
    }

    @Override
    public String describe() {
        return "command " + program.name();
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        List<String> words = new ArrayList<>(List.of("command", program.name()));
        words.add("arguments " + arguments.size());
        words.addAll(arguments);
        words.add("inputs");
        for (Path input : inputs) {
            words.add(new RememberedDigests(around.forks()).tree(input.toRealPath()));
        }
        words.addAll(program.identity(around));
        return words;
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        Files.createDirectory(target);
        new CommandRun(around).run(spec.id(), this, target);
        try (DirectoryStream<Path> made = Files.newDirectoryStream(target)) {
            if (!made.iterator().hasNext()) {
                throw new IOException("it ended well, but left its directory empty; it gets the"
                        + " directory to fill as its last argument and in the environment, as "
                        + CommandRun.TARGET_VARIABLE);
            }
        }
    }

    /**
     * Runs it for something else than to fill a directory.
     *
     * @param name of its log
     * @param beside a path beside which a file may be made
     * @param environment what it is told; not in arguments, where others on the machine could read it
     * @param starter starts its process
     */
    public void runWith(String name, FetchContext around, Path beside, Map<String, String> environment, Starter starter)
            throws IOException {
        new CommandRun(around).run(name, this, beside, environment, List.of(), starter);
    }
}
