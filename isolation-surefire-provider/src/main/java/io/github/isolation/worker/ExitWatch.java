package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import java.util.Map;

/**
 * Notices that {@code System.exit} was called before the worker had said goodbye, and tells by whom. A shutdown hook: it
 * runs while the guilty thread still stands in {@code Runtime.exit}. {@code Runtime.halt} runs no hooks; its exit status is
 * all there is.
 */
final class ExitWatch {
    private ExitWatch() {}

    static void begin() {
        Runtime.getRuntime().addShutdownHook(new Thread(ExitWatch::tell, "isolation-exit-watch"));
    }

    private static void tell() {
        try {
            find();
        } catch (RuntimeException | Error e) {
            Guard.failed("see who called System.exit", e);
        }
    }

    private static void find() {
        WorkerChannel channel = WorkerChannel.current();
        if (channel == null || channel.hasSaidBye()) {
            return;
        }
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            if (isExiting(entry.getValue())) {
                channel.tell(new Event.ExitCalled(entry.getKey().getName(), text(entry.getValue())));
                return;
            }
        }
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Shutdown")
                    && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }

    /** The frames from {@code System.exit} on; those above it are the JVM's own. */
    private static String text(StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder();
        boolean begun = false;
        for (StackTraceElement frame : stack) {
            begun |= frame.getMethodName().equals("exit")
                    && !frame.getClassName().equals("java.lang.Shutdown");
            if (begun) {
                text.append(text.isEmpty() ? "" : "\n").append("\tat ").append(StackFrames.text(frame));
            }
        }
        return text.toString();
    }
}
