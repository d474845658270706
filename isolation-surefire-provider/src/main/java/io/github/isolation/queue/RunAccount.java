package io.github.isolation.queue;

import java.util.List;

/**
 * What the queue knows of one execution of one module.
 *
 * @param group what tells runs of one build apart; may be empty
 * @param key {@code groupId:artifactId/plugin/execution}
 * @param universe stands for the classes that there are
 * @param machines that took part
 * @param classes all that there are
 */
public record RunAccount(String group, String key, String universe, List<Machine> machines, List<Row> classes) {
    /**
     * A machine that took part.
     *
     * @param number from 1
     * @param id of its run
     * @param name for people
     * @param build what tells this start of Maven from others
     */
    public record Machine(int number, String id, String name, String build) {}

    /**
     * A class.
     *
     * @param machine the number of the machine whose results count; 0 if there are none
     * @param lostBy the machines that had it, if it is lost; or else empty
     * @param report what Maven was told of it; empty if there are no results
     */
    public record Row(String className, int machine, long millis, String lostBy, String report) {}

    /** For a person. */
    public String title() {
        return key + (group.isEmpty() ? "" : " (" + group + ")");
    }

    public RunAccount {
        machines = List.copyOf(machines);
        classes = List.copyOf(classes);
    }
}
