package io.github.isolation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.queue.RunAccount.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a queue promises, whatever becomes of the machines, over sequences of all that can happen to them. */
class QueueModelTest {
    private static final long LEASE = 30_000;
    private static final RunName RUN = new RunName("42", "", 1);

    private long now;

    /** A machine, and what it believes to have. */
    private static final class Machine {
        final Seat seat;
        final Map<Long, List<String>> has = new TreeMap<>();

        Machine(Seat seat) {
            this.seat = seat;
        }
    }

    /** What everybody can see who looks at all machines and at the clock of the queue. */
    private final class Witness {
        final Map<String, Integer> told = new HashMap<>();
        final Map<String, Integer> holder = new HashMap<>();
        final Map<String, Long> until = new HashMap<>();
        final Map<String, Integer> lapsed = new HashMap<>();

        void lent(Machine to, Grant grant) {
            for (String name : grant.classes()) {
                assertFalse(told.containsKey(name), name + " has results, and is lent");
                Integer other = holder.get(name);
                assertTrue(
                        other == null || until.getOrDefault(name, 0L) < now,
                        () -> name + " is lent to " + to.seat.number() + " while " + other + " has it");
                if (other != null) {
                    lapsed.merge(name, 1, Integer::sum);
                }
                holder.put(name, to.seat.number());
                until.put(name, now + LEASE);
            }
        }

        void renewed(List<String> names) {
            names.forEach(name -> until.put(name, now + LEASE));
        }

        void given(List<String> names) {
            names.forEach(holder::remove);
        }

        void counts(Machine of, String name) {
            assertEquals(of.seat.number(), told.computeIfAbsent(name, any -> of.seat.number()), name);
        }
    }

    private static Entry entry(int units, int perUnit, String machine) {
        List<List<String>> all = IntStream.range(0, units)
                .mapToObj(unit -> IntStream.range(0, perUnit)
                        .mapToObj(i -> "C" + unit + (char) ('a' + i))
                        .toList())
                .toList();
        return new Entry(RUN, "g:a/p/e", "u" + units + perUnit, all, machine, machine, "build of " + machine);
    }

    @Property(tries = 100_000)
    void everyClassIsReportedOnceOrLostAndNobodyHasItBeyondItsLease(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int machines,
            @ForAll @IntRange(min = 1, max = 4) int units,
            @ForAll @IntRange(min = 1, max = 2) int perUnit)
            throws IOException {
        now = 0;
        Random chance = new Random(seed);
        QueueModel queue = new QueueModel(() -> now, LEASE);
        Witness witness = new Witness();
        List<Machine> alive = new ArrayList<>();
        int joined = 0;
        for (int step = 0; step < 40; step++) {
            if (alive.size() < machines && chance.nextInt(3) == 0) {
                alive.add(new Machine(queue.join(entry(units, perUnit, "m" + ++joined))));
            }
            if (!alive.isEmpty()) {
                Machine one = alive.get(chance.nextInt(alive.size()));
                if (!something(queue, one, witness, chance)) {
                    alive.remove(one);
                }
            }
        }
        // The last machine finds all others dead, and works until there is nothing left.
        Machine last = new Machine(queue.join(entry(units, perUnit, "last")));
        Claim claim = queue.claim(last.seat, 1);
        for (int i = 0; claim.open() > 0; i++) {
            assertTrue(i < 1_000, "there is no end");
            for (Grant grant : claim.grants()) {
                witness.lent(last, grant);
                for (String name : grant.classes()) {
                    assertTrue(queue.complete(last.seat, grant.token(), result(name)));
                    witness.counts(last, name);
                }
            }
            now += LEASE + 1;
            claim = queue.claim(last.seat, 1);
        }
        Census census = queue.census(last.seat);
        Map<String, Row> rows = new TreeMap<>();
        queue.reports(RUN).get(0).classes().forEach(row -> rows.put(row.className(), row));
        assertEquals(0, census.open());
        assertEquals(units * perUnit, rows.size());
        rows.forEach((name, row) -> {
            boolean lost = !row.lostBy().isEmpty();
            assertTrue(lost != row.machine() > 0, name + " is neither reported nor lost, or both");
            if (witness.told.containsKey(name)) {
                assertEquals(witness.told.get(name), row.machine(), name + " was told by another machine");
            }
            if (lost) {
                assertEquals(ClassQueue.MOST_DELIVERIES - 1, witness.lapsed.getOrDefault(name, 0), name);
            }
        });
    }

    /** Says whether the machine is still there. */
    private boolean something(QueueModel queue, Machine one, Witness witness, Random chance) {
        int what = chance.nextInt(100);
        if (what < 30) {
            for (Grant grant : queue.claim(one.seat, 1 + chance.nextInt(2)).grants()) {
                witness.lent(one, grant);
                one.has.put(grant.token(), new ArrayList<>(grant.classes()));
            }
        } else if (what < 55 && !one.has.isEmpty()) {
            completes(queue, one, witness, chance);
        } else if (what < 70) {
            Set<Long> kept = queue.renew(one.seat, List.copyOf(one.has.keySet()));
            one.has.forEach((token, names) -> {
                if (kept.contains(token)) {
                    witness.renewed(names);
                }
            });
            one.has.keySet().retainAll(kept);
        } else if (what < 75 && !one.has.isEmpty()) {
            long token = one.has.keySet().iterator().next();
            boolean counted = !queue.renew(one.seat, List.of(token)).isEmpty();
            queue.release(one.seat, token);
            List<String> names = one.has.remove(token);
            if (counted) {
                witness.given(names);
            }
        } else if (what < 80) { // told to end
            Set<Long> kept = queue.renew(one.seat, List.copyOf(one.has.keySet()));
            queue.releaseAll(one.seat);
            kept.forEach(token -> witness.given(one.has.get(token)));
            return false;
        } else if (what < 85) { // killed
            return false;
        } else { // time passes: a pause, a partition, a server that is started anew
            now += chance.nextInt(5) == 0 ? LEASE + 1 + chance.nextInt(10) : chance.nextInt(10_000);
        }
        return true;
    }

    private static void completes(QueueModel queue, Machine one, Witness witness, Random chance) {
        long token = one.has.keySet().iterator().next();
        List<String> names = one.has.get(token);
        String name = names.get(chance.nextInt(names.size()));
        boolean counts = queue.complete(one.seat, token, result(name));
        if (counts && chance.nextInt(4) == 0) {
            // The answer was lost; the same question has the same answer.
            assertTrue(queue.complete(one.seat, token, result(name)));
        }
        if (counts) {
            witness.counts(one, name);
            names.remove(name);
            if (names.isEmpty()) {
                one.has.remove(token);
            }
        } else {
            one.has.remove(token);
        }
    }

    private static Result result(String name) {
        return new Result(name, 1, false, "");
    }

    @Example
    void aMachineWithOtherClassesIsRefusedWithTheDifference() throws IOException {
        QueueModel queue = new QueueModel(() -> now, LEASE);
        queue.join(entry(2, 1, "one"));
        String said = assertThrows(QueueRefusedException.class, () -> queue.join(entry(3, 1, "other")))
                .getMessage();
        assertTrue(
                said.startsWith(
                        "run 42 has other classes of g:a/p/e than this machine: here, and not in the queue: C2a."),
                said);
    }

    @Example
    void whoJoinsTwiceHasOneSeat() throws IOException {
        QueueModel queue = new QueueModel(() -> now, LEASE);
        assertEquals(queue.join(entry(2, 1, "one")), queue.join(entry(2, 1, "one")));
    }

    @Example
    void aClassThatKillsEveryMachineIsLostAndNamesThem() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASE);
        for (String name : List.of("a", "b", "c")) {
            assertEquals(
                    1, queue.claim(queue.join(entry(1, 1, name)), 1).grants().size());
            now += LEASE + 1;
        }
        Seat last = queue.join(entry(1, 1, "d"));
        assertEquals(new Claim(List.of(), 0), queue.claim(last, 1));
        assertEquals(
                List.of(new Census.Lost("C0a", "a, b, c")), queue.census(last).lost());
    }

    @Example
    void whatWasGivenBackIsNoDelivery() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASE);
        Seat seat = queue.join(entry(1, 1, "a"));
        for (int i = 0; i < 5; i++) {
            queue.release(seat, queue.claim(seat, 1).grants().get(0).token());
        }
        assertEquals(1, queue.claim(seat, 1).grants().size());
    }
}
