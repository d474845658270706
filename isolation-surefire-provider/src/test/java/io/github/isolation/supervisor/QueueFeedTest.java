package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.queue.ClassQueue;
import io.github.isolation.queue.Entry;
import io.github.isolation.queue.Grant;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.QueueModel;
import io.github.isolation.queue.Result;
import io.github.isolation.queue.RunName;
import io.github.isolation.queue.Seat;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a class between this machine and its queue, step by step. */
class QueueFeedTest {
    private static final Leases LEASES = new Leases(Duration.ofSeconds(30));

    private final QueueModel model =
            new QueueModel(() -> this.now, LEASES.lease().toMillis());
    private final List<Input> said = new ArrayList<>();
    private long now;
    private int broken;

    /** A question that never gets over it; empty if there is none. */
    private String cut = "";

    private Seat seat;
    private Seat other;
    private QueueFeed feed;

    @BeforeEach
    void twoMachinesJoin() throws IOException {
        seat = model.join(entry("own"));
        other = model.join(entry("other"));
        feed = new QueueFeed(link(), seat, LEASES, new QueueWords(false), 1, said::add, () -> now * 1_000_000);
    }

    private static Entry entry(String machine) {
        return new Entry(new RunName("42", "", 1), "g:a/p/e", "u", List.of(List.of("ATest")), machine, machine, "b");
    }

    /** A connection over which the next few questions do not get. */
    private ClassQueue link() {
        return (ClassQueue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ClassQueue.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(cut)) {
                        throw new IOException("cut");
                    }
                    if (broken > 0) {
                        broken--;
                        throw new IOException("cut");
                    }
                    return method.invoke(model, arguments);
                });
    }

    private List<String> said() {
        return said.stream()
                .map(one -> one instanceof Input.Revoked revoked
                        ? "Revoked[" + revoked.className() + "]"
                        : one instanceof Input.Given || one instanceof Input.Accepted || one instanceof Input.NoneLeft
                                ? one.toString()
                                : one.getClass().getSimpleName())
                .toList();
    }

    private static String given() {
        return new Input.Given("ATest").toString();
    }

    private void borrow() {
        feed.ask();
        feed.step();
        assertEquals(List.of(given()), said());
        said.clear();
    }

    /**
     * A class was taken away, and its results were on their way here. Meanwhile this machine has borrowed it again: those results are
     * of the first time, and are thrown away, so under the second token they must not count.
     */
    @Test
    void resultsOfTheFirstTimeDoNotCountUnderTheSecondToken() throws IOException {
        borrow();
        now += LEASES.lease().toMillis() + 1;
        assertEquals(1, model.claim(other, 1).grants().size());
        feed.step();
        assertEquals(List.of("Revoked[ATest]"), said());
        said.clear();

        model.releaseAll(other);
        feed.ask();
        feed.step();
        feed.deliver("ATest", List.of(1L));
        feed.step();
        assertEquals(0, model.census(seat).done(), "of the first time");
        assertEquals(List.of(), said());

        feed.discarded("ATest");
        feed.step();
        assertEquals(List.of(given()), said());
        said.clear();
        feed.deliver("ATest", List.of(2L));
        feed.step();
        assertEquals(List.of(new Input.Accepted("ATest").toString()), said());
        assertEquals(1, model.census(seat).done());
    }

    /** Its connection is gone by then, since the database does not wait for ever; the queue is not. */
    @Test
    void aMachineThatWasFrozenForLongerThanItsLeaseTriesAgainBeforeItGivesUp() {
        borrow();
        now += LEASES.lease().toMillis() * 3;
        broken = 1;
        feed.step();
        assertEquals(List.of("Warning"), said());
        now += LEASES.poll().toMillis();
        feed.step();
        assertEquals(
                List.of("Warning", "Warning"), said(), "it can be reached again, and nobody else wanted the class");
        feed.deliver("ATest", List.of(1L));
        feed.step();
        assertEquals(new Input.Accepted("ATest").toString(), said().get(2));
    }

    /** What is too large for a path, or for a disk, never gets through; that the lease is renewed meanwhile must not keep it from everybody. */
    @Test
    void whatFailsForALeaseIsGivenUpAlthoughTheRestGetsThrough() {
        borrow();
        cut = "complete";
        feed.deliver("ATest", List.of(1L));
        for (int i = 0; i < 100 && said().stream().noneMatch("NoneLeft[]"::equals); i++) {
            feed.step();
            now += LEASES.poll().toMillis();
        }
        assertEquals(List.of("Warning", "Trouble", "Revoked[ATest]", "NoneLeft[]"), said());
    }

    /** All is lent to others when it asks, and they bring it to its end. */
    @Test
    void whoHasWaitedForOthersInVainHasComeInTime() throws IOException {
        Grant others = model.claim(other, 1).grants().get(0);
        feed.ask();
        feed.step();
        assertEquals(List.of(), said());
        model.complete(other, others.token(), new Result("ATest", 1, true, ""));
        now += LEASES.poll().toMillis();
        feed.step();
        assertEquals(List.of("NoneLeft[]"), said());
    }

    @Test
    void whoComesWhenAllIsOverMakesNothingGreen() throws IOException {
        Grant others = model.claim(other, 1).grants().get(0);
        model.complete(other, others.token(), new Result("ATest", 1, true, ""));
        feed.ask();
        feed.step();
        assertEquals(List.of("Trouble", "NoneLeft[]"), said());
    }

    @Test
    void aQueueThatStaysAwayForALeaseIsLost() {
        borrow();
        broken = Integer.MAX_VALUE;
        for (int i = 0; i < 100 && said().stream().noneMatch("NoneLeft[]"::equals); i++) {
            now += LEASES.poll().toMillis();
            feed.step();
        }
        assertEquals(List.of("Warning", "Trouble", "Revoked[ATest]", "NoneLeft[]"), said());
        assertTrue(
                said.get(1).toString().contains("it could not be reached for as long as this machine's lease: cut"),
                said::toString);
    }
}
