package io.github.isolation.supervisor.core.life;

import java.util.Map;

/** Exit statuses in words: hints for the reader. */
public final class ExitStatus {
    /** On POSIX the JDK reports death by signal n as 128 + n; these are the signals that end JVMs. */
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL",
            11, "SIGSEGV", 15, "SIGTERM");

    private static final int SIGNAL_BASE = 128;

    /** Death by the one signal that nobody can catch. */
    public static final int SIGKILL = SIGNAL_BASE + 9;

    /** Of a worker that could not be started. */
    public static final int NO_PROCESS = -1;

    private ExitStatus() {}

    public static String describe(int status) {
        if (status == NO_PROCESS) {
            return "there is no process";
        }
        if (status < 0) {
            return "exit status 0x" + Integer.toHexString(status); // as Windows writes those that it gives itself
        }
        String signal = SIGNALS.get(status - SIGNAL_BASE);
        return "exit status " + status + (signal == null ? "" : " (" + signal + ")");
    }
}
