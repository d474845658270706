package io.github.isolation.service;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How it is seen that a service can be used.
 *
 * @param kind what is looked at
 * @param words what goes with it: of {@link Kind#LOG} the expression, of {@link Kind#HTTP} the path, of {@link
 *     Kind#COMMAND} the program and its arguments, with placeholders; of the others nothing
 */
public record ReadyCheck(Kind kind, List<String> words) {
    /** What is looked at. */
    public enum Kind {
        /** Its port takes a TCP connection. */
        TCP,
        /** A line of its log has this regular expression in it. */
        LOG,
        /** This path is answered with a status from 200 to 399. */
        HTTP,
        /** This program ends with 0. */
        COMMAND,
        /** PostgreSQL asks who is there: before that, it takes connections only to refuse them. */
        POSTGRES,
        /** Redis has read its data: before that, it takes connections and answers that it is loading. */
        REDIS
    }

    /** What users may write, in words; for error messages. */
    public static final String RULE = "tcp, log:REGEX, http:/path, command, postgres or redis";

    private static final String LOG_PREFIX = "log:";
    private static final String HTTP_PREFIX = "http:";

    public ReadyCheck {
        words = List.copyOf(words);
    }

    /** Its port takes a connection. */
    public static ReadyCheck tcp() {
        return new ReadyCheck(Kind.TCP, List.of());
    }

    /** PostgreSQL asks who is there. */
    public static ReadyCheck postgres() {
        return new ReadyCheck(Kind.POSTGRES, List.of());
    }

    /** Redis has read its data. */
    public static ReadyCheck redis() {
        return new ReadyCheck(Kind.REDIS, List.of());
    }

    /** A program, with its arguments, that ends with 0. */
    public static ReadyCheck command(List<String> words) {
        return new ReadyCheck(Kind.COMMAND, words);
    }

    /**
     * As users write it. After {@code command}, the program is yet to be said.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static ReadyCheck parse(String written) {
        String text = written.strip();
        if (text.startsWith(LOG_PREFIX)) {
            return new ReadyCheck(Kind.LOG, List.of(expression(text.substring(LOG_PREFIX.length()))));
        }
        if (text.startsWith(HTTP_PREFIX + "/") && !text.startsWith(HTTP_PREFIX + "//")) {
            return new ReadyCheck(Kind.HTTP, List.of(text.substring(HTTP_PREFIX.length())));
        }
        return switch (text) {
            case "tcp" -> tcp();
            case "postgres" -> postgres();
            case "redis" -> redis();
            case "command" -> command(List.of());
            default -> throw new IllegalArgumentException("'" + text + "' is none of " + RULE);
        };
    }

    private static String expression(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a regular expression: " + e.getDescription(), e);
        }
    }

    /** As users write it; of a command, without the program. */
    public String text() {
        return switch (kind) {
            case TCP -> "tcp";
            case POSTGRES -> "postgres";
            case REDIS -> "redis";
            case COMMAND -> "command";
            case LOG -> LOG_PREFIX + words.get(0);
            case HTTP -> HTTP_PREFIX + words.get(0);
        };
    }
}
