package io.github.isolation.it;

import java.util.List;

/**
 * One report file: what its attributes claim, and its cases.
 *
 * @param file the file's name
 * @param name the test set's name
 * @param claimed the counts in the attributes
 */
public record Suite(String file, String name, Counts claimed, List<Case> cases) {

    public Suite {
        cases = List.copyOf(cases);
    }

    /** The counts of the cases that are really there. */
    public Counts counted() {
        return Counts.of(cases);
    }
}
