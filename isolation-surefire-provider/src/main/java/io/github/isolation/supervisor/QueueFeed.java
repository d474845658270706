package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.queue.Census;
import io.github.isolation.queue.Claim;
import io.github.isolation.queue.ClassQueue;
import io.github.isolation.queue.ClassReport;
import io.github.isolation.queue.Grant;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.QueueRefusedException;
import io.github.isolation.queue.Result;
import io.github.isolation.queue.Seat;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Between the supervisor's loop and a queue that several machines share. Whatever may have to wait for the queue is done in one thread of its
 * own, in {@link #run}; what comes of it is an input. As long as a machine cannot reach the queue it goes on with what it has; when its lease must
 * have run out, it gives up: others may have its classes by then.
 */
public final class QueueFeed implements ClassFeed, Runnable {
    private final ClassQueue queue;
    private final Seat seat;
    private final Leases leases;
    private final QueueWords words;
    private final Consumer<Input> supervisor;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private volatile boolean over;

    /** The loop's. */
    private final Map<Long, ClassReport> heard = new HashMap<>();

    private final Map<String, Long> tokens = new HashMap<>();
    private final Deque<Result> results = new ArrayDeque<>();

    /** Taken away, and not gone yet here. */
    private final Set<String> ending = new HashSet<>();

    /** Lent again while what was there before is not gone. */
    private final Set<String> early = new HashSet<>();

    /** Of units of which a class was given back while another one was here. */
    private final Set<Long> returned = new HashSet<>();

    private int wanted;
    private boolean cameInTime;
    private boolean asking;
    private boolean unreachable;
    private long reachedAt;
    private long failingSince;
    private long beatAt;
    private long pollAt;

    /**
     * For a machine that has joined.
     *
     * @param words say what is wrong when all is over
     * @param forks how many classes it can run at a time: so many are borrowed at first, and then one by one
     * @param supervisor takes inputs, from any thread
     * @param nanoTime a clock that nobody sets
     */
    public QueueFeed(
            ClassQueue queue,
            Seat seat,
            Leases leases,
            QueueWords words,
            int forks,
            Consumer<Input> supervisor,
            LongSupplier nanoTime) {
        this.queue = queue;
        this.seat = seat;
        this.leases = leases;
        this.words = words;
        this.wanted = Math.max(1, forks);
        this.supervisor = supervisor;
        this.nanoTime = nanoTime;
        this.reachedAt = nanoTime.getAsLong();
        this.beatAt = reachedAt;
        this.pollAt = reachedAt;
    }

    @Override
    public void ask() {
        jobs.add(() -> {
            asking = true;
            pollAt = nanoTime.getAsLong();
        });
    }

    @Override
    public void heard(long slice, List<Event> events) {
        heard.computeIfAbsent(slice, any -> new ClassReport()).take(events);
    }

    @Override
    public void forget(long slice) {
        heard.remove(slice);
    }

    @Override
    public void deliver(String className, List<Long> slices) {
        ClassReport all = new ClassReport();
        for (long slice : slices) {
            ClassReport one = heard.get(slice);
            if (one != null) {
                all.add(one);
            }
        }
        Result result = all.of(className);
        jobs.add(() -> results.add(result));
    }

    @Override
    public void discarded(String className) {
        jobs.add(() -> {
            ending.remove(className);
            results.removeIf(result -> result.className().equals(className));
            if (early.remove(className)) {
                supervisor.accept(new Input.Given(className));
            }
        });
    }

    @Override
    public void giveBack(String className) {
        jobs.add(() -> {
            Long token = tokens.remove(className);
            if (token != null) {
                returned.add(token);
                release(token);
            }
        });
    }

    /** A unit of which something was given back goes back when the rest of it is over. */
    private void release(long token) {
        if (!tokens.containsValue(token) && returned.remove(token)) {
            BestEffort.attempt(() -> queue.release(seat, token));
        }
    }

    @Override
    public void abandon() {
        over = true;
        jobs.add(() -> {}); // wakes it
    }

    /** As far as that is possible: what nobody hears of comes about when the lease ends. */
    @Override
    public void leave() {
        over = true;
        BestEffort.attempt(() -> queue.releaseAll(seat));
    }

    /** Does all that is to be done, until {@link #abandon}. */
    @Override
    public void run() {
        try {
            long wait = 0;
            while (!over) {
                Runnable job = jobs.poll(wait, TimeUnit.NANOSECONDS);
                wait = step(job);
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is told any more: what waits for an answer has none. */
    private void end() throws InterruptedException {
        leave();
        BestEffort.attempt(queue::close);
        while (true) {
            refuse();
            jobs.take().run();
        }
    }

    /** What is over here does not count any more. */
    private void refuse() {
        early.clear();
        results.forEach(result -> revoke(result.className(), "this build has ended"));
        results.clear();
        asking = false;
    }

    /**
     * Does what was asked for, and what is to be done by now. One thread's.
     *
     * @return in how many nanoseconds there is more
     */
    public long step() {
        return step(jobs.poll());
    }

    private long step(@Nullable Runnable first) {
        long now = nanoTime.getAsLong();
        try {
            for (Runnable job = first; job != null; job = jobs.poll()) {
                job.run();
            }
            if (over) {
                refuse();
                return 0;
            }
            if (now - beatAt >= 0) {
                if (!tokens.isEmpty()) {
                    beat();
                    reachedAt = now; // but nothing is said of it: another statement may fail all the same
                }
                beatAt = now + leases.beat().toNanos();
            }
            while (!results.isEmpty()) {
                deliver(results.element());
                results.remove();
                reachedAt = now;
            }
            if (asking && now - pollAt >= 0) {
                claim();
                pollAt = now + leases.poll().toNanos();
                reachedAt = now;
            }
            nothingFailed();
        } catch (QueueRefusedException e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            lost(now, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            giveUp("something went wrong here: " + e); // nobody else would, and the supervisor waits for an answer
        }
        long next = unreachable ? now + leases.poll().toNanos() : asking ? Math.min(beatAt, pollAt) : beatAt;
        return Math.max(0, next - nanoTime.getAsLong());
    }

    private void nothingFailed() {
        if (unreachable) {
            unreachable = false;
            supervisor.accept(new Input.Warning("isolation: the queue can be reached again"));
        }
    }

    private void lost(long now, String why) {
        beatAt = now; // the next try says first that we are alive; who was frozen has not tried for long
        long lease = leases.lease().toNanos();
        if (unreachable && (now - reachedAt >= lease || now - failingSince >= lease)) {
            giveUp("it could not be reached for as long as this machine's lease: " + why);
        } else if (!unreachable) {
            unreachable = true;
            failingSince = now;
            supervisor.accept(new Input.Warning("isolation: the queue cannot be reached (" + why
                    + "). What runs goes on; it is tried again until the lease of this machine ends"));
        }
    }

    /** Others have what we have, or will. */
    private void giveUp(String why) {
        supervisor.accept(
                new Input.Trouble(
                        "isolation: this machine has lost its queue: " + why
                                + ". What had no answer is not told here; other machines run it, and isolation:merge knows what counts."));
        Set<String> all = new HashSet<>(tokens.keySet());
        results.forEach(result -> all.add(result.className()));
        results.clear();
        early.clear();
        all.forEach(name -> revoke(name, "the queue is lost"));
        supervisor.accept(new Input.NoneLeft());
        over = true;
    }

    private void beat() throws IOException {
        Set<Long> asked = new HashSet<>(tokens.values());
        Set<Long> kept = queue.renew(seat, asked);
        Set<String> waiting = results.stream().map(Result::className).collect(Collectors.toSet());
        for (Map.Entry<String, Long> one : Map.copyOf(tokens).entrySet()) {
            // Of what is over here, the answer to its results says more.
            if (!kept.contains(one.getValue()) && !waiting.contains(one.getKey())) {
                revoke(one.getKey(), "another machine has it, since this one was silent for longer than its lease");
            }
        }
    }

    private void deliver(Result result) throws IOException {
        String name = result.className();
        Long token = tokens.get(name);
        if (ending.contains(name)) {
            return; // it does not count, and that is on its way
        }
        if (token == null) {
            // It was taken away while it came to its end.
            revoke(name, "it was taken away before it was over");
        } else if (queue.complete(seat, token, result)) {
            tokens.remove(name);
            release(token);
            supervisor.accept(new Input.Accepted(name));
        } else {
            revoke(name, "another machine has it, since this one was silent for longer than its lease");
        }
    }

    private void revoke(String className, String why) {
        tokens.remove(className);
        if (ending.add(className)) {
            supervisor.accept(new Input.Revoked(className, why));
        }
    }

    private void claim() throws IOException {
        Claim claim = queue.claim(seat, wanted);
        if (!claim.grants().isEmpty()) {
            asking = false;
            cameInTime = true;
            wanted = 1;
            for (Grant grant : claim.grants()) {
                for (String name : grant.classes()) {
                    boolean here = tokens.put(name, grant.token()) != null;
                    if (here) {
                        asking = true; // its lease had run out, and nobody else has asked: it goes on
                    } else if (ending.contains(name)) {
                        early.add(name);
                    } else {
                        supervisor.accept(new Input.Given(name));
                    }
                }
            }
        } else if (claim.open() == 0) {
            Census census = queue.census(seat); // before anything is decided: it may have to be asked again
            asking = false;
            words.wrong(census, !cameInTime).ifPresent(supervisor);
            supervisor.accept(new Input.NoneLeft());
        } else {
            cameInTime = true; // others run what is left, and may yet give it back
        }
    }
}
