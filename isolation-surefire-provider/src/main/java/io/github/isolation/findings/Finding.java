package io.github.isolation.findings;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that may keep a suite from running in forks, or in another order.
 *
 * @param section where it belongs
 * @param key what it is known by from run to run, on any machine: the word of the section, and what tests share
 * @param resource what tests share
 * @param witnesses who does what to it; the first two are the pair to look at
 * @param remedy what to do about it, in a sentence or two
 * @param paste text to paste; empty if there is none
 * @param tried whether it was seen to do so
 * @param first where it belongs as long as nobody has seen it do so
 */
public record Finding(
        Section section,
        String key,
        String resource,
        List<Witness> witnesses,
        String remedy,
        String paste,
        Tried tried,
        Section first) {
    /** More are no help to anybody who looks for the cause. */
    static final int MOST_WITNESSES = 10;

    public Finding {
        witnesses = List.copyOf(witnesses);
    }

    /** One that is where it was from the beginning. */
    public Finding(
            Section section,
            String key,
            String resource,
            List<Witness> witnesses,
            String remedy,
            String paste,
            Tried tried) {
        this(section, key, resource, witnesses, remedy, paste, tried, section);
    }

    /** One whose key is made of what it is about. */
    static Finding of(Section section, String resource, List<Witness> witnesses, Remedies.Remedy remedy) {
        return new Finding(
                section,
                section.word() + " " + resource,
                resource,
                witnesses,
                remedy.words(),
                remedy.paste(),
                Tried.NOT);
    }

    /** The same, with a key in which no path begins with a place of this machine. */
    Finding on(Places places) {
        return new Finding(
                section, section.word() + " " + places.portable(resource), resource, witnesses, remedy, paste, tried);
    }

    /** The same, with who does what to it in another run. */
    Finding and(Finding other) {
        List<Witness> all = Stream.concat(witnesses.stream(), other.witnesses.stream())
                .distinct()
                .limit(Math.max(MOST_WITNESSES, Math.max(witnesses.size(), other.witnesses.size())))
                .toList();
        return new Finding(section, key, resource, all, remedy, paste, tried, first);
    }

    /** The same, of which this was seen. What was for information, and makes a test fail, belongs to what should be mended. */
    public Finding with(Tried seen) {
        Section now = seen.confirmed() ? section.ofWhatIsConfirmed() : section;
        return new Finding(now, now.word() + " " + inModule(), resource, witnesses, remedy, paste, seen, first);
    }

    /** The keys that it has had: whether there was time to confirm it in one run or another makes it no other finding. */
    public Set<String> keys() {
        String before = first.word() + " " + inModule();
        return key.equals(before) ? Set.of(key) : Set.of(key, before);
    }

    /** Whether it belongs to one of these, with what was seen or without. */
    public boolean isIn(Set<Section> sections) {
        return sections.contains(section) || sections.contains(first);
    }

    /** Whether a test may notice it: hooks run when all tests are over. */
    public boolean canBeNoticed() {
        return !resource.equals(LeftBehind.HOOKS);
    }

    /** {@code confirmed} or {@code candidate}. */
    public String status() {
        return tried.confirmed() ? "confirmed" : "candidate";
    }

    /** What tests share; a path begins in the module, if it is there. */
    public String inModule() {
        return key.substring(section.word().length() + 1);
    }

    /** What it is known by on this machine, with the path as it is. */
    public String id() {
        return section.word() + " " + resource;
    }

    /** The classes that forks are handed in which tests have to do with it: the pair to look at first. */
    public List<String> classes() {
        return witnesses.stream().map(one -> one.test().topLevel()).distinct().toList();
    }

    /**
     * Who does what.
     *
     * @param test the test
     * @param does to the resource
     * @param line where; empty if nobody can tell
     */
    public record Witness(TestName test, String does, String line) {
        /**
         * Whether such a test has done it, or what is around it in its class.
         *
         * @param className the outermost class
         * @param method its name; empty for whatever there is in the class
         */
        public boolean isOf(String className, String method) {
            return test.topLevel().equals(className)
                    && (method.isEmpty()
                            || test.method().isEmpty()
                            || test.method().equals(method));
        }
    }

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

        /** Where that belongs of which a trial has shown that a test fails because of it. */
        Section ofWhatIsConfirmed() {
            return switch (this) {
                case HARMLESS -> LEFT;
                case DIFFERENCES -> CLASHES;
                case CLASHES, LEFT, AT_WORK, SERVICES -> this;
            };
        }

        /** Whether something should be done about it; the others are for information. */
        public boolean counts() {
            return counts;
        }
    }
}
