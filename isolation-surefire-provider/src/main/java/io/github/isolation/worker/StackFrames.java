package io.github.isolation.worker;

/**
 * Frames of other threads' stacks, as they would stand in an exception's. There, the JVM leaves out the names of its own
 * class loaders and the versions of its modules, and nothing else makes an IDE find the line.
 */
final class StackFrames {
    private StackFrames() {}

    static String text(StackTraceElement frame) {
        return new StackTraceElement(
                        null,
                        frame.getModuleName(),
                        null,
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName(),
                        frame.getLineNumber())
                .toString();
    }
}
