package io.github.isolation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds and ends what a worker started. A process whose parent has died belongs to somebody else's family; but on Linux it
 * still has two marks of the worker it came from:
 *
 * <ul>
 *   <li>the environment it was started with, where the nonce of one launch stands for exactly one worker;
 *   <li>its session: a worker begins one of its own, and only what descends from it can be in there, whatever environment it
 *       was given.
 * </ul>
 *
 * <p>Who has got rid of parent, environment and session, as a daemon does that was started with {@code env -i}, is not found.
 */
public final class Descendants {
    /** The environment variable of a worker with its mark. */
    public static final String MARK_ENVIRONMENT = "ISOLATION_RETIREMENT_NONCE";

    private static final Path PROC = Path.of("/proc");
    private static final String[] NEW_SESSION = {"/usr/bin/setsid", "/bin/setsid"};

    /** What is ended may have started something the moment before. */
    private static final int ROUNDS = 5;

    /** What is shorter is no nonce, and may stand in anybody's environment. */
    private static final int SHORTEST_MARK = 16;

    /** Among what follows the name in {@code /proc/PID/stat}: state, parent, group, session. */
    private static final int SESSION = 3;

    private Descendants() {}

    /** A worker, dead or alive, and what its descendants have of it. */
    record Origin(@Nullable ProcessHandle worker, String mark) {
        /** Its number is that of a session only as long as nobody else has got it. */
        private boolean isSession(long session) {
            return worker != null
                    && session == worker.pid()
                    && ProcessHandle.of(session).map(worker::equals).orElse(true);
        }

        boolean isOf(long pid) throws IOException {
            Path process = PROC.resolve(Long.toString(pid));
            return isSession(session(process)) || (mark.length() >= SHORTEST_MARK && hasInEnvironment(process, mark));
        }
    }

    /** A command that begins a session of its own and is then this one; the same command where there is no such program. */
    static List<String> inOwnSession(List<String> command) {
        for (String program : NEW_SESSION) {
            if (isLinux() && Files.isExecutable(Path.of(program))) {
                return Stream.concat(Stream.of(program), command.stream()).toList();
            }
        }
        return command;
    }

    /** Ends the family of a living process, youngest first. */
    static void end(ProcessHandle parent) {
        List<ProcessHandle> family = parent.descendants().toList();
        for (int i = family.size() - 1; i >= 0; i--) {
            family.get(i).destroyForcibly();
        }
    }

    /** Ends all that come from these workers and have lost their parents, on Linux; elsewhere orphans cannot be told apart. */
    static void endOrphans(Collection<Origin> origins) {
        for (int round = 0; round < ROUNDS && endSome(process -> isOfAny(origins, process)); round++) {
            // Once more.
        }
    }

    /** Ends all that come from this worker, which is about to end itself. */
    public static void endOwn(String mark) {
        ProcessHandle self = ProcessHandle.current();
        Origin origin = new Origin(self, mark);
        boolean some = true;
        for (int round = 0; round < ROUNDS && some; round++) {
            some = self.descendants().findAny().isPresent();
            end(self);
            some |= endSome(process -> isOfAny(List.of(origin), process));
        }
    }

    /** Whether there were some. */
    private static boolean endSome(Predicate<ProcessHandle> chosen) {
        if (!isLinux()) {
            return false;
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                            // First the handle, then the look: a number may be another process's meanwhile, a handle
                            // not.
                            .flatMap(entry -> ProcessHandle.of(
                                    Long.parseLong(entry.getFileName().toString()))
                                    .stream())
                            .filter(process ->
                                    process.pid() != ProcessHandle.current().pid())
                            .filter(chosen)
                            .filter(ProcessHandle::destroyForcibly)
                            .count()
                    > 0;
        } catch (IOException e) {
            return false; // no list of processes, so nothing to end
        }
    }

    private static boolean isOfAny(Collection<Origin> origins, ProcessHandle process) {
        try {
            for (Origin origin : origins) {
                if (origin.isOf(process.pid())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // gone meanwhile, or another user's
        }
    }

    private static boolean isLinux() {
        return Files.isDirectory(PROC.resolve("self"));
    }

    private static boolean hasInEnvironment(Path process, String mark) throws IOException {
        return text(process.resolve("environ")).contains(mark);
    }

    private static long session(Path process) throws IOException {
        String stat = text(process.resolve("stat"));
        // The name is in parentheses, and may have some of its own.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > SESSION ? Long.parseLong(fields[SESSION]) : -1;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
