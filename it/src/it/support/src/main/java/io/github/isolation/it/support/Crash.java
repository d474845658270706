package io.github.isolation.it.support;

/**
 * The end of a JVM, or, with {@code -Dcrash=throw}, an exception in its place: what stock Surefire reports of the latter is
 * what we owe of the former.
 */
public final class Crash {

    private Crash() {}

    /** Ends this JVM with status 3, without a word to anybody. */
    public static void here() {
        if ("throw".equals(System.getProperty("crash"))) {
            throw new IllegalStateException("where others crash");
        }
        Runtime.getRuntime().halt(3);
    }
}
