package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.Limits;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.Overdue;
import io.github.isolation.supervisor.core.life.StopReason;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import io.github.isolation.supervisor.core.life.WorkerInput;
import io.github.isolation.supervisor.core.life.WorkerMachine;
import io.github.isolation.supervisor.core.life.WorkerState;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One worker JVM, from its launch to its end, and what it has in hand. Another launch is another worker. */
final class Worker {
    private final int serial;
    private final int fork;
    private final LongSupplier freshRunIds;
    private final RunIds runIds;
    private final MessageOrder messages = new MessageOrder();
    private final LastWords lastWords = new LastWords();
    private final HeldErrors heldErrors = new HeldErrors();
    private final EarlyLines earlyLines = new EarlyLines();
    private final Batch batch = new Batch();
    private WorkerState state;
    private Slice inHand;
    private int classesRun;
    private boolean failureSeen;
    private boolean asked;
    private int heapPercent = -1;
    private String lastClass = "";

    /** One that is about to be started; the first step of its {@linkplain WorkerMachine#launch life} is taken. */
    Worker(int serial, int fork, LongSupplier freshRunIds) {
        this.serial = serial;
        this.fork = fork;
        this.freshRunIds = freshRunIds;
        this.runIds = new RunIds(freshRunIds);
        this.state = WorkerMachine.launch().state();
        this.inHand = nothing();
    }

    private Slice nothing() {
        return ClassAccount.ofNoClass(freshRunIds).whole();
    }

    /** Which one it is; never used twice. */
    int serial() {
        return serial;
    }

    /** The number of its fork. */
    int fork() {
        return fork;
    }

    /** Goes one step further in its life. */
    WorkerMachine.Step take(WorkerInput input) {
        WorkerMachine.Step step = WorkerMachine.step(state, input);
        state = step.state();
        return step;
    }

    /** Whether all it said has come, once and in order. */
    MessageOrder messages() {
        return messages;
    }

    /** What it said last. */
    LastWords lastWords() {
        return lastWords;
    }

    /** An error that may be the last that is heard of it. */
    void remember(Event event) {
        lastWords.remember(event, state instanceof WorkerState.Terminating);
    }

    /** A line that it printed past Java. */
    void remember(String line) {
        lastWords.remember(line, state instanceof WorkerState.Terminating);
    }

    /** Errors it has logged that may turn out to be its last words. */
    HeldErrors heldErrors() {
        return heldErrors;
    }

    /** What it printed while it was a spare. */
    EarlyLines earlyLines() {
        return earlyLines;
    }

    /** What it may run in the same plan as what it has in hand. */
    Batch batch() {
        return batch;
    }

    /** The event under run ids that are unique in the whole supervisor; every worker counts its own from the start. */
    Event withUniqueRunId(Event event) {
        return runIds.translate(event);
    }

    /** The same tests may be called by other run ids when the class runs again. */
    void forgetRunIds() {
        runIds.forget();
    }

    /** What it runs; a slice of no class if there is nothing. */
    Slice inHand() {
        return inHand;
    }

    /** It is handed this, or goes on to it by itself. */
    void hand(Slice next, long nowMillis) {
        inHand = next;
        next.handed(nowMillis);
        take(new WorkerInput.ClassInHand());
    }

    /** Takes out of its hands what it is done with, or will never be; what it says from now on belongs to no class. */
    Slice release() {
        Slice done = inHand;
        if (done.isOfAClass()) {
            classesRun++;
            failureSeen |= done.failedInThisTurn();
        }
        inHand = nothing();
        return done;
    }

    /** It is gone. What it was offered and did not begin waits again; if it died over the first, each of these alone. */
    Estate end() {
        boolean looking = inHand.isUntouched() && batch.isMade();
        List<Slice> left = looking ? batch.decline() : batch.withdraw();
        return new Estate(release(), left, looking, heldErrors.release());
    }

    /** Takes back what it has not begun. */
    Slice takeBack() {
        Slice untouched = inHand;
        untouched.putBack();
        inHand = nothing();
        return untouched;
    }

    /** It asks for a class. */
    void asks(int heap) {
        asked = true;
        heapPercent = heap;
    }

    /** Whether it came so far as to ask for a class. */
    boolean hasAsked() {
        return asked;
    }

    /** Whether it has had a class in hand, so that what it complains of may be of a test. */
    boolean hasHadAClass() {
        return classesRun > 0 || inHand.isOfAClass();
    }

    int classesRun() {
        return classesRun;
    }

    /** What it ran last, as it seems; its fork was not put in order after that as for another class. Empty if it was. */
    String lastClass() {
        return lastClass;
    }

    void lastClass(String className) {
        lastClass = className;
    }

    /** Why it is to make room for another before it is handed anything more, if it is. */
    Optional<StopReason.Retire> reasonToRetire(RetirePolicy policy) {
        Optional<StopReason.Retire> own = state instanceof WorkerState.Serving serving
                ? Optional.ofNullable(serving.standing().mustRetire())
                : Optional.empty();
        return own.or(() -> policy.decide(classesRun, failureSeen, heapPercent));
    }

    /** Whether it waits for a class, in a fork that is in order. */
    boolean isReady() {
        return state instanceof WorkerState.Ready ready && ready.standing().forkInOrder();
    }

    boolean isRunning() {
        return state instanceof WorkerState.Running;
    }

    /** Whether it waits for a class, or will when it has started. */
    boolean isUsable() {
        return state instanceof WorkerState.Serving && !isRunning();
    }

    boolean isGone() {
        return state instanceof WorkerState.Ended;
    }

    /** What it has in hand and has taken longer than it may, if anything has. */
    Optional<Overdue> overdue(Limits configured, long nowMillis) {
        return inHand.overdue(configured, isRunning(), nowMillis);
    }

    /** What is to be done so that it starts. */
    static List<WorkerEffect> launch() {
        return WorkerMachine.launch().effects();
    }
}
