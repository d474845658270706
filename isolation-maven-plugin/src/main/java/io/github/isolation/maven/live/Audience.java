package io.github.isolation.maven.live;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody watches this build, on a terminal that can show a line which changes.
 *
 * @param interactive whether Maven may ask questions; not with {@code -B}
 * @param quiet whether Maven says nothing but errors
 * @param mavenVersion empty if it is not known
 * @param environment the environment variables
 * @param console null if Maven's input or output is no terminal
 * @param logger null if Maven's logger is none that can be told where to print
 */
public record Audience(
        boolean interactive,
        boolean quiet,
        String mavenVersion,
        Map<String, String> environment,
        @Nullable Charset console,
        @Nullable MavenLogger logger) {
    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;

    /**
     * That of this process.
     *
     * @param loggers what loads SLF4J
     */
    public static Audience ofThisProcess(boolean interactive, boolean quiet, String mavenVersion, ClassLoader loggers) {
        return new Audience(
                interactive, quiet, mavenVersion, System.getenv(), charset(System.console()), logger(loggers));
    }

    private static @Nullable MavenLogger logger(ClassLoader loggers) {
        try {
            return new MavenLogger(loggers);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    /**
     * A line for them.
     *
     * @param complaints hears why there is no line any more
     * @throws IllegalStateException if nobody could see it
     */
    public LiveLine line(Consumer<Throwable> complaints) {
        if (logger == null || console == null) {
            throw new IllegalStateException(whyNone().orElse(""));
        }
        return new LiveLine(logger, console, columns(), complaints);
    }

    /** Why nobody could see a line; empty if somebody can. */
    public Optional<String> whyNone() {
        String terminal = environment.getOrDefault("TERM", "");
        String ci = environment.getOrDefault("CI", "");
        if (quiet) {
            return Optional.of("Maven is to be quiet (-q)");
        } else if (!interactive) {
            return Optional.of("this build is not interactive (-B)");
        } else if (console == null) {
            return Optional.of("its input or its output is no terminal");
        } else if (!mavenVersion.startsWith("3.")) {
            return Optional.of("Maven " + mavenVersion + " draws on the terminal itself");
        } else if (logger == null) {
            return Optional.of("Maven's logger is another one than usual");
        } else if (terminal.isEmpty() || terminal.equals("dumb")) {
            return Optional.of("TERM names no terminal on which something can be erased");
        } else if (!ci.isEmpty() && !ci.equals("false")) {
            return Optional.of("CI is set");
        }
        return Optional.empty();
    }

    /** How long a line may be, in characters, so that a terminal of usual size shows all of it. */
    public int columns() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}")
                ? Math.max(FEWEST_COLUMNS, Integer.parseInt(columns)) - 1
                : USUAL_COLUMNS - 1;
    }

    /** From Java 22 on there is a console where there is no terminal. */
    private static @Nullable Charset charset(@Nullable Console console) {
        if (console == null) {
            return null;
        }
        try {
            boolean terminal =
                    Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
            return terminal ? console.charset() : null;
        } catch (NoSuchMethodException e) {
            return console.charset();
        } catch (IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
