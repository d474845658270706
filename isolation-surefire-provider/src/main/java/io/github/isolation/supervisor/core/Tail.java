package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.account.Division;
import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run, when forks have nothing to run while others are in the middle of classes: takes back from these what they
 * have not begun. A worker is asked, and says what it really has not begun, so no test is in two hands.
 */
final class Tail {
    /** Less than this is over before a worker that waits has begun it: it has to find the tests, and to set up the class. */
    private static final long WORTH_MILLIS = 200;

    /** Less than this is over before a JVM has started. */
    private static final long WORTH_A_WORKER_MILLIS = 1_000;

    private final Settings settings;
    private final Placement placement;
    private final WorkerPool pool;
    private final Outbox out;
    private long lastRequest;
    private ToLongFunction<String> usualMillis = id -> -1;

    Tail(Settings settings, Placement placement, WorkerPool pool, Outbox out) {
        this.settings = settings;
        this.placement = placement;
        this.pool = pool;
        this.out = out;
    }

    /** What tests took in an earlier run, by their unique ids; negative if nobody knows. */
    void usualMillis(ToLongFunction<String> byId) {
        usualMillis = byId;
    }

    /** Whether any class is shared by several forks. */
    boolean isPossible() {
        return settings.splitting() != Splitting.NEVER;
    }

    /** Others may run some of what this worker has in hand. Of classes that belong to one fork, they may not. */
    void divisible(Worker worker, Event.Divisible divisible, long nowMillis) {
        Slice slice = worker.inHand();
        if (isPossible() && slice.isOfAClass() && placement.group(slice.className()) == null) {
            slice.divide(divisible, usualMillis, nowMillis);
        }
    }

    /** Whether a worker for which there is nothing may still get something. */
    boolean mayYield() {
        if (!isPossible()) {
            return false;
        }
        for (Worker worker : pool.everyone()) {
            if (worker.isRunning() && mayYield(worker.inHand())) {
                return true;
            }
        }
        return false;
    }

    private boolean mayYield(Slice slice) {
        Division division = slice.turn().division();
        boolean mayBeDivided = settings.splitting() == Splitting.TAIL
                && !slice.turn().hasBegun()
                && !slice.account().isRerun();
        return division == null ? mayBeDivided : division.mayYield();
    }

    /**
     * Asks those who have most left, on behalf of those who have nothing.
     *
     * @param waiting how many workers wait
     * @param vacant how many forks have no worker
     */
    void ask(int waiting, int vacant, long nowMillis) {
        int promised = 0;
        Map<Worker, Integer> shares = new LinkedHashMap<>();
        for (Worker worker : pool.everyone()) {
            Division division = worker.inHand().turn().division();
            promised += division == null ? 0 : division.promised();
            if (worker.isRunning() && division != null && division.promised() == 0 && division.size() > 0) {
                shares.put(worker, 0);
            }
        }
        for (int fork = promised; fork < waiting + vacant; fork++) {
            long worth = fork < waiting ? WORTH_MILLIS : WORTH_A_WORKER_MILLIS;
            Worker fullest = fullest(shares, worth, nowMillis);
            if (fullest == null) {
                break;
            }
            shares.merge(fullest, 1, Integer::sum);
        }
        shares.forEach((worker, more) -> ask(worker, more, nowMillis));
        int wanting = waiting
                + vacant
                - promised
                - shares.values().stream().mapToInt(Integer::intValue).sum();
        if (wanting > 0) {
            lookAhead(waiting > 0 ? WORTH_MILLIS : WORTH_A_WORKER_MILLIS, nowMillis);
        }
    }

    /** Of tests that have run for so long, as much may be left: their workers are asked what comes next. */
    private void lookAhead(long worth, long nowMillis) {
        for (Worker worker : pool.everyone()) {
            Division division = worker.inHand().turn().division();
            String test = division == null || !worker.isRunning() ? null : division.unknownAhead(worth, nowMillis);
            if (division != null && test != null) {
                division.looksAhead();
                out.tell(worker, new Command.LookAhead(test));
            }
        }
    }

    /** Who has most left for one more share, if that is worth it. */
    private static @Nullable Worker fullest(Map<Worker, Integer> shares, long worth, long nowMillis) {
        Worker fullest = null;
        long most = worth - 1;
        for (Map.Entry<Worker, Integer> entry : shares.entrySet()) {
            Division division = entry.getKey().inHand().turn().division();
            int more = entry.getValue() + 1;
            if (division != null && division.size() >= more) {
                // It is in the middle of one: of one that is left, the other has all.
                long each = division.millisLeft(nowMillis) / (division.size() == more ? more : more + 1);
                if (each > most) {
                    most = each;
                    fullest = entry.getKey();
                }
            }
        }
        return fullest;
    }

    private void ask(Worker worker, int shares, long nowMillis) {
        Division division = worker.inHand().turn().division();
        if (shares > 0 && division != null) {
            long request = ++lastRequest;
            out.tell(worker, new Command.GiveBack(request, division.ask(request, shares, nowMillis)));
        }
    }

    /** What a worker gives back, in slices of their own. */
    List<Slice> givenBack(Worker worker, Event.GivenBack answer) {
        Slice slice = worker.inHand();
        Division division = slice.turn().division();
        List<Slice> parts = new ArrayList<>();
        if (division != null) {
            division.answered(answer.request(), answer.members())
                    .forEach(tests -> slice.account().split(slice, tests).ifPresent(parts::add));
        }
        return parts;
    }
}
