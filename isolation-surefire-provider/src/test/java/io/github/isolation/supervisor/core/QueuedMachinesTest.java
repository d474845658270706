package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.assertSetsAreContiguous;
import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.queue.Census;
import io.github.isolation.queue.Claim;
import io.github.isolation.queue.ClassQueue;
import io.github.isolation.queue.Entry;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.QueueModel;
import io.github.isolation.queue.Result;
import io.github.isolation.queue.RunAccount;
import io.github.isolation.queue.RunAccount.Row;
import io.github.isolation.queue.RunName;
import io.github.isolation.queue.Seat;
import io.github.isolation.supervisor.QueueFeed;
import io.github.isolation.supervisor.QueueWords;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Several supervisors and a queue: machines are killed, stopped, cut off and told to end, and each class is told once. */
class QueuedMachinesTest {
    private static final Leases LEASES = new Leases(Duration.ofSeconds(30));
    private static final RunName RUN = new RunName("42", "", 1);
    private static final long NANOS = 1_000_000;

    private long now;

    /** A connection that may be cut, before a question arrives or before its answer does. */
    private static final class Link implements ClassQueue {
        private final ClassQueue queue;
        private final Random chance;
        boolean cut;
        boolean losesAnswers;
        boolean isBroken;

        Link(ClassQueue queue, Random chance) {
            this.queue = queue;
            this.chance = chance;
        }

        private interface Question<T> {
            T ask() throws IOException;
        }

        private <T> T through(Question<T> question) throws IOException {
            if (cut) {
                throw new IOException("cut");
            }
            if (isBroken) {
                throw new IllegalStateException("a fault of the driver");
            }
            T answer = question.ask();
            if (losesAnswers && chance.nextInt(4) == 0) {
                throw new IOException("the answer was lost");
            }
            return answer;
        }

        @Override
        public Seat join(Entry entry) throws IOException {
            return queue.join(entry);
        }

        @Override
        public Claim claim(Seat seat, int units) throws IOException {
            return through(() -> queue.claim(seat, units));
        }

        @Override
        public Set<Long> renew(Seat seat, Collection<Long> tokens) throws IOException {
            return through(() -> queue.renew(seat, tokens));
        }

        @Override
        public boolean complete(Seat seat, long token, Result result) throws IOException {
            return through(() -> queue.complete(seat, token, result));
        }

        @Override
        public void release(Seat seat, long token) throws IOException {
            through(() -> {
                queue.release(seat, token);
                return true;
            });
        }

        @Override
        public void releaseAll(Seat seat) throws IOException {
            through(() -> {
                queue.releaseAll(seat);
                return true;
            });
        }

        @Override
        public Census census(Seat seat) throws IOException {
            return through(() -> queue.census(seat));
        }

        @Override
        public List<RunAccount> reports(RunName run) throws IOException {
            return queue.reports(run);
        }

        @Override
        public void close() {}
    }

    /** A build on a machine of its own. */
    private final class Machine {
        final Link link;
        final Seat seat;
        final QueueFeed feed;
        final Simulation run;
        int step;
        int sleeps;
        boolean toldToEnd;

        Machine(ClassQueue queue, List<String> classes, String name, Settings settings, int killPercent, Random chance)
                throws IOException {
            link = new Link(queue, chance);
            List<List<String>> units = classes.stream().map(List::of).toList();
            seat = link.join(new Entry(RUN, "g:a/p/e", "u", units, name, name, name));
            run = new Simulation(chance.nextLong(), settings, List.of(), killPercent, true);
            run.kept = settings.orderFromWorker() ? kept(classes) : null;
            long offset = chance.nextInt(1_000_000) * NANOS;
            int pace = 1 + chance.nextInt(6); // some clocks go far too slow, and some too fast
            feed = new QueueFeed(
                    link,
                    seat,
                    LEASES,
                    new QueueWords(false),
                    settings.forks(),
                    run::takes,
                    () -> offset + now * NANOS * pace / 4);
            run.fedBy(feed);
            run.begin();
        }

        void goesOn() {
            if (sleeps > 0) {
                sleeps--;
            } else {
                feed.step();
                run.goesOn(++step);
            }
        }

        String state() {
            return seat + (run.isOver() ? " is over" : " goes on") + ", has been handed " + run.handedOut + ", told "
                    + told() + (run.nothingIsHeld() ? "" : ", and not all") + run.told;
        }

        /** As often as each class was told to its Maven. */
        Map<String, Integer> told() {
            Map<String, Integer> told = new TreeMap<>();
            for (Event event : run.told) {
                if (event instanceof Reported reported && reported.kind() == ReportKind.SET_COMPLETED) {
                    told.merge(String.valueOf(reported.report().source()), 1, Integer::sum);
                }
            }
            return told;
        }
    }

    @Property(tries = 4_000)
    void whateverHappensToMachinesEachClassIsToldOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int machines,
            @ForAll @IntRange(min = 1, max = 3) int forks,
            @ForAll @IntRange(min = 1, max = 6) int classes,
            @ForAll @IntRange(max = 3) int killPercent,
            @ForAll @IntRange(max = 1) int reruns,
            @ForAll boolean sifted)
            throws IOException {
        now = 0;
        Random chance = new Random(seed);
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Configured configured = Configured.forks(forks).fedByQueue().reruns(reruns);
        Settings settings = (sifted ? configured.orderedByWorker() : configured).settings();
        List<String> names = names(classes);
        List<Machine> all = new ArrayList<>();
        List<Machine> alive = new ArrayList<>();
        for (int i = 1; i <= machines; i++) {
            alive.add(new Machine(queue, names, "m" + i, settings, killPercent, chance));
        }
        all.addAll(alive);
        for (int i = 0; i < 300 && !alive.isEmpty(); i++) {
            Machine one = alive.get(chance.nextInt(alive.size()));
            now += chance.nextInt(400);
            switch (chance.nextInt(150)) {
                case 0 -> alive.remove(one); // killed
                case 1 -> one.sleeps = 1 + chance.nextInt(40);
                case 2 -> now += LEASES.lease().toMillis() + 1;
                case 3 -> one.link.cut = !one.link.cut;
                case 4 -> alive.forEach(other -> other.link.cut = true); // the server is gone
                case 5 -> alive.forEach(other -> other.link.cut = false);
                case 6 -> one.link.losesAnswers = !one.link.losesAnswers;
                case 7 -> { // told to end
                    one.run.takes(new Input.Shutdown("EXIT"));
                    one.feed.leave();
                    one.toldToEnd = true;
                }
                default -> one.goesOn();
            }
        }
        Machine last = new Machine(queue, names, "last", settings, 0, chance);
        all.add(last);
        alive.add(last);
        alive.forEach(one -> {
            one.link.cut = false;
            one.link.losesAnswers = false;
            one.sleeps = 0;
        });
        for (int i = 0; alive.stream().anyMatch(one -> !one.run.isOver()); i++) {
            assertTrue(
                    i < 20_000,
                    () -> "there is no end: "
                            + alive.stream().map(Machine::state).toList() + queue.reports(RUN));
            now += 100;
            alive.forEach(Machine::goesOn);
        }
        look(queue, all, alive, names, reruns);
        alive.stream()
                .filter(one -> killPercent == 0 && !one.toldToEnd && !hasLostItsQueue(one))
                .forEach(one -> {
                    Set<String> counts = count(queue, one);
                    counts.retainAll(sifted ? kept(names) : names);
                    assertEquals(counts, one.told().keySet(), "what counts is told");
                });
    }

    /** Of another provider than that of the JUnit Platform: it finds no tests in every second class, and would not run it. */
    private static List<String> kept(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(names::get)
                .toList();
    }

    @Example
    void classesThatTheProviderLeavesOutAreDoneAndNotTold() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Settings settings = Configured.forks(2).fedByQueue().orderedByWorker().settings();
        Machine one = machine(queue, "one", settings, 0);
        finish(one);
        Machine other = machine(queue, "other", settings, 0);
        finish(other);
        Census census = queue.census(other.seat);
        assertEquals(4, census.done());
        assertEquals(0, census.open());
        assertEquals(Set.copyOf(kept(names(4))), one.told().keySet());
        assertEquals(Map.of(), other.told());
        assertEquals(List.of(), errors(one));
    }

    private static void look(QueueModel queue, List<Machine> all, List<Machine> alive, List<String> names, int reruns) {
        Map<String, Row> rows = new TreeMap<>();
        queue.reports(RUN).get(0).classes().forEach(row -> rows.put(row.className(), row));
        assertEquals(Set.copyOf(names), rows.keySet());
        rows.forEach((name, row) ->
                assertTrue(row.machine() > 0 != !row.lostBy().isEmpty(), name + " is neither told nor lost: " + row));
        for (Machine one : all) {
            if (reruns == 0) {
                assertSetsAreContiguous(one.run.told);
            }
            one.told().forEach((name, times) -> {
                assertTrue(times <= 1 + reruns, name);
                assertEquals(one.seat.number(), rows.get(name).machine(), name + " was told, and does not count");
            });
        }
        for (Machine one : alive) {
            assertTrue(one.run.nothingIsHeld());
            assertEquals(
                    one.run.results().values().stream().mapToInt(List::size).sum(),
                    one.run.statistics().results());
        }
    }

    private static Set<String> count(QueueModel queue, Machine one) {
        Set<String> names = new TreeSet<>();
        queue.reports(RUN).get(0).classes().stream()
                .filter(row -> row.machine() == one.seat.number())
                .forEach(row -> names.add(row.className()));
        return names;
    }

    private static boolean hasLostItsQueue(Machine one) {
        return errors(one).stream().anyMatch(line -> line.contains("has lost its queue"));
    }

    private Machine machine(QueueModel queue, String name, Settings settings, int killPercent) throws IOException {
        return new Machine(queue, names(4), name, settings, killPercent, new Random(7));
    }

    private void finish(Machine one) {
        for (int i = 0; !one.run.isOver(); i++) {
            assertTrue(i < 20_000, "there is no end");
            now += 100;
            one.goesOn();
        }
    }

    private static List<String> errors(Machine one) {
        return one.run.told.stream()
                .filter(event -> event instanceof Logged line && line.trace() != null)
                .map(event -> String.valueOf(((Logged) event).message()))
                .toList();
    }

    @Example
    void aMachineAtItsLimitOfCrashesGivesBackWhatItHasNotBegunAndFails() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Machine dying = machine(
                queue, "dying", Configured.forks(2).fedByQueue().maxCrashes(1).settings(), 40);
        finish(dying);
        assertEquals(
                1,
                errors(dying).stream()
                        .filter(line -> line.contains("takes no more classes from the queue"))
                        .count());
        assertTrue(queue.census(dying.seat).open() > 0);

        Machine other = machine(queue, "other", Configured.forks(1).fedByQueue().settings(), 0);
        finish(other);
        assertEquals(List.of(), errors(other));
        Census census = queue.census(other.seat);
        assertEquals(4, census.done());
        assertEquals(4, dying.told().size() + other.told().size());
    }

    @Example
    void aMachineThatCannotReachItsQueueGivesUpWhenItsLeaseEndsAndFails() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Machine cut = machine(queue, "cut", Configured.forks(1).fedByQueue().settings(), 0);
        cut.goesOn();
        cut.link.cut = true;
        finish(cut);
        assertEquals(Map.of(), cut.told());
        assertEquals(1, errors(cut).size());
        assertTrue(
                errors(cut).get(0).contains("has lost its queue"), errors(cut).toString());
    }

    /** Whoever waits for an answer would wait for ever otherwise. */
    @Example
    void aMachineWhoseQueueIsAtFaultGivesUpAtOnceAndFails() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Machine broken =
                machine(queue, "broken", Configured.forks(1).fedByQueue().settings(), 0);
        broken.goesOn();
        broken.link.isBroken = true;
        finish(broken);
        assertEquals(Map.of(), broken.told());
        assertEquals(1, errors(broken).size());
        assertTrue(
                errors(broken).get(0).contains("a fault of the driver"),
                errors(broken).toString());
    }

    @Example
    void aMachineThatComesWhenAllIsOverIsRedIfSomethingHasFailed() throws IOException {
        now = 0;
        QueueModel queue = new QueueModel(() -> now, LEASES.lease().toMillis());
        Machine first = machine(queue, "first", Configured.forks(1).fedByQueue().settings(), 0);
        finish(first);
        List<String> failed = queue.census(first.seat).failed();
        Machine late = machine(queue, "late", Configured.forks(1).fedByQueue().settings(), 0);
        finish(late);
        assertEquals(failed.isEmpty() ? 0 : 1, errors(late).size());
        assertTrue(
                !failed.isEmpty() && errors(late).get(0).contains(failed.get(0)),
                errors(late).toString());
    }
}
