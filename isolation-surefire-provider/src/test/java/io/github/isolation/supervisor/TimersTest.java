package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.isolation.supervisor.core.life.Timer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clocks of workers: what is stopped does not ring, and what rings later than another was set to later. */
final class TimersTest {
    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final Timers timers =
            new Timers(Duration.ofMillis(20), (serial, timer) -> rung.add(serial + " " + timer), faults::add);

    @Test
    void eachRingsForItsWorker() throws InterruptedException {
        timers.arm(1, Timer.GRACE);
        timers.arm(2, Timer.GRACE);
        assertEquals("1 GRACE", next());
        assertEquals("2 GRACE", next());
    }

    @Test
    void oneThatIsStoppedDoesNotRing() throws InterruptedException {
        whileTheClockStands(() -> {
            timers.arm(1, Timer.GRACE);
            timers.disarm(1, Timer.GRACE);
            timers.arm(2, Timer.GRACE);
        });
        assertEquals("2 GRACE", next(), "set later, and the first to ring");
    }

    @Test
    void oneOfAnotherWorkerOrAnotherKindRingsOn() throws InterruptedException {
        whileTheClockStands(() -> {
            timers.arm(1, Timer.GRACE);
            timers.disarm(2, Timer.GRACE);
            timers.disarm(1, Timer.DRAIN);
            timers.disarm(11, Timer.GRACE);
        });
        assertEquals("1 GRACE", next());
    }

    @Test
    void oneThatIsSetAgainRingsOnce() throws InterruptedException {
        whileTheClockStands(() -> {
            timers.arm(1, Timer.GRACE);
            timers.arm(1, Timer.GRACE);
            timers.arm(2, Timer.GRACE);
        });
        assertEquals("1 GRACE", next());
        assertEquals("2 GRACE", next());
        assertNull(rung.poll());
    }

    @Test
    void aRingThatFailsIsNoSilenceAndTheOthersRing() throws InterruptedException {
        Timers failing = new Timers(
                Duration.ofMillis(1),
                (serial, timer) -> {
                    if (serial == 1) {
                        throw new OutOfMemoryError("as if");
                    }
                    rung.add(serial + " " + timer);
                },
                faults::add);
        failing.arm(1, Timer.GRACE);
        assertEquals("java.lang.OutOfMemoryError: as if", fault());
        failing.arm(2, Timer.GRACE);
        assertEquals("2 GRACE", next());
    }

    /** The executor would keep what is thrown to itself, and never call again: no limit would be noticed any more. */
    @Test
    void whatIsDoneAgainAndAgainIsDoneAgainAlsoIfItFailedOnce() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        timers.every(Duration.ofMillis(1), () -> {
            int time = times.incrementAndGet();
            if (time == 1) {
                throw new IllegalStateException("as if");
            }
            rung.add("time " + time);
        });
        assertEquals("java.lang.IllegalStateException: as if", fault());
        assertEquals("time 2", next());
        assertEquals("time 3", next());
    }

    /** It has one thread: while that is busy, nothing rings, however long this takes. */
    private void whileTheClockStands(Runnable work) throws InterruptedException {
        CountDownLatch stands = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        timers.every(Duration.ofMillis(1), () -> {
            stands.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stands.await();
        work.run();
        goesOn.countDown();
    }

    private String next() throws InterruptedException {
        return String.valueOf(rung.poll(30, TimeUnit.SECONDS));
    }

    private String fault() throws InterruptedException {
        return String.valueOf(faults.poll(30, TimeUnit.SECONDS));
    }
}
