package io.github.isolation.service;

import java.util.Map;

/** What an exit status of a process says, in words. */
final class ExitText {
    /** A process that a signal has ended has this, and the number of the signal, as its status. */
    private static final int SIGNALLED = 128;

    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"));

    private ExitText() {}

    static String of(int status) {
        String signal = SIGNALS.get(status - SIGNALLED);
        return signal == null ? "exit status " + status : signal + " (exit status " + status + ")";
    }
}
