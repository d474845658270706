package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.UniqueIds;
import java.util.Map;

/**
 * What a re-run must know of the attempt before: Surefire takes two results for attempts at one test only if they have the
 * same name and the same run id.
 *
 * @param number of the attempt, 1 for the first
 * @param runIds of the tests that failed, by unique id where there is one, and by class and name
 * @param done unique ids of tests that did not fail: whatever runs them again, they have their result
 * @param names of the tests that failed, by unique id
 * @param identities which invocations are which
 */
public record FirstAttempt(
        int number, Map<String, Long> runIds, UniqueIds done, Map<String, String> names, Identities identities) {

    /** Before the first attempt at a class. */
    public static FirstAttempt none() {
        return new FirstAttempt(0, Map.of(), new UniqueIds(), Map.of(), new Identities());
    }

    /**
     * The same for one of several slices, whose workers number invocations each in its own way.
     *
     * @param known what is known of these invocations
     */
    public FirstAttempt apart(Identities known) {
        return new FirstAttempt(number, runIds, done, names, known);
    }

    public static String key(String source, String name) {
        return source + "#" + name;
    }
}
