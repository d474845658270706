package io.github.isolation.worker;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;

/** What all threads are doing, as text; the thread that runs the tests first. */
final class ThreadDumps {
    /** Surefire's booter runs the tests in it. */
    private static final String TEST_THREAD = "main";

    private ThreadDumps() {}

    /** Or why there is none: the supervisor waits for it. */
    static String take() {
        try {
            return all();
        } catch (RuntimeException | Error e) {
            return "(no thread dump could be taken: " + e.getClass().getName() + ")\n";
        }
    }

    private static String all() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ThreadInfo[] infos =
                threads.dumpAllThreads(threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported());
        Arrays.sort(infos, Comparator.comparing(info -> !info.getThreadName().equals(TEST_THREAD)));
        StringBuilder text = new StringBuilder();
        for (ThreadInfo info : infos) {
            describe(info, text);
        }
        long[] deadlocked = threads.findDeadlockedThreads();
        if (deadlocked != null) {
            text.append("Deadlocked: threads ")
                    .append(Arrays.toString(deadlocked))
                    .append('\n');
        }
        return text.toString();
    }

    private static void describe(ThreadInfo info, StringBuilder text) {
        text.append('"').append(info.getThreadName()).append("\" #").append(info.getThreadId());
        text.append(info.isDaemon() ? " daemon " : " ").append(info.getThreadState());
        LockInfo waitsFor = info.getLockInfo();
        if (waitsFor != null) {
            text.append(" on ").append(waitsFor);
            text.append(info.getLockOwnerName() == null ? "" : ", held by \"" + info.getLockOwnerName() + '"');
        }
        text.append('\n');
        StackTraceElement[] stack = info.getStackTrace();
        for (int depth = 0; depth < stack.length; depth++) {
            text.append("\tat ").append(StackFrames.text(stack[depth])).append('\n');
            for (MonitorInfo monitor : info.getLockedMonitors()) {
                if (monitor.getLockedStackDepth() == depth) {
                    text.append("\t- locked ").append(monitor).append('\n');
                }
            }
        }
        text.append('\n');
    }
}
