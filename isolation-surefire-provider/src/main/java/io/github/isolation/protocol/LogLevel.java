package io.github.isolation.protocol;

/** Levels of Surefire's console log. The order is part of the wire. */
public enum LogLevel {
    /** Shown with {@code -X}. */
    DEBUG,
    /** Shown always, but not with {@code -q}. */
    INFO,
    /** Shown always. */
    WARNING,
    /** Shown always; with a trace it fails the build. */
    ERROR
}
