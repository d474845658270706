package io.github.isolation.agent;

import java.util.Collection;

/** A part of what a JVM has in common for all tests in it. */
interface StateSource {
    /** Looks, and tells items of it that have changed that they did so while a test or class ran. */
    void look(int test);

    Collection<StateItem> items();

    /** A class has ended, and what it has left changed is about to be written down. */
    void classEnds();

    /** A class of the user's has been initialized, and nothing of it was used before. */
    void initialized(Class<?> type);
}
