package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.life.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The clocks of all workers. What fires late is recognized by the worker's serial and state, so nothing is locked here. */
final class Timers {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "isolation-timers");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, ScheduledFuture<?>> running = new HashMap<>();
    private final BiConsumer<Integer, Timer> fire;
    private final Duration gracePeriod;
    private final Consumer<Throwable> faults;

    Timers(Duration gracePeriod, BiConsumer<Integer, Timer> fire, Consumer<Throwable> faults) {
        this.gracePeriod = gracePeriod;
        this.fire = fire;
        this.faults = faults;
        clock.setRemoveOnCancelPolicy(true);
    }

    void arm(int serial, Timer timer) {
        ScheduledFuture<?> future = clock.schedule(
                () -> guarded(() -> fire.accept(serial, timer)), duration(timer).toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> before = running.put(key(serial, timer), future);
        if (before != null) {
            before.cancel(false);
        }
    }

    /** Does something again and again. */
    void every(Duration period, Runnable work) {
        var unused = clock.scheduleAtFixedRate(
                () -> guarded(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The executor keeps what is thrown to itself, and stops. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            faults.accept(e);
        }
    }

    /** None of them fires any more. */
    void close() {
        clock.shutdownNow();
    }

    void disarm(int serial, Timer timer) {
        ScheduledFuture<?> future = running.remove(key(serial, timer));
        if (future != null) {
            future.cancel(false);
        }
    }

    /**
     * A text, and not a record: the first {@code hashCode} or {@code equals} of a record has the JVM link it by method
     * handles, which no worker should have to wait for (it/benchmark/README.md).
     */
    private static String key(int serial, Timer timer) {
        return serial + timer.name();
    }

    private Duration duration(Timer timer) {
        return switch (timer) {
            // A JVM with agents on a machine that swaps; the launch includes seeding what prepare-forks could not.
            case STARTUP -> Duration.ofMinutes(5);
            // A JVM that is able to answer does so in milliseconds.
            case DUMP -> Duration.ofSeconds(2);
            case QUIT -> Duration.ofSeconds(1);
            case GRACE -> gracePeriod;
            case DRAIN -> Duration.ofSeconds(5);
            // Surefire's own forkedProcessExitTimeoutInSeconds is 30; its booter halts by itself after that.
            case EXIT -> Duration.ofSeconds(35);
        };
    }
}
