package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Several classes in one plan of JUnit's: the one in hand, and those that the supervisor has offered with it. Each is told
 * of when its turn comes, as if it had been handed out then; for the supervisor there is one class at a time. Offered by the
 * command thread before the class in hand is, used by the thread that runs the tests.
 */
final class SharedPlan {
    private final Resume resume;
    private final ToSupervisor supervisor;
    private final AfterClass afterClass;

    private List<String> announced = List.of();
    private volatile List<String> offered = List.of();
    private volatile Set<String> waiting = Set.of();
    private volatile boolean failed;

    /** Whose failure something is. */
    enum Failure {
        /** Nobody's yet: its first class is tried by itself. */
        OF_THE_PLAN,
        /** The tests of the class in hand cannot be found. */
        OF_THE_SEARCH,
        /** A test, or a class that had begun. */
        OF_A_TEST
    }

    /** Top-level classes of the plan, as they are discovered, up to one that wants a fresh worker. */
    private final Set<String> admitted = new HashSet<>();

    private boolean discovering;
    private boolean cutOff;
    private boolean firstIsLeftOut;
    private volatile boolean begun;
    private volatile boolean ending;

    SharedPlan(Resume resume, ToSupervisor supervisor, AfterClass afterClass) {
        this.resume = resume;
        this.supervisor = supervisor;
        this.afterClass = afterClass;
    }

    /** These may be run together with the class that is handed out next. The command thread's. */
    void offer(List<String> classNames) {
        announced = List.copyOf(classNames);
    }

    /** A class is handed out: what was offered, was with this one. The command thread's. */
    void handedOut(String className) {
        resume.next(className);
        offered = announced;
        announced = List.of();
    }

    /** This JVM is being ended: it begins no other class. */
    void ending() {
        ending = true;
    }

    /** Whether the class that was handed out came with others. */
    boolean isOffered() {
        return !offered.isEmpty();
    }

    /** The others that came with the class in hand; they are in its plan from now on. */
    List<String> begin() {
        List<String> others = offered;
        offered = List.of();
        waiting = new HashSet<>(others);
        admitted.clear();
        discovering = true;
        cutOff = false;
        firstIsLeftOut = false;
        begun = false;
        return others;
    }

    /** All classes have been found, and what is found from here on a test of one of them has asked for. */
    void discovered() {
        discovering = false;
    }

    /** The plan has been run, or there is none; says whether it came to nothing, so that the first class has yet to run. */
    boolean end() {
        boolean toNothing = failed || (firstIsLeftOut && resume.isUntouched());
        waiting = Set.of();
        failed = false;
        discovering = false;
        return toNothing;
    }

    /**
     * Whether a top-level class that is discovered is left out of a plan of several, because it wants a fresh worker, or comes
     * after one that does: the order of classes is the user's. Only the first of all is left to its wish as if it were alone.
     */
    boolean leavesOut(@Nullable String className, boolean wantsFreshWorker) {
        if (!discovering || className == null || admitted.contains(className)) {
            return false;
        }
        boolean inHand = !waiting.contains(className);
        boolean first = admitted.isEmpty() && !cutOff && inHand;
        if (wantsFreshWorker || cutOff) {
            // JUnit may begin with one that was offered: then there is nothing yet to cut off.
            cutOff |= first || !admitted.isEmpty();
            firstIsLeftOut |= inHand && !admitted.isEmpty();
            return !first;
        }
        return !admitted.add(className);
    }

    /**
     * Something went wrong before any class was begun. Which of them is to blame is not known: the one in hand is tried by
     * itself. False if there is no such plan, or it was begun.
     */
    boolean failUntouched() {
        failed |= hasNotBegun();
        return failed;
    }

    /** A class of the plan has begun: whatever goes wrong from here on, some of it has run, and does not run again. */
    void begun() {
        resume.begun();
        begun = true;
    }

    /** Something is said to have failed: whose failure that is. */
    Failure failure() {
        if (failUntouched()) {
            return Failure.OF_THE_PLAN;
        }
        return resume.giveUpUntouched() ? Failure.OF_THE_SEARCH : Failure.OF_A_TEST;
    }

    /** Whether there are other classes in the plan, and none was begun, this one or one before it. */
    boolean hasNotBegun() {
        return !waiting.isEmpty() && !begun;
    }

    /** Whether the plan, or the class in hand, came to nothing, and what is said about its end is of no interest. */
    boolean cameToNothing() {
        return failed || resume.isGivenUp();
    }

    /** Whether a class is in the plan and its turn has not come. */
    boolean isWaiting(@Nullable String className) {
        return className != null && waiting.contains(className);
    }

    /** The turn of a class that waits. Does not return if the worker retires before it. */
    void turnTo(String className) {
        while (ending) {
            LockSupport.park();
        }
        if (resume.isUntouched()) {
            resume.className().ifPresent(waiting::add); // JUnit has an order of its own
        } else {
            begun = true;
            lookBack();
        }
        waiting.remove(className);
        resume.next(className);
        supervisor.tell(new Event.GoesOn(className));
    }

    /** Whatever goes wrong in a look at what the class before has left behind: from here on it is another class. */
    private void lookBack() {
        try {
            afterClass.planGoesOn();
        } catch (RuntimeException | Error e) {
            String line = "isolation: what a class has left behind could not be looked at: " + e;
            supervisor.tell(new Event.Logged(LogLevel.WARNING, line, null));
        }
    }
}
