package io.github.isolation.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The command line this JVM was started with: the pattern for its workers.
 *
 * @param java the launcher
 * @param options the JVM's options, without class path and main class
 * @param main what comes after the options: {@code -jar X.jar args…}, or {@code -cp … Main args…}, or {@code @file …},
 *     or the main class and its arguments alone, where the class path is in the environment
 */
public record OwnCommandLine(String java, List<String> options, List<String> main) {

    /** The main class of every fork. Found by its name: options may have values of their own that begin with no dash. */
    public static final String BOOTER = "org.apache.maven.surefire.booter.ForkedBooter";

    /** How many arguments Surefire's booter takes: temporary directory, dump file, two property files. */
    private static final int BOOTER_ARGUMENTS = 4;

    /** Reads it from the operating system, or puts it together from what the JVM knows of itself. */
    public static OwnCommandLine read() {
        Optional<List<String>> words = fromProc().or(OwnCommandLine::fromProcessHandle);
        return split(words.orElseGet(OwnCommandLine::fromRuntime));
    }

    /** Splits a whole command line. Options end where a class path, a jar, an argument file or the main class begins. */
    static OwnCommandLine split(List<String> words) {
        int main = 1;
        while (main < words.size() - BOOTER_ARGUMENTS && !beginsMain(words.get(main))) {
            main++;
        }
        return new OwnCommandLine(words.get(0), words.subList(1, main), words.subList(main, words.size()));
    }

    private static boolean beginsMain(String word) {
        return word.equals("-jar")
                || word.equals("-cp")
                || word.equals("-classpath")
                || word.equals("--class-path")
                || word.startsWith("@")
                || word.equals(BOOTER);
    }

    /** {@link ProcessHandle} reads one page only on Linux, and gives up on longer command lines. */
    private static Optional<List<String>> fromProc() {
        try {
            String all = new String(Files.readAllBytes(Path.of("/proc/self/cmdline")), ofCommandLines());
            List<String> words = Arrays.asList(all.split("\0", -1));
            return words.size() > BOOTER_ARGUMENTS ? Optional.of(words.subList(0, words.size() - 1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Not the one for the contents of files, which {@code -Dfile.encoding} changes. */
    private static Charset ofCommandLines() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }

    private static Optional<List<String>> fromProcessHandle() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        if (info.command().isEmpty() || info.arguments().isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(info.command().get()));
        words.addAll(Arrays.asList(info.arguments().get()));
        return Optional.of(words);
    }

    /** Windows shows no arguments of a process; the JVM remembers its options, class path and main class. */
    private static List<String> fromRuntime() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String[] command = System.getProperty("sun.java.command", "").split(" ", -1);
        if (command[0].endsWith(".jar")) {
            words.add("-jar");
        } else {
            words.add("-cp");
            words.add(System.getProperty("java.class.path", ""));
        }
        words.addAll(Arrays.asList(command));
        return words;
    }
}
