package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.account.InFlight;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.account.SliceEnd;
import io.github.isolation.supervisor.core.life.ExitCaller;
import io.github.isolation.supervisor.core.life.KillReason;
import io.github.isolation.supervisor.core.life.WorkerInput;
import java.util.List;

/** What workers say, and what is made of it. */
final class Conversation {
    private final Settings settings;
    private final WorkerPool pool;
    private final Scheduler scheduler;
    private final ClassAccounts accounts;
    private final RunStatistics statistics;
    private final DeathMessages deaths;
    private final Audit audit;
    private final Tail tail;
    private final Outbox out;
    private final LeakNotes leakNotes = new LeakNotes();
    private int stopRequests;

    Conversation(
            Settings settings,
            WorkerPool pool,
            Scheduler scheduler,
            ClassAccounts accounts,
            RunStatistics statistics,
            DeathMessages deaths,
            Audit audit,
            Tail tail,
            Outbox out) {
        this.settings = settings;
        this.pool = pool;
        this.scheduler = scheduler;
        this.accounts = accounts;
        this.statistics = statistics;
        this.deaths = deaths;
        this.audit = audit;
        this.tail = tail;
        this.out = out;
    }

    /** Nothing is believed of a worker of whose words one is missing, or came twice. */
    void heard(Worker worker, long number, Event event, long nowMillis) {
        if (worker.messages().isBroken()) {
            return;
        }
        if (worker.messages().isNext(number)) {
            heard(worker, event, nowMillis);
        } else {
            kill(worker, worker.messages().describe(number));
        }
    }

    /** It printed a line past Java. Of a spare it is no output of the class that its fork runs meanwhile. */
    void printed(Worker worker, Input.NativeLine line) {
        if (pool.isSpare(worker)) {
            worker.remember(line.line());
            worker.earlyLines().add(line.line());
        } else {
            out.print(worker, line);
        }
    }

    private void heard(Worker worker, Event event, long nowMillis) {
        if (event instanceof Event.Hello) {
            out.step(worker, new WorkerInput.Greeted());
        } else if (event instanceof Event.NextTest next) {
            asks(worker, next.heapPercent(), nowMillis);
        } else if (event instanceof Event.SharesPlans) {
            worker.batch().welcome();
        } else if (event instanceof Event.GoesOn next) {
            goesOn(worker, next.className(), nowMillis);
        } else if (event instanceof Event.Members members) {
            accounts.parts().found(members).ifPresent(out::relay);
        } else if (event instanceof Event.Divisible divisible) {
            tail.divisible(worker, divisible, nowMillis);
            scheduler.serve(nowMillis);
        } else if (event instanceof Event.Ahead) {
            ofTests(worker, event, nowMillis);
            scheduler.serve(nowMillis);
        } else if (event instanceof Event.GivenBack answer) {
            scheduler.givenBack(worker, answer, nowMillis);
        } else if (event instanceof Event.NeedsFreshWorker) {
            needsFreshWorker(worker);
        } else if (event instanceof Event.Undiscoverable undiscoverable) {
            undiscoverable(worker, undiscoverable, nowMillis);
        } else if (event instanceof Event.Retiring retiring) {
            out.step(worker, new WorkerInput.Retires(retiring.why()));
        } else if (event instanceof Event.TimeLimited limits) {
            worker.inHand().limit(limits);
        } else if (event instanceof Event.ThreadDump dump) {
            worker.lastWords().dumped(dump.text());
            out.step(worker, new WorkerInput.Dumped());
        } else if (event instanceof Event.Bye) {
            saysGoodbye(worker, nowMillis);
        } else if (event instanceof Event.ExitCalled called) {
            out.step(worker, new WorkerInput.ExitWasCalled(new ExitCaller(called.thread(), called.stack())));
        } else if (event instanceof Event.Ordered order) {
            scheduler.order(order.classes());
            scheduler.serve(nowMillis);
        } else if (event instanceof Event.StopOnNextTest) {
            wantsToStop(event, nowMillis);
        } else if (event instanceof Event.LeftBehind left) {
            leakNotes.of(left).forEach(out::relay);
        } else if (event instanceof Event.Logged || event instanceof Event.ExitError) {
            out.relay(worker, event);
        } else if (!(event instanceof Event.Pong || event instanceof Event.Waited)) {
            ofTests(worker, event, nowMillis);
        }
    }

    private void ofTests(Worker worker, Event event, long nowMillis) {
        Slice slice = worker.inHand();
        if (event instanceof Event.Planned plan) {
            audit.planned(slice.className(), plan);
        }
        Logged foreign = event instanceof Event.Reported result ? audit.foreign(result, slice.className()) : null;
        if (foreign == null) {
            out.hold(slice, slice.on(worker.withUniqueRunId(event), nowMillis));
        } else {
            out.relay(foreign);
        }
    }

    /** It is done with what it had in hand, and wants more. */
    private void asks(Worker worker, int heapPercent, long nowMillis) {
        worker.heldErrors().release().forEach(out::relay);
        if (worker.isRunning()) {
            String className = worker.inHand().className();
            complete(worker, nowMillis);
            if (settings.tidies() && !className.isEmpty()) {
                scheduler.tidy(worker, className);
            }
        }
        scheduler.putBack(worker.batch().decline());
        pool.started(worker);
        worker.asks(heapPercent);
        out.step(worker, new WorkerInput.Asked());
        scheduler.serve(nowMillis);
    }

    private void complete(Worker worker, long nowMillis) {
        Slice done = worker.release();
        if (!accounts.complete(done, nowMillis)) {
            worker.forgetRunIds();
            scheduler.resume(done);
        }
    }

    /** It goes on by itself to one of the classes it was offered. */
    private void goesOn(Worker worker, String className, long nowMillis) {
        worker.heldErrors().release().forEach(out::relay);
        Slice next = worker.batch().accept(className);
        if (next == null) {
            kill(worker, "it went on to " + className + ", which it was not offered");
            return;
        }
        if (worker.inHand().isUntouched()) {
            worker.batch().postpone(worker.takeBack());
        } else {
            complete(worker, nowMillis);
        }
        audit.handed(className);
        worker.hand(next, nowMillis);
        out.handed(worker, next);
    }

    /** The class in hand wants a worker that has run no others: neither it nor what was offered with it was begun. */
    private void needsFreshWorker(Worker worker) {
        out.step(worker, new WorkerInput.MustRetire("for a class that needs a fresh worker"));
        scheduler.putBack(worker.batch().withdraw());
        if (worker.inHand().isOfAClass()) { // said once by each engine that knows the class
            scheduler.putBack(List.of(worker.takeBack()));
        }
    }

    /** It found no way to the tests of its class; it asks for another. */
    private void undiscoverable(Worker worker, Event.Undiscoverable event, long nowMillis) {
        Slice slice = worker.inHand();
        if (!slice.hasPlan()) {
            statistics.undiscoverable();
        }
        accounts.parts().notFound(slice.className());
        CrashReport ofEach = deaths.neverBegan(event.cause());
        out.hold(slice, SliceEnd.of(slice).undiscoverable(ofEach, deaths.undiscoverable(event.cause()), nowMillis));
        if (event.stop()) {
            scheduler.putBack(worker.batch().withdraw());
            scheduler.refuseRest(deaths.stopped(slice.className()), nowMillis);
        }
    }

    /** A provider that throws says goodbye in mid-class: its process ends as a crash, which settles the class. */
    private void saysGoodbye(Worker worker, long nowMillis) {
        if (!worker.isRunning() || accounts.isSkipping() || worker.inHand().isThrough()) {
            complete(worker, nowMillis);
            out.step(worker, new WorkerInput.SaidBye());
        } else {
            out.tell(worker, new Command.ByeAck());
        }
    }

    /** As Surefire does: one fork stops itself, if its engine can; of several, all are told. */
    private void wantsToStop(Event event, long nowMillis) {
        out.relay(event);
        if (++stopRequests == settings.skipAfterFailureCount() && settings.forks() > 1) {
            skipRest(nowMillis);
        }
    }

    /** What has not begun need not run. */
    void skipRest(long nowMillis) {
        accounts.skipRest();
        scheduler.skipRest(nowMillis);
        tellAll(new Command.SkipRest());
        scheduler.serve(nowMillis);
    }

    /** Tells every worker. */
    void tellAll(Command command) {
        pool.everyone().forEach(worker -> out.tell(worker, command));
    }

    /** Names what takes long. */
    void nameSlowTests(Worker worker, long nowMillis) {
        for (InFlight.Slow slow : worker.inHand().inFlight().slow(settings.limits(), nowMillis)) {
            String line = "isolation: " + slow.notice() + ", in fork " + worker.fork();
            out.relay(new Logged(LogLevel.INFO, line, null));
            out.tell(worker, slow.question());
        }
    }

    private void kill(Worker worker, String what) {
        out.step(worker, new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, what));
    }
}
