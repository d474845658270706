package io.github.isolation.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Processes of this machine, found by what their command line contains: a build's directory is in that of all its JVMs. */
public final class Processes {

    private Processes() {}

    /** The command lines of the processes that are alive now and contain the marker; this process is not looked at. */
    public static List<String> alive(String marker) {
        return handles(marker).stream().map(Processes::describe).toList();
    }

    /** Like {@link #alive}, but gives them a moment to end first, and returns as soon as they have. */
    public static List<String> leftAfter(Duration patience, String marker) throws InterruptedException {
        return leftAfter(patience, () -> handles(marker));
    }

    /** The command lines of those among these processes that do not end within that time. */
    public static List<String> leftAfter(Duration patience, List<ProcessHandle> processes) throws InterruptedException {
        return leftAfter(
                patience,
                () -> processes.stream().filter(ProcessHandle::isAlive).toList());
    }

    private static List<String> leftAfter(Duration patience, Supplier<List<ProcessHandle>> living)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<ProcessHandle> handles = living.get();
        while (!handles.isEmpty() && System.nanoTime() < deadline) {
            awaitExit(handles, deadline);
            handles = living.get();
        }
        return handles.stream().map(Processes::describe).toList();
    }

    /** Kills them all. */
    static void kill(String marker) {
        handles(marker).forEach(ProcessHandle::destroyForcibly);
    }

    private static void awaitExit(List<ProcessHandle> handles, long deadline) throws InterruptedException {
        CompletableFuture<?>[] exits =
                handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillAlive) {
            return; // the caller looks once more and reports who is left
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for processes to end failed", e.getCause());
        }
    }

    /** Those processes themselves. */
    static List<ProcessHandle> handles(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(marker))
                .toList();
    }

    private static String describe(ProcessHandle process) {
        return process.pid() + " " + process.info().commandLine().orElse("(ended while it was looked at)");
    }
}
