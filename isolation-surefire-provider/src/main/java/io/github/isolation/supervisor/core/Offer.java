package io.github.isolation.supervisor.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a worker may run in one plan with the one in its hands. They are its own, one at a time, when it says so;
 * what it has not gone on to by the time it asks for a class, or dies, still waits.
 */
final class Offer {
    /** What a launcher costs for each of its runs is a hundredth then; a worker that dies wastes a discovery of so many. */
    static final int MOST = 100;

    private final List<ClassRun> classes = new ArrayList<>();
    private boolean welcome;

    /** A new worker, which has said nothing yet. */
    void forget() {
        welcome = false;
    }

    /** The worker said that it can make use of offers. */
    void welcome() {
        welcome = true;
    }

    boolean isWelcome() {
        return welcome;
    }

    void make(List<ClassRun> more) {
        classes.addAll(more);
    }

    /** The worker goes on to this class; null if it was not offered. */
    @Nullable
    ClassRun accept(String className) {
        for (ClassRun run : classes) {
            if (run.className().equals(className)) {
                classes.remove(run);
                return run;
            }
        }
        return null;
    }

    /** JUnit has brought the classes into an order of its own: another one goes first. */
    void postpone(ClassRun run) {
        classes.add(run);
    }

    /** What nobody has gone on to. */
    List<ClassRun> withdraw() {
        List<ClassRun> left = new ArrayList<>(classes);
        classes.clear();
        return left;
    }
}
