package io.github.isolation.supervisor;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * The console as a fork of stock Surefire has it: what a process prints past Java, such as a warning of its JVM, goes through its
 * standard error, and Maven shows it as it is. The supervisor's own thread.
 */
final class RawConsole {
    /** Not {@code System.err}, which Surefire has taken for the output of tests. Never closed: it is the JVM's. */
    private static final OutputStream STANDARD_ERROR = new FileOutputStream(FileDescriptor.err);

    private RawConsole() {}

    static void print(String line) {
        try {
            STANDARD_ERROR.write((line + System.lineSeparator()).getBytes(Charset.defaultCharset()));
        } catch (IOException e) {
            // Nobody listens any more: Maven is gone, which the command reader notices.
        }
    }
}
