package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.life.Death;
import io.github.isolation.supervisor.core.life.KillReason;
import io.github.isolation.supervisor.core.life.WorkerInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Every decision of a supervisor: who runs what, what becomes of a class whose worker died, when all is done. Deterministic:
 * no clock, no I/O, no thread; inputs go in one at a time, effects come out in order. Here inputs are dispatched: what workers
 * say to the {@link Conversation}, ends of workers to the {@link WorkerEnds}.
 */
public final class Supervision {
    private final Settings settings;
    private final RunStatistics statistics = new RunStatistics();
    private final Audit audit = new Audit();
    private final Outbox out = new Outbox(statistics, audit);
    private final DeathMessages deaths;
    private final WorkerPool pool;
    private final ClassAccounts accounts;
    private final Tail tail;
    private final Deliveries deliveries = new Deliveries(audit, out);
    private final Scheduler scheduler;
    private final WorkerEnds ends;
    private final Conversation conversation;
    private final LongSupplier freshRunIds;
    private final Inputs inputs = new Inputs();
    private long lastRunId;
    private long startedAt;
    private long nowMillis;
    private boolean finished;

    /** For these classes, in this order; none if Maven feeds. */
    public Supervision(Settings settings, List<String> classNames) {
        this(settings, classNames, Placement.FREE);
    }

    /** As the other; and some of the classes belong together. */
    public Supervision(Settings settings, List<String> classNames, Placement placement) {
        this.settings = settings;
        this.freshRunIds = () -> ++lastRunId;
        this.deaths = new DeathMessages(settings);
        Backlog backlog = new Backlog(settings.mavenFeeds(), placement);
        int useful = Math.max(classNames.size(), placement.highestFork());
        this.pool = new WorkerPool(settings, useful, statistics, out, freshRunIds);
        this.accounts = new ClassAccounts(settings, backlog, pool, audit, deliveries, out, freshRunIds);
        this.tail = new Tail(settings, placement, pool, out);
        this.scheduler =
                new Scheduler(settings, backlog, new Roles(placement), pool, accounts, deaths, audit, tail, out);
        this.ends = new WorkerEnds(pool, scheduler, accounts, statistics, deaths, out);
        this.conversation = new Conversation(settings, pool, scheduler, accounts, statistics, deaths, audit, tail, out);
        classNames.forEach(accounts::open);
    }

    /**
     * What tests took in an earlier run, for whoever has to share them. Before the start.
     *
     * @param byId in milliseconds, by unique id; negative if nobody knows
     */
    public void usualMillis(ToLongFunction<String> byId) {
        tail.usualMillis(byId);
    }

    /** Several machines share a queue of classes: it is asked whether results count, before Maven hears of any. Before the start. */
    public void deliver() {
        deliveries.ask();
        out.mayDiscard();
    }

    /** Of these classes, other machines run what this one does not. Before the start. */
    public void parts(Map<String, ClassPart> ofClasses) {
        accounts.parts(ofClasses);
    }

    /** A class whose tests are known: several workers may have a part of it at a time. Before the start. */
    void divide(String className, List<? extends Collection<PlannedTest>> parts) {
        accounts.open(ClassAccount.inParts(className, settings.reruns(), freshRunIds, parts));
    }

    /** A class is to be run of which only these tests, or what is in these containers, are wanted. Before the start. */
    public void openOnly(String className, Set<String> ids) {
        accounts.open(ClassAccount.only(className, freshRunIds, ids));
    }

    /** Starts the first workers. */
    public List<Effect> start(long now) {
        startedAt = now;
        nowMillis = now;
        scheduler.serve(now);
        return finishIfDone();
    }

    /** Takes one input. */
    public List<Effect> on(Input input, long now) {
        nowMillis = now;
        input.dispatch(inputs);
        return finishIfDone();
    }

    /** Tests that run, or classes of which no test does. */
    public List<String> running() {
        List<String> running = new ArrayList<>();
        for (Worker worker : pool.everyone()) {
            List<String> tests = worker.inHand().inFlight().names();
            running.addAll(tests);
            if (tests.isEmpty() && worker.inHand().isOfAClass()) {
                running.add(worker.inHand().className());
            }
        }
        return running;
    }

    /** Whoever acts on the effects cannot go on: what has no result is an error, and there are no workers any more. */
    public List<Effect> fail(String why, long now) {
        ends.fail(why, now);
        return out.take();
    }

    /** What has happened so far. */
    public RunStatistics statistics() {
        return statistics;
    }

    private List<Effect> finishIfDone() {
        if (!finished && !scheduler.mayHaveMore() && pool.isEmpty() && deliveries.isEmpty()) {
            finished = true;
            audit.differences().ifPresent(out::relay);
            scheduler.advice(nowMillis - startedAt, nowMillis).ifPresent(out::relay);
            out.add(new Effect.Finish());
        }
        return out.take();
    }

    /** Applies an input to a worker, which may be the last of its life. */
    private void step(Worker worker, WorkerInput input) {
        Death death = out.step(worker, input);
        if (death == null) {
            return;
        }
        if (pool.isSpare(worker)) {
            ends.settleSpare(worker, death, nowMillis);
        } else {
            ends.settle(worker, death, nowMillis);
        }
    }

    /** One method for each kind of input. What comes of a worker that is gone means nothing any more. */
    private final class Inputs implements Input.Handler {
        private void step(int serial, WorkerInput input) {
            Worker worker = pool.find(serial);
            if (worker != null) {
                Supervision.this.step(worker, input);
            }
        }

        @Override
        public void fromWorker(Input.FromWorker from) {
            Worker worker = pool.find(from.serial());
            if (worker != null) {
                conversation.heard(worker, from.number(), from.event(), nowMillis);
            }
        }

        @Override
        public void nativeLine(Input.NativeLine line) {
            Worker worker = pool.find(line.serial());
            if (worker != null) {
                conversation.printed(worker, line);
            }
        }

        @Override
        public void garbled(Input.Garbled garbled) {
            step(garbled.serial(), new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, garbled.message()));
        }

        @Override
        public void channelEnded(Input.ChannelEnded ended) {
            step(ended.serial(), new WorkerInput.ChannelEnded());
        }

        @Override
        public void exited(Input.Exited exited) {
            step(exited.serial(), new WorkerInput.Exited(exited.exit()));
        }

        @Override
        public void timerFired(Input.TimerFired fired) {
            step(fired.serial(), new WorkerInput.TimerFired(fired.timer()));
        }

        /** What takes too long is named; what takes longer than it may ends its worker. */
        @Override
        public void tick() {
            for (Worker worker : pool.everyone()) {
                conversation.nameSlowTests(worker, nowMillis);
                worker.overdue(settings.limits(), nowMillis)
                        .ifPresent(overdue -> Supervision.this.step(worker, new WorkerInput.Kill(overdue)));
            }
            if (tail.isPossible()) {
                scheduler.serve(nowMillis); // what takes long by now may be worth sharing
            }
        }

        @Override
        public void tidied(Input.Tidied tidied) {
            step(tidied.serial(), new WorkerInput.ForkInOrder(tidied.failure()));
            if (tidied.failure() != null && pool.find(tidied.serial()) != null) {
                out.relay(new Logged(LogLevel.WARNING, tidied.failure(), null));
            }
            scheduler.serve(nowMillis);
        }

        @Override
        public void unready(Input.Unready unready) {
            step(unready.serial(), new WorkerInput.ForkInDisorder());
        }

        /** Of the tests that run, nobody knows which would have passed; without any, the next worker finds it restored. */
        @Override
        public void serviceEnded(Input.ServiceEnded ended) {
            Worker worker = pool.workerOf(ended.fork());
            if (worker != null && worker.isRunning()) {
                String detail = ended.what() + ". " + ended.lastWords();
                Supervision.this.step(worker, new WorkerInput.Kill(KillReason.SERVICE_ENDED, detail));
                return;
            }
            out.relay(deaths.serviceEnded(ended));
            if (worker != null) {
                Supervision.this.step(worker, new WorkerInput.MustRetire("because a service had ended"));
                scheduler.serve(nowMillis);
            }
        }

        @Override
        public void serviceFailed(Input.ServiceFailed failed) {
            step(failed.serial(), new WorkerInput.Kill(KillReason.SERVICE_FAILED, failed.why()));
        }

        @Override
        public void given(Input.Given given) {
            boolean shared = deliveries.areAsked();
            if (shared && (accounts.takesNoMore() || !pool.mayGoOn())) {
                deliveries.giveBack(given.className());
                return;
            }
            if (accounts.isCancelled()) {
                return;
            }
            if (!shared && audit.isPromised(given.className())) {
                out.relay(audit.givenTwice(given.className()));
                scheduler.serve(nowMillis);
            } else {
                scheduler.given(given.className(), nowMillis);
            }
        }

        @Override
        public void noneLeft() {
            scheduler.noneLeft();
            scheduler.serve(nowMillis);
        }

        @Override
        public void accepted(Input.Accepted accepted) {
            deliveries.accepted(accepted.className());
        }

        /** Whoever has it is ended, and what waits of it is no longer to be run. */
        @Override
        public void revoked(Input.Revoked revoked) {
            String name = revoked.className();
            String line = "isolation: what this machine has of " + name + " does not count: " + revoked.why();
            out.relay(new Logged(LogLevel.WARNING, line, null));
            if (deliveries.revoked(name)) {
                return;
            }
            scheduler.withdrawRevoked(nowMillis);
            for (Worker worker : pool.everyone()) {
                if (has(worker, name)) {
                    Supervision.this.step(worker, new WorkerInput.Kill(KillReason.CANCELLED, revoked.why()));
                }
            }
            if (deliveries.isRevoked(name) && pool.everyone().stream().noneMatch(worker -> has(worker, name))) {
                deliveries.discard(name);
            }
            scheduler.serve(nowMillis);
        }

        private static boolean has(Worker worker, String className) {
            return worker.inHand().className().equals(className);
        }

        @Override
        public void trouble(Input.Trouble trouble) {
            out.relay(Audit.failing(trouble.message()));
        }

        @Override
        public void skipRest() {
            conversation.skipRest(nowMillis);
        }

        @Override
        public void outputLost(Input.OutputLost lost) {
            out.hold(
                    lost.slice(),
                    lost.set().source(),
                    List.of(CrashReport.outputLost(lost.why()).ofClass(lost.set(), freshRunIds.getAsLong())));
        }

        @Override
        public void warning(Input.Warning warning) {
            out.relay(new Logged(LogLevel.WARNING, warning.message(), null));
        }

        @Override
        public void ping() {
            conversation.tellAll(new Command.Ping());
        }

        @Override
        public void shutdown(Input.Shutdown shutdown) {
            conversation.tellAll(new Command.Shutdown(shutdown.kind()));
            accounts.cancel();
            scheduler.noneLeft();
            scheduler.refuseRest(deaths.endedByMaven(), nowMillis);
            var kill = new WorkerInput.Kill(KillReason.CANCELLED, "Maven ended the fork");
            pool.everyone().forEach(worker -> Supervision.this.step(worker, kill));
        }
    }
}
