package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Several classes in one plan of JUnit's: the one in hand, and those that the supervisor has offered with it. Each is told
 * of when its turn comes, as if it had been handed out then; for the supervisor there is one class at a time. Offered by the
 * command thread before the class in hand is, used by the thread that runs the tests.
 */
final class SharedPlan {
    private static final String JUPITER = "[engine:junit-jupiter]";

    private static List<String> announced = List.of();
    private static volatile List<String> offered = List.of();
    private static volatile Set<String> waiting = Set.of();
    private static volatile boolean failed;
    private static volatile Runnable betweenClasses = () -> {};
    private static boolean welcomed;

    /** Top-level classes of the plan, as they are discovered, up to one that wants a fresh worker. */
    private static final Set<String> ADMITTED = new HashSet<>();

    private static boolean discovering;
    private static boolean cutOff;
    private static boolean firstIsLeftOut;
    private static volatile boolean begun;
    private static volatile boolean ending;

    private SharedPlan() {}

    /** These may be run together with the class that is handed out next. The command thread's. */
    static void offer(List<String> classNames) {
        announced = List.copyOf(classNames);
    }

    /** A class is handed out: what was offered, was with this one. The command thread's. */
    static void handedOut() {
        offered = announced;
        announced = List.of();
    }

    /** This JVM is being ended: it begins no other class. */
    static void ending() {
        ending = true;
    }

    /** What is to be done when a class has run and another one follows. */
    static void betweenClasses(Runnable work) {
        betweenClasses = work;
    }

    /** Whether the class that was handed out came with others. */
    static boolean isOffered() {
        return !offered.isEmpty();
    }

    /** The others that came with the class in hand; they are in its plan from now on. */
    static List<String> begin() {
        List<String> others = offered;
        offered = List.of();
        waiting = new HashSet<>(others);
        ADMITTED.clear();
        discovering = true;
        cutOff = false;
        firstIsLeftOut = false;
        begun = false;
        return others;
    }

    /** All classes have been found, and what is found from here on a test of one of them has asked for. */
    static void discovered() {
        discovering = false;
    }

    /** The plan has been run, or there is none; says whether it came to nothing, so that the first class has yet to run. */
    static boolean end() {
        boolean toNothing = failed || (firstIsLeftOut && Resume.isUntouched());
        waiting = Set.of();
        failed = false;
        discovering = false;
        return toNothing;
    }

    /**
     * Whether a top-level class that is discovered is left out of a plan of several, because it wants a fresh worker, or comes
     * after one that does: the order of classes is the user's. Only the first of all is left to its wish as if it were alone.
     */
    static boolean leavesOut(@Nullable String className, boolean wantsFreshWorker) {
        if (!discovering || className == null || ADMITTED.contains(className)) {
            return false;
        }
        boolean inHand = !waiting.contains(className);
        boolean first = ADMITTED.isEmpty() && !cutOff && inHand;
        if (wantsFreshWorker || cutOff) {
            // JUnit may begin with one that was offered: then there is nothing yet to cut off.
            cutOff |= first || !ADMITTED.isEmpty();
            firstIsLeftOut |= inHand && !ADMITTED.isEmpty();
            return !first;
        }
        return !ADMITTED.add(className);
    }

    /**
     * Something went wrong before any class was begun. Which of them is to blame is not known: the one in hand is tried by
     * itself. False if there is no such plan, or it was begun.
     */
    static boolean failUntouched() {
        failed |= hasNotBegun();
        return failed;
    }

    /** A class of the plan has begun: whatever goes wrong from here on, some of it has run, and does not run again. */
    static void begun() {
        begun = true;
    }

    /** Whether there are other classes in the plan, and none was begun, this one or one before it. */
    static boolean hasNotBegun() {
        return !waiting.isEmpty() && !begun;
    }

    /** Whether the plan came to nothing, and what is said about it is of no interest. */
    static boolean hasFailed() {
        return failed;
    }

    /** Whether a class is in the plan and its turn has not come. */
    static boolean isWaiting(@Nullable String className) {
        return className != null && waiting.contains(className);
    }

    /** The turn of a class that waits. Does not return if the worker retires before it. */
    static void turnTo(String className, WorkerChannel channel) {
        while (ending) {
            LockSupport.park();
        }
        if (Resume.isUntouched()) {
            Resume.className().ifPresent(waiting::add); // JUnit has an order of its own
        } else {
            begun = true;
            lookBack(channel);
        }
        waiting.remove(className);
        Resume.next(className);
        channel.tell(new Event.GoesOn(className));
    }

    /** Whatever goes wrong in a look at what the class before has left behind: from here on it is another class. */
    private static void lookBack(WorkerChannel channel) {
        try {
            betweenClasses.run();
        } catch (RuntimeException | Error e) {
            String line = "isolation: what a class has left behind could not be looked at: " + e;
            channel.tell(new Event.Logged(LogLevel.WARNING, line, null));
        }
    }

    /**
     * Says, after a look at the first plan, that others may hold several classes: if Jupiter is the only engine, which finds
     * each class in one place, and if it runs one after the other.
     */
    static void welcome(TestPlan plan, boolean parallel, WorkerChannel channel) {
        if (welcomed || parallel) {
            return;
        }
        welcomed = true;
        long engines = ServiceLoader.load(TestEngine.class).stream().limit(2).count();
        boolean jupiter =
                plan.getRoots().stream().map(TestIdentifier::getUniqueId).allMatch(JUPITER::equals);
        // Surefire's provider opens a session for every plan of several; who listens to sessions expects one.
        if (engines == 1 && jupiter && !NewerJUnit.hasSessionListeners()) {
            channel.tell(new Event.SharesPlans());
        }
    }
}
