package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.account.SliceEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The accounts of all classes: opened when a class is promised, closed when nobody runs any of it any more. */
final class ClassAccounts {
    private final Settings settings;
    private final Backlog backlog;
    private final WorkerPool pool;
    private final Audit audit;
    private final Deliveries deliveries;
    private final Outbox out;
    private final LongSupplier freshRunIds;
    private final Parts parts = new Parts();
    private boolean skipping;
    private boolean cancelled;

    ClassAccounts(
            Settings settings,
            Backlog backlog,
            WorkerPool pool,
            Audit audit,
            Deliveries deliveries,
            Outbox out,
            LongSupplier freshRunIds) {
        this.settings = settings;
        this.backlog = backlog;
        this.pool = pool;
        this.audit = audit;
        this.deliveries = deliveries;
        this.out = out;
        this.freshRunIds = freshRunIds;
    }

    /** From here on, what was planned and has not begun need not run ({@code skipAfterFailureCount}). */
    void skipRest() {
        skipping = true;
    }

    /** Maven has ended the fork: nothing is begun any more, whoever could go on with it. */
    void cancel() {
        cancelled = true;
    }

    /** Of these classes, this machine has only a part. Before the start. */
    void parts(Map<String, ClassPart> ofClasses) {
        parts.are(ofClasses);
        backlog.keepAlone(ofClasses.keySet());
    }

    Parts parts() {
        return parts;
    }

    boolean isSkipping() {
        return skipping;
    }

    /** Whether nothing is begun any more, for one reason or the other. */
    boolean takesNoMore() {
        return skipping || cancelled;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** A class is to be run. */
    void open(String className) {
        audit.promised(className);
        backlog.add(new ClassAccount(className, settings.reruns(), freshRunIds).whole());
    }

    /** The provider runs nothing of a class: there is no test in it. */
    void leaveOut(String className) {
        audit.excused(className);
        deliveries.leftOut(className);
    }

    /** A class is to be run, and its parts wherever there is a worker for them. */
    void open(ClassAccount inParts) {
        audit.promised(inParts.className());
        inParts.slices().forEach(backlog::add);
    }

    /**
     * A worker says it is done with a slice.
     *
     * @return whether it is; if not, some of its tests are to run again, to be known by their names
     */
    boolean complete(Slice slice, long nowMillis) {
        if (slice.isOutOfOrder() && !skipping && !cancelled && pool.mayGoOn() && !isRevoked(slice)) {
            return false;
        }
        if (skipping) {
            audit.excused(slice.className());
        } else if (audit.isSuspicious(slice.className())) {
            out.hold(slice, SliceEnd.of(slice).neverHeardOf(nowMillis));
        }
        parts.completed(slice.className(), !slice.isUntouched()).ifPresent(out::relay);
        out.hold(slice, SliceEnd.of(slice).complete(!skipping, nowMillis));
        close(slice, nowMillis);
        return true;
    }

    /** What waits becomes an error that says why it was not run. */
    void refuse(Collection<Slice> waiting, CrashReport why, long nowMillis) {
        for (Slice slice : waiting) {
            // What would have been tried again has its result.
            if (!(slice.account().isRerun() && slice.isUntouched())) {
                out.hold(slice, SliceEnd.of(slice).interrupt(why, false, false, nowMillis));
            }
            close(slice, nowMillis, false);
        }
    }

    /** Whether another machine has the class of a slice. */
    boolean isRevoked(Slice slice) {
        return deliveries.isRevoked(slice.className());
    }

    /** The classes that another machine has, and that are not over here. */
    Set<String> revoked() {
        return deliveries.revoked();
    }

    /** Whether other machines may run what this one does not. */
    boolean areForSeveralMachines() {
        return deliveries.areAsked();
    }

    /** What waits and was not begun is for other machines; the rest is returned. */
    List<Slice> giveBack(List<Slice> waiting) {
        if (!deliveries.areAsked()) {
            return waiting;
        }
        List<Slice> begun = new ArrayList<>();
        for (Slice slice : waiting) {
            if (slice.isUntouched() && !slice.account().isRerun()) {
                slice.over();
                deliveries.giveBack(slice.className());
            } else {
                begun.add(slice);
            }
        }
        return begun;
    }

    /** What waits need not run; what has begun ends here. */
    void skip(List<Slice> waiting, long nowMillis) {
        for (Slice slice : waiting) {
            audit.excused(slice.className());
            out.hold(slice, SliceEnd.of(slice).complete(false, nowMillis));
            close(slice, nowMillis);
        }
    }

    /**
     * Nobody runs anything of a slice any more. If that is so of all of its class, Maven hears of it in one piece, and what
     * failed in it may get another attempt, after all others.
     */
    void close(Slice slice, long nowMillis) {
        close(slice, nowMillis, !skipping && !cancelled && pool.mayGoOn());
    }

    private void close(Slice slice, long nowMillis, boolean mayTryAgain) {
        slice.over();
        ClassAccount account = slice.account();
        if (!account.isOver()) {
            return;
        }
        out.hold(account.key(), account.className(), account.end(nowMillis));
        boolean again = slice.isOfAClass()
                && mayTryAgain
                && account.deservesAnother()
                && !deliveries.isRevoked(account.className());
        deliveries.over(account, again);
        if (again) {
            backlog.addRerun(account.again().whole());
        }
    }
}
