package io.github.isolation.worker;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import org.jspecify.annotations.Nullable;

/** What a test is doing that takes long: where its thread is now, and where in the test that is. The command thread's. */
final class SlowTest {
    /** What it waits for is seen in the first few frames. */
    private static final int TOP_FRAMES = 5;

    /** What was said last; a test that does not move is not shown again. */
    private String lastLine = "";

    private final ToSupervisor supervisor;
    private final CurrentTest tests;
    private final TestThread testThread;
    private final Guard guard;

    SlowTest(ToSupervisor supervisor, CurrentTest tests, TestThread testThread, Guard guard) {
        this.supervisor = supervisor;
        this.tests = tests;
        this.testThread = testThread;
        this.guard = guard;
    }

    /** Answers on the console. Whatever goes wrong, it is a line less. */
    void tell(Command.ShowStack question) {
        try {
            Thread own = tests.threadOf(question.id());
            Thread thread = own == null ? testThread.thread() : own;
            String frames = thread == null ? "" : frames(thread.getStackTrace(), question.source());
            if (thread != null && !frames.isEmpty()) {
                String line = "isolation: " + question.name() + " is in thread \"" + thread.getName() + "\" ("
                        + thread.getState() + "):" + frames;
                if (!line.equals(lastLine)) {
                    supervisor.tell(new Event.Logged(LogLevel.INFO, line, null));
                }
                lastLine = line;
            }
        } catch (RuntimeException | Error e) {
            guard.failed("show what a slow test is doing", e);
        }
    }

    /** The first frames, and of those below them the first of the test's class. */
    static String frames(StackTraceElement[] stack, @Nullable String source) {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(TOP_FRAMES, stack.length);
        boolean seen = false;
        for (int i = 0; i < shown; i++) {
            seen |= isOf(stack[i], source);
            append(text, stack[i]);
        }
        for (int i = shown; i < stack.length && !seen; i++) {
            if (isOf(stack[i], source)) {
                seen = true;
                text.append(i > shown ? "\n    ..." : "");
                append(text, stack[i]);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, StackTraceElement frame) {
        text.append("\n    at ").append(StackFrames.text(frame));
    }

    /** Also a nested class, or a lambda of it. */
    private static boolean isOf(StackTraceElement frame, @Nullable String source) {
        return source != null
                && (frame.getClassName().equals(source) || frame.getClassName().startsWith(source + "$"));
    }
}
