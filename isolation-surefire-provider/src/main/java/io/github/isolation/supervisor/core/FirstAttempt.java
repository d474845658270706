package io.github.isolation.supervisor.core;

import java.util.Map;
import java.util.Set;

/**
 * What a re-run must know of the attempt before: Surefire takes two results for attempts at one test only if they have the
 * same name and the same run id.
 *
 * @param number of the attempt, 1 for the first
 * @param runIds of the tests that failed, by unique id where there is one, and by class and name
 * @param done unique ids of tests that did not fail: whatever runs them again, they have their result
 */
record FirstAttempt(int number, Map<String, Long> runIds, Set<String> done) {
    static final FirstAttempt NONE = new FirstAttempt(0, Map.of(), Set.of());

    static String key(String source, String name) {
        return source + "#" + name;
    }
}
