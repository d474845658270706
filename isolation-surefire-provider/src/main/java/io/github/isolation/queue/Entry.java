package io.github.isolation.queue;

import java.util.List;

/**
 * What a machine says when it joins.
 *
 * @param key {@code groupId:artifactId/plugin/execution}
 * @param universe stands for the classes that there are
 * @param units in the order in which they are lent, each with its classes
 * @param id of the run of this supervisor; nobody else has it
 * @param machine its name, for people
 * @param build what tells this start of Maven from others
 */
public record Entry(
        RunName run, String key, String universe, List<List<String>> units, String id, String machine, String build) {
    public Entry {
        units = units.stream().map(List::copyOf).toList();
    }
}
