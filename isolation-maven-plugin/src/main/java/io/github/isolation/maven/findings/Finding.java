package io.github.isolation.maven.findings;

import java.util.List;

/**
 * Something that may keep a suite from running in forks, or in another order. Nobody has tried out whether it does.
 *
 * @param section where it belongs
 * @param key what it is known by from run to run, on any machine: the word of the section, and what tests share
 * @param resource what tests share
 * @param witnesses who does what to it; the first two are the pair to look at
 * @param remedy what to do about it, in a sentence or two
 * @param paste text to paste; empty if there is none
 */
public record Finding(
        Section section, String key, String resource, List<Witness> witnesses, String remedy, String paste) {
    /** The status of each finding, as long as none is tried out. */
    public static final String STATUS = "candidate";

    /** One whose key is made of what it is about. */
    static Finding of(Section section, String resource, List<Witness> witnesses, Remedies.Remedy remedy) {
        return new Finding(
                section, section.word() + " " + resource, resource, witnesses, remedy.words(), remedy.paste());
    }

    /** The same, with a key in which no path begins with a place of this machine. */
    Finding on(Places places) {
        return new Finding(
                section, section.word() + " " + places.portable(resource), resource, witnesses, remedy, paste);
    }

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
        CLASHES("clashes", "Clashes between forks", true),
        LEFT("state", "State left in the JVM", true),
        AT_WORK("threads", "Threads still at work in another class", true),
        SERVICES("services", "Shared services", false),
        DIFFERENCES("differences", "Seen by difference only", false),
        HARMLESS("harmless", "State left in the JVM that is probably harmless", false);

        private final String word;
        private final String title;
        private final boolean counts;

        Section(String word, String title, boolean counts) {
            this.word = word;
            this.title = title;
            this.counts = counts;
        }

        /** For settings and keys. */
        public String word() {
            return word;
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
