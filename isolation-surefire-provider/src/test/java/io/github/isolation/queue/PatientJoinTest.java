package io.github.isolation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A machine that comes before the server is there waits for it, and not for ever. */
class PatientJoinTest {
    private static final Entry ENTRY =
            new Entry(new RunName("42", "", 1), "g:a/p/e", "u", List.of(List.of("ATest")), "id", "m", "b");

    private final List<String> warnings = new ArrayList<>();
    private long now;
    private int tries;

    private ClassQueue queue(int away, IOException why) {
        return (ClassQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClassQueue.class}, (proxy, method, arguments) -> {
                    if (++tries <= away) {
                        throw why;
                    }
                    return new Seat(1, 1);
                });
    }

    private Seat join(ClassQueue queue) throws IOException {
        return new PatientJoin(
                        new Leases(Duration.ofSeconds(30)), warnings::add, () -> now, time -> now += time.toNanos())
                .join(queue, ENTRY);
    }

    @Test
    void whoeverIsThereIsJoinedAtOnce() throws IOException {
        assertEquals(new Seat(1, 1), join(queue(0, new IOException("x"))));
        assertEquals(List.of(), warnings);
        assertEquals(0, now);
    }

    @Test
    void aServerThatComesLaterIsWaitedForAndThatIsSaidOnce() throws IOException {
        assertEquals(new Seat(1, 1), join(queue(20, new IOException("refused"))));
        assertEquals(List.of("isolation: the queue cannot be reached (refused). It is tried again for 30 s"), warnings);
        assertEquals(Duration.ofSeconds(20).toNanos(), now);
    }

    @Test
    void afterALeaseItIsGivenUp() {
        assertEquals(
                "refused",
                assertThrows(IOException.class, () -> join(queue(Integer.MAX_VALUE, new IOException("refused"))))
                        .getMessage());
        assertEquals(Duration.ofSeconds(30).toNanos(), now);
    }

    /** Its clock goes on while it is stopped, and its only try has failed because of that. */
    @Test
    void aMachineThatWasFrozenInItsFirstTryTriesOnceMore() throws IOException {
        ClassQueue queue = queue(1, new IOException("timed out"));
        ClassQueue frozen = (ClassQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClassQueue.class}, (proxy, method, arguments) -> {
                    now += Duration.ofMinutes(2).toNanos();
                    return queue.join(ENTRY);
                });
        assertEquals(new Seat(1, 1), join(frozen));
        assertEquals(2, tries);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        assertThrows(QueueRefusedException.class, () -> join(queue(9, new QueueRefusedException("other classes"))));
        assertEquals(1, tries);
        assertEquals(List.of(), warnings);
    }
}
