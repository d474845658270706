package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.record.MemberTimes;
import io.github.isolation.record.MembersFact;
import io.github.isolation.record.UsualTimes;
import io.github.isolation.supervisor.core.ClassPart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long each class took when it ran last, in a file that outlives the run. Measured from the hand-out of a class to the
 * worker's next question, in milliseconds. The loop's, after it was read.
 */
public final class ClassTimes {
    /** A worker whose class takes less is better off without an optimizing compiler. */
    private static final long SHORT_MILLIS = 3_000;

    private final Path file;
    private final String key;
    private final String prefix;
    private final boolean kept;
    private final Map<String, Long> millis = new TreeMap<>();
    private final Map<String, Long> news = new TreeMap<>();
    private final MemberBook members = new MemberBook();
    private TestTimes tests = TestTimes.none();
    private boolean judged;

    private ClassTimes(Path file, String key, boolean kept) {
        this.file = file;
        this.key = key;
        this.prefix = key.isEmpty() ? "" : key + " ";
        this.kept = kept;
    }

    /** What the last run left; nothing, if there was none or what it left cannot be read. */
    public static ClassTimes read(Path file) {
        return read(file, "", true);
    }

    /**
     * The same of a file that several modules share.
     *
     * @param key tells the classes of one from those of others; empty if the file is of one alone
     * @param kept whether what is new is written there at the end
     */
    public static ClassTimes read(Path file, String key, boolean kept) {
        ClassTimes times = new ClassTimes(file, key, kept);
        for (Map.Entry<String, Long> one : UsualTimes.read(file).entrySet()) {
            if (one.getKey().startsWith(times.prefix)) {
                times.millis.put(one.getKey().substring(times.prefix.length()), one.getValue());
            }
        }
        return times;
    }

    /** Forks share classes: then it matters how long each of their tests takes, where this file is of one module alone. */
    public ClassTimes withTests() {
        if (prefix.isEmpty() && kept) {
            tests = TestTimes.beside(file);
        }
        return this;
    }

    /** Workers are asked to judge of every class whether several machines might share it. */
    public void withJudgement() {
        judged = true;
    }

    /** How long each test took. */
    TestTimes tests() {
        return tests;
    }

    /** Of these classes, other machines run what this one does not. */
    public void parts(Map<String, ClassPart> ofClasses) {
        members.parts(ofClasses);
    }

    /** A worker has said something. */
    void heard(Event event) {
        if (event instanceof Event.Members found) {
            members.found(found);
        }
    }

    /** How long members of classes took that several machines might share, in milliseconds, by class and by member. */
    public SortedMap<String, SortedMap<String, Long>> memberMillis() {
        return MemberTimes.read(MemberTimes.beside(file), key);
    }

    /** A test has a result. */
    void took(TestReport report) {
        tests.took(report);
        members.took(report);
    }

    /** What this run has seen of members of classes. */
    List<MembersFact> memberFacts(long at) {
        return members.facts(at, news);
    }

    /** In milliseconds, by class. */
    public Map<String, Long> millis() {
        return Map.copyOf(millis);
    }

    /** A worker had it for so long. A class in several hands, one after the other or at the same time, takes them all. */
    void took(String className, long took) {
        millis.put(className, news.merge(className, took, Long::sum));
    }

    /** The longest first. What is new comes before everything else: nobody knows how long it takes. */
    public List<String> longestFirst(List<String> classes) {
        List<String> sorted = new ArrayList<>(classes);
        sorted.sort(Comparator.comparingLong((String name) -> millis.getOrDefault(name, Long.MAX_VALUE))
                .reversed());
        return sorted;
    }

    /** Whether something is known of these classes, and nothing of it is long. */
    public boolean areShort(List<String> classes) {
        boolean known = false;
        for (String name : classes) {
            Long took = millis.get(name);
            known |= took != null;
            if (took != null && took >= SHORT_MILLIS) {
                return false;
            }
        }
        return known;
    }

    /** Adds what is new to what is there by now: a run of some classes, or of one module of several, takes nothing away. */
    void write() throws IOException {
        tests.write();
        if (news.isEmpty() || !kept) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        if (prefix.isEmpty()) {
            replace();
            return;
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            replace();
        }
    }

    private void replace() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Map<String, Long> all = new TreeMap<>(UsualTimes.read(file));
        for (Map.Entry<String, Long> one : news.entrySet()) {
            all.put(prefix + one.getKey(), one.getValue());
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Long> one : all.entrySet()) {
            lines.add(one.getValue() + " " + one.getKey());
        }
        Path written = Files.createTempFile(directory, ".tmp-", null);
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        MemberTimes.add(MemberTimes.beside(file), members.times(key, news, judged));
    }
}
