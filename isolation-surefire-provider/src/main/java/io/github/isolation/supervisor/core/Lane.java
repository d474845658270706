package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.TimeLimited;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One of the workers that run at a time, and its successors: to the user, a fork. */
final class Lane {
    private final int number;
    private final LongSupplier freshRunIds;
    private final RunIds runIds;
    private final LastWords lastWords = new LastWords();
    private final Offer offer = new Offer();
    private int serial;
    private @Nullable WorkerState state;
    private ClassRun run;
    private int classesRun;
    private int failedLaunches;
    private boolean failureSeen;
    private int heapPercent;
    private boolean hasAsked;
    private StopReason.@Nullable Retire mustRetire;
    private long handedAt;
    private @Nullable TimeLimited ownLimits;
    private boolean classTimedOut;
    private @Nullable ClassRun overdue;
    private boolean tidying;
    private final HeldErrors heldErrors = new HeldErrors();
    private final EarlyLines earlyLines = new EarlyLines();
    private long lastNumber;
    private boolean distrusted;

    Lane(int number, LongSupplier freshRunIds) {
        this.number = number;
        this.freshRunIds = freshRunIds;
        this.runIds = new RunIds(freshRunIds);
        this.run = new ClassRun(Unit.NONE, freshRunIds);
    }

    /** A second worker for this lane, not yet started. */
    Lane spare() {
        return new Lane(number, freshRunIds);
    }

    /** A new worker, with a clean record. */
    WorkerMachine.Step launch(int newSerial) {
        serial = newSerial;
        runIds.forget();
        lastWords.forget();
        offer.forget();
        classesRun = 0;
        failureSeen = false;
        heapPercent = -1;
        hasAsked = false;
        mustRetire = null;
        classTimedOut = false;
        overdue = null;
        tidying = false;
        lastNumber = 0;
        distrusted = false;
        heldErrors.forget();
        earlyLines.forget();
        WorkerMachine.Step step = WorkerMachine.launch();
        state = step.state();
        return step;
    }

    /** Whether an event of this number follows what was heard last. After one that does not, nothing is believed any more. */
    boolean isNext(long number) {
        lastNumber++;
        distrusted |= number != lastNumber;
        return !distrusted;
    }

    /** Whether something was lost of what it said, or came twice. */
    boolean isDistrusted() {
        return distrusted;
    }

    /** The number of the event that is expected now, or was when another one came. */
    long expectedNumber() {
        return lastNumber;
    }

    /** Errors it has logged that may turn out to be its last words. */
    HeldErrors heldErrors() {
        return heldErrors;
    }

    /** What it printed while it was a spare. */
    EarlyLines earlyLines() {
        return earlyLines;
    }

    /** A worker greeted. */
    void started() {
        failedLaunches = 0;
    }

    /** A worker did not start; says how many in a row that makes. */
    int failedToStart() {
        return ++failedLaunches;
    }

    int failedLaunches() {
        return failedLaunches;
    }

    List<WorkerEffect> step(WorkerInput input) {
        if (state == null) {
            return List.of();
        }
        WorkerMachine.Step step = WorkerMachine.step(state, input);
        state = step.state();
        return step.effects();
    }

    /** It was a spare and is the lane's worker from now on, as soon as its directory is restored. */
    void promote() {
        tidying = true;
    }

    void hand(ClassRun next, long nowMillis) {
        run = next;
        handedAt = nowMillis;
        ownLimits = null;
        step(new WorkerInput.Hand(next.className()));
    }

    /** Takes the class out of the lane's hands; what the worker says from now on belongs to no class. */
    ClassRun takeRun() {
        ClassRun done = run;
        if (!done.className().isEmpty()) {
            classesRun++;
            failureSeen |= done.failedInThisWorker();
        }
        run = new ClassRun(Unit.NONE, freshRunIds);
        return done;
    }

    /** The same tests may be called by other names when the class runs again. */
    void forgetRunIds() {
        runIds.forget();
    }

    /** Takes back a class that this worker has not begun. */
    ClassRun handBack() {
        ClassRun untouched = run;
        run = new ClassRun(Unit.NONE, freshRunIds);
        return untouched;
    }

    /** The worker asks for a class. */
    void asked(int heap) {
        heapPercent = heap;
        hasAsked = true;
    }

    /** Whether this worker came so far as to ask for a class. */
    boolean hasAsked() {
        return hasAsked;
    }

    void mustRetire(String why) {
        mustRetire = new StopReason.Retire(why);
    }

    Optional<StopReason.Retire> mustRetire() {
        return Optional.ofNullable(mustRetire);
    }

    int heapPercent() {
        return heapPercent;
    }

    /** What its worker may run in the same plan. */
    Offer offer() {
        return offer;
    }

    /** What it said last. */
    LastWords lastWords() {
        return lastWords;
    }

    /** The class in hand has limits of its own. */
    void limit(TimeLimited own) {
        ownLimits = own;
    }

    /** What has taken longer than it may, in words; null if nothing has. */
    @Nullable
    String overdue(Limits configured, long nowMillis) {
        Limits limits = configured.with(ownLimits);
        String test = run.inFlight().overdue(limits.testMillis(), nowMillis);
        if (test != null) {
            overdue = run;
            return test + " took longer than " + limits.testMillis() / 1000.0 + " s "
                    + (limits.testMillis() == configured.testMillis() ? "(isolation.testTimeout)" : "(@TimeLimit)");
        }
        if (isRunning() && limits.classMillis() > 0 && nowMillis - handedAt >= limits.classMillis()) {
            classTimedOut = true;
            overdue = run;
            return run.className() + " took longer than " + limits.classMillis() / 1000.0
                    + " s "
                    + (limits.classMillis() == configured.classMillis() ? "(isolation.classTimeout)" : "(@TimeLimit)");
        }
        return null;
    }

    /** Whether a class as a whole ran out of time, so that the rest of it is not run either. */
    boolean hasTimedOut(ClassRun of) {
        return classTimedOut && overdue == of;
    }

    /** Whether a worker that was ended for taking too long was so in this class, and not in one before it in the same plan. */
    boolean isEndedFor(ClassRun of) {
        return overdue == null || overdue == of;
    }

    /** The event under run ids that are unique in the whole fork; every worker counts its own from the start. */
    Event withForkRunId(Event event) {
        return runIds.translate(event);
    }

    /** An error or a line that may be the last that is heard of this worker. */
    void remember(Event event) {
        lastWords.remember(event, isBeingEnded());
    }

    void remember(String line) {
        lastWords.remember(line, isBeingEnded());
    }

    private boolean isBeingEnded() {
        return state instanceof WorkerState.Terminating;
    }

    boolean isVacant() {
        return state == null || state instanceof WorkerState.Ended;
    }

    /** Whether the fork is being put in order after a class; its worker waits. */
    void tidying(boolean begins) {
        tidying = begins;
    }

    boolean isReady() {
        return state instanceof WorkerState.Ready && !tidying;
    }

    /** Whether it runs classes, or will when it has started. */
    boolean isUsable() {
        return state instanceof WorkerState.Launching
                || state instanceof WorkerState.Greeted
                || state instanceof WorkerState.Ready;
    }

    boolean isRunning() {
        return state instanceof WorkerState.Running;
    }

    boolean isLive() {
        return !isVacant();
    }

    int number() {
        return number;
    }

    int serial() {
        return serial;
    }

    ClassRun run() {
        return run;
    }

    int classesRun() {
        return classesRun;
    }

    boolean failureSeen() {
        return failureSeen;
    }
}
