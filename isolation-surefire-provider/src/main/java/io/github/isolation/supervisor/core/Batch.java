package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a worker may run in one plan with the one in its hands. They are its own, one at a time, when it says so;
 * what it has not gone on to by the time it asks for a class, or dies, still waits.
 */
final class Batch {
    private final List<Slice> classes = new ArrayList<>();
    private boolean welcome;
    private boolean taken;

    /** How many of what is left were in front of one that the worker went on to. */
    private int passedOver;

    /** The worker said that it can make use of offers. */
    void welcome() {
        welcome = true;
    }

    boolean isWelcome() {
        return welcome;
    }

    /** Whether there is something it has not gone on to. */
    boolean isMade() {
        return !classes.isEmpty();
    }

    void make(List<Slice> more) {
        classes.addAll(more);
    }

    /** The worker goes on to this class; null if it was not offered. */
    @Nullable
    Slice accept(String className) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).className().equals(className)) {
                taken = true;
                passedOver = Math.max(i, passedOver - 1);
                return classes.remove(i);
            }
        }
        return null;
    }

    /** It was to be the first, and the worker went on to another: JUnit has an order of its own, or finds no test in it. */
    void postpone(Slice slice) {
        classes.add(0, slice);
        passedOver++;
    }

    /**
     * What the worker asks another class instead of: those that it passed over must be tried alone, the JUnit Platform may
     * find no tests in them. Those behind the last may have been cut off, by a class that wants a fresh worker.
     */
    List<Slice> decline() {
        classes.subList(0, taken ? passedOver : classes.size()).forEach(Slice::mustRunAlone);
        return withdraw();
    }

    /** What nobody has gone on to. */
    List<Slice> withdraw() {
        List<Slice> left = new ArrayList<>(classes);
        classes.clear();
        taken = false;
        passedOver = 0;
        return left;
    }
}
