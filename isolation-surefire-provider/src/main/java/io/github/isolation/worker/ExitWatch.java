package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import java.util.Map;

/**
 * Notices that {@code System.exit} was called before the worker had said goodbye, and tells by whom. A shutdown hook: it
 * runs while the guilty thread still stands in {@code Runtime.exit}. {@code Runtime.halt} runs no hooks; its exit status is
 * all there is.
 */
final class ExitWatch {
    private final ToSupervisor supervisor;
    private final Guard guard;

    ExitWatch(ToSupervisor supervisor, Guard guard) {
        this.supervisor = supervisor;
        this.guard = guard;
    }

    /** From here on, as long as this JVM lives. */
    void begin() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::tell, "isolation-exit-watch"));
    }

    private void tell() {
        try {
            if (!supervisor.hasSaidBye()) {
                find(Thread.getAllStackTraces());
            }
        } catch (RuntimeException | Error e) {
            guard.failed("see who called System.exit", e);
        }
    }

    /** Tells who stands in {@code System.exit}, if anybody does. */
    void find(Map<Thread, StackTraceElement[]> stacks) {
        for (Map.Entry<Thread, StackTraceElement[]> entry : stacks.entrySet()) {
            if (isExiting(entry.getValue())) {
                supervisor.tell(new Event.ExitCalled(entry.getKey().getName(), text(entry.getValue())));
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
