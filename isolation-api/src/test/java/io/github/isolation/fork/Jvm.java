package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of the tests in a JVM of its own. */
public final class Jvm {
    private Jvm() {}

    /** Starts it with this JVM's class path; what it says on standard error is seen in the build. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** As {@link #start(Class, String...)}, with options for the JVM. */
    public static Process start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return start(List.of(), options, main, arguments);
    }

    /** As {@link #start(Class, String...)}, after a command of the shell that limits something. */
    public static Process startLimited(String limit, Class<?> main, String... arguments) throws IOException {
        return start(List.of("sh", "-c", limit + " && exec \"$@\"", "sh"), List.of(), main, arguments);
    }

    private static Process start(List<String> before, List<String> options, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
