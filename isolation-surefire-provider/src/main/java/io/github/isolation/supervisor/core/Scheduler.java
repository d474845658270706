package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.StopReason;
import io.github.isolation.supervisor.core.life.WorkerInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who gets what: slices for workers that ask, workers for forks that are vacant, errors for what nobody will run. */
final class Scheduler {
    private final Settings settings;
    private final Backlog backlog;
    private final Roles roles;
    private final WorkerPool pool;
    private final ClassAccounts accounts;
    private final DeathMessages deaths;
    private final Audit audit;
    private final Tail tail;
    private final Outbox out;
    private final LastFork lastFork = new LastFork();
    private boolean orderKnown;

    /** What the provider would run of all that there is; null if nobody has said so. */
    private @Nullable Set<String> kept;

    private boolean orderIsToFollow;
    private boolean dividesSaid;
    private boolean givenUp;

    Scheduler(
            Settings settings,
            Backlog backlog,
            Roles roles,
            WorkerPool pool,
            ClassAccounts accounts,
            DeathMessages deaths,
            Audit audit,
            Tail tail,
            Outbox out) {
        this.settings = settings;
        this.backlog = backlog;
        this.roles = roles;
        this.pool = pool;
        this.accounts = accounts;
        this.deaths = deaths;
        this.audit = audit;
        this.tail = tail;
        this.out = out;
        this.orderKnown = !settings.orderFromWorker();
    }

    /** Gives every fork what it can use now. */
    void serve(long nowMillis) {
        withdrawRevoked(nowMillis);
        int busy = 0;
        String className = null;
        for (Fork fork : pool.forks()) {
            Optional<Worker> worker = fork.worker();
            if (worker.isPresent() && worker.get().isReady()) {
                feed(worker.get(), nowMillis);
            } else if (worker.isEmpty() && !(pool.isOut(fork) && pool.mayGoOn())) {
                staff(fork, nowMillis);
            }
            if (worker.isPresent() && worker.get().isRunning()) {
                busy++;
                className = worker.get().inHand().className();
            }
        }
        if (busy > 0) {
            lastFork.saw(busy == 1 && !backlog.mayHaveMore() ? className : null, nowMillis);
        }
        share(nowMillis);
        boolean spares = orderKnown && pool.mayGoOn();
        pool.provideSpares(spares ? Math.max(0, backlog.expected() - pool.onTheirWay()) : 0, this::isFollowedByAnother);
    }

    /** Forks that have nothing to run get some of what others have. */
    private void share(long nowMillis) {
        if (!tail.isPossible() || backlog.mayHaveMore() || !pool.mayGoOn() || accounts.takesNoMore()) {
            return;
        }
        int waiting = 0;
        int vacant = 0;
        for (Fork fork : pool.forks()) {
            Optional<Worker> worker = fork.worker();
            if (worker.isEmpty()) {
                vacant += pool.isOut(fork) ? 0 : 1;
            } else if (worker.get().isReady()) {
                waiting++;
            }
        }
        tail.ask(waiting, vacant, nowMillis);
    }

    /** A worker gives back what it has not begun. */
    void givenBack(Worker worker, Event.GivenBack answer, long nowMillis) {
        List<Slice> parts = tail.givenBack(worker, answer);
        if (accounts.isSkipping()) {
            accounts.skip(parts, nowMillis);
        } else if (accounts.isCancelled()) {
            accounts.refuse(parts, deaths.endedByMaven(), nowMillis);
        } else {
            backlog.putBack(parts);
            if (!parts.isEmpty() && !dividesSaid) {
                dividesSaid = true;
                out.relay(shared(parts.get(0).className()));
            }
        }
        serve(nowMillis);
    }

    private static Logged shared(String className) {
        return new Logged(
                LogLevel.INFO,
                "isolation: from here on, forks with nothing to run take over tests that others have not begun, of "
                        + className + " first; each of them runs the @BeforeAll of that class (isolation.splitClasses)",
                null);
    }

    private void staff(Fork fork, long nowMillis) {
        if (!pool.mayGoOn()) {
            refuseRest(deaths.givenUp(), nowMillis);
        } else if (backlog.peek(fork.number()) == null) {
            askMaven();
        } else if (backlog.waitsFor(fork.number()) || pool.onTheirWay() < backlog.width(fork.number())) {
            orderIsToFollow = false;
            pool.employ(fork);
        }
    }

    private void feed(Worker worker, long nowMillis) {
        if (!orderKnown && (orderIsToFollow || !pool.everyoneHasAsked())) {
            return; // who knows it tells it before it asks for a class
        }
        orderKnown = true;
        Optional<StopReason.Retire> retire = reasonToRetire(worker);
        if (retire.isPresent() && (backlog.mayHaveMore(worker.fork()) || tail.mayYield())) {
            out.step(worker, new WorkerInput.Stop(retire.get()));
            return;
        }
        if (!worker.lastClass().isEmpty() && backlog.peek(worker.fork()) != null) {
            tidy(worker, worker.lastClass());
            return; // another fork has left something, after all
        }
        Slice next = backlog.poll(worker.fork());
        if (next != null) {
            audit.handed(next.className());
            roles.handed(worker, next);
            worker.hand(next, nowMillis);
            out.handed(worker, next);
            offer(worker, next);
            accounts.parts().commands(next.className()).forEach(command -> out.tell(worker, command));
            next.commands().forEach(command -> out.tell(worker, command));
        } else if (backlog.mayHaveMore(worker.fork())) {
            askMaven();
        } else if (!tail.mayYield() || accounts.takesNoMore()) {
            out.step(worker, new WorkerInput.Stop(new StopReason.NothingLeft()));
        }
    }

    /** The fork of a worker is put in order after a class, before it is handed another. */
    void tidy(Worker worker, String className) {
        boolean goesOn = backlog.mayHaveMore(worker.fork()) || tail.mayYield();
        worker.lastClass(goesOn ? "" : className);
        out.step(worker, new WorkerInput.ForkInDisorder());
        out.add(new Effect.Tidy(worker.serial(), worker.fork(), className, goesOn));
    }

    /** What may run in one plan with what is handed out. */
    private void offer(Worker worker, Slice first) {
        if (worker.batch().isWelcome() && !first.selection().alone()) {
            List<Slice> others = backlog.pollTogether(settings.sharing());
            if (!others.isEmpty()) {
                worker.batch().make(others);
                out.tell(
                        worker,
                        new Command.Offer(others.stream().map(Slice::className).toList()));
            }
        }
    }

    private Optional<StopReason.Retire> reasonToRetire(Worker worker) {
        Slice next = backlog.peek(worker.fork());
        if (next != null && next.account().isRerun() && worker.classesRun() > 0) {
            return Optional.of(new StopReason.Retire("before a re-run"));
        }
        Optional<StopReason.Retire> reason = worker.reasonToRetire(settings.retire());
        return reason.isEmpty() && next != null && roles.isForAnother(worker, next)
                ? Optional.of(new StopReason.Retire("for the replay"))
                : reason;
    }

    /** Whether the fork of a worker goes on, in a replay, with what another one ran. */
    private boolean isFollowedByAnother(Worker worker) {
        Slice next = roles.has(worker) ? backlog.peek(worker.fork()) : null;
        return next != null && roles.isForAnother(worker, next);
    }

    /** Every class that waits becomes an error that says why it was not run; none is left out (L16). */
    void refuseRest(CrashReport why, long nowMillis) {
        List<Slice> waiting = backlog.drain();
        List<Slice> begun = rest(waiting);
        if (accounts.areForSeveralMachines() && !accounts.isCancelled() && !givenUp) {
            givenUp = true;
            int back = waiting.size() - begun.size();
            out.relay(Audit.failing("isolation: this machine takes no more classes from the queue, and gives back "
                    + back + " that it had not begun. " + why.message()));
        }
        accounts.refuse(begun, why, nowMillis);
        askMaven();
    }

    /**
     * After the end of a worker.
     *
     * @param waiting what it leaves to others, in this order in front of all else
     * @param endOfAll why nothing is run any more, if that is so
     * @param orderFollows whether another worker is started in its place that knows the user's order as well
     */
    void goOn(List<Slice> waiting, Optional<CrashReport> endOfAll, boolean orderFollows, long nowMillis) {
        backlog.putBack(waiting);
        endOfAll.ifPresent(why -> refuseRest(why, nowMillis));
        orderIsToFollow |= orderFollows && !orderKnown;
        serve(nowMillis);
        if (orderIsToFollow) { // nobody was started after all
            orderIsToFollow = false;
            serve(nowMillis);
        }
    }

    /** The user wants nothing more to begin. */
    void skipRest(long nowMillis) {
        accounts.skip(rest(backlog.drain()), nowMillis);
    }

    /** What waits and is not for other machines; if there are any, no more is taken from them. */
    private List<Slice> rest(List<Slice> waiting) {
        if (accounts.areForSeveralMachines()) {
            backlog.noneLeft();
        }
        return accounts.giveBack(waiting);
    }

    /** What waits of classes that another machine has is over. */
    void withdrawRevoked(long nowMillis) {
        for (String className : accounts.revoked()) {
            backlog.remove(className).forEach(slice -> accounts.close(slice, nowMillis));
        }
    }

    private void askMaven() {
        if (backlog.isEmpty() && backlog.ask()) {
            out.add(new Effect.AskForClass());
        }
    }

    /** A worker says in which order the user wants classes to run. The first who does is believed. */
    void order(List<String> classNames) {
        if (!orderKnown) {
            kept = Set.copyOf(classNames);
            backlog.order(classNames).forEach(accounts::leaveOut);
        }
        orderKnown = true;
    }

    /** Somebody has handed out a class, which the provider may have left out before. */
    void given(String className, long nowMillis) {
        backlog.answered();
        if (kept != null && !kept.contains(className)) {
            accounts.leaveOut(className);
        } else {
            accounts.open(className);
        }
        serve(nowMillis);
    }

    /** Maven has no more classes. */
    void noneLeft() {
        backlog.noneLeft();
    }

    /** A fork is out of service: what only it may run goes elsewhere. */
    void disown(int fork) {
        backlog.disown(fork);
    }

    /** These wait again, in front of all else. */
    void putBack(List<Slice> slices) {
        backlog.putBack(slices);
    }

    /** The rest of a slice is for the next worker that asks: Maven waits for its test set to end. */
    void resume(Slice slice) {
        slice.resume();
        backlog.putBack(slice);
    }

    /** Whether it would have helped to share classes, in a run that took so long; nothing where they were. */
    Optional<Logged> advice(long runMillis, long nowMillis) {
        return settings.splitting() == Splitting.MARKED ? lastFork.notice(runMillis, nowMillis) : Optional.empty();
    }

    /** Whether there may be something to run, now or when Maven has answered. */
    boolean mayHaveMore() {
        return backlog.mayHaveMore();
    }
}
