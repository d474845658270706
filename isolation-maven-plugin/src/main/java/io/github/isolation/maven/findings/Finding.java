package io.github.isolation.maven.findings;

import java.util.List;

/**
 * Something that may keep a suite from running in forks, or in another order. Nobody has tried out whether it does.
 *
 * @param section where it belongs
 * @param resource what tests share
 * @param witnesses who does what to it; the first two are the pair to look at
 * @param remedy what to do about it, in a sentence or two
 * @param paste text to paste; empty if there is none
 */
public record Finding(Section section, String resource, List<Witness> witnesses, String remedy, String paste) {
    /** The status of each finding, as long as none is tried out. */
    public static final String STATUS = "candidate";

    /**
     * Who does what.
     *
     * @param test the test
     * @param does to the resource
     * @param line where; empty if nobody can tell
     */
    public record Witness(String test, String does, String line) {}

    /** The parts of a report. */
    public enum Section {
        CLASHES("Clashes between forks", true),
        LEFT("State left in the JVM", true),
        AT_WORK("Threads still at work in another class", true),
        SERVICES("Shared services", false),
        DIFFERENCES("Seen by difference only", false),
        HARMLESS("State left in the JVM that is probably harmless", false);

        private final String title;
        private final boolean counts;

        Section(String title, boolean counts) {
            this.title = title;
            this.counts = counts;
        }

        /** For people. */
        public String title() {
            return title;
        }

        /** Whether something should be done about it; the others are for information. */
        public boolean counts() {
            return counts;
        }
    }
}
