package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * One attempt at a class: its slices, which may be in the hands of several workers at a time, the one test set that Maven sees of
 * them, and what failed.
 */
public final class ClassAccount {
    private final String className;
    private final int reruns;
    private final LongSupplier freshRunIds;
    private final FirstAttempt before;
    private final Failures failures;
    private final TestSetOfClass testSet;
    private final List<Slice> slices = new ArrayList<>();

    private boolean testBegun;

    /** Tests of which it was said that all of their invocations run again. */
    private final Set<String> runAgain = new HashSet<>();

    /** Of the first attempt at a class whose failures are tried again so often. */
    public ClassAccount(String className, int reruns, LongSupplier freshRunIds) {
        this(className, FirstAttempt.none(), Selection.allOf(className), reruns, freshRunIds);
    }

    private ClassAccount(
            String className, FirstAttempt before, Selection selection, int reruns, LongSupplier freshRunIds) {
        this.className = className;
        this.before = before;
        this.reruns = reruns;
        this.freshRunIds = freshRunIds;
        this.failures = new Failures(before, reruns);
        this.testSet = new TestSetOfClass(freshRunIds.getAsLong());
        slices.add(new Slice(this, selection, before));
    }

    /** Of a class that is known by its tests from the start, each of these parts being for a worker of its own. */
    public static ClassAccount inParts(
            String className, int reruns, LongSupplier freshRunIds, List<? extends Collection<PlannedTest>> parts) {
        ClassAccount account = new ClassAccount(className, reruns, freshRunIds);
        account.slices.clear();
        parts.forEach(part -> account.addPart(
                part, new UniqueIds(), account.before.identities().copy()));
        return account;
    }

    /** Of a class of which nothing but these tests, or what is in these containers, is run. */
    public static ClassAccount only(String className, LongSupplier freshRunIds, Set<String> ids) {
        return new ClassAccount(className, FirstAttempt.none(), Selection.only(ids, new UniqueIds()), 0, freshRunIds);
    }

    /** Of what belongs to no class: what a worker says before the first, after the last, or in between. */
    public static ClassAccount ofNoClass(LongSupplier freshRunIds) {
        return new ClassAccount("", 0, freshRunIds);
    }

    private Slice addPart(Collection<PlannedTest> tests, UniqueIds done, Identities known) {
        Set<String> ids = tests.stream().map(PlannedTest::id).collect(Collectors.toSet());
        Slice part = new Slice(this, Selection.only(ids, done), before.apart(known));
        part.tests().planned(tests);
        slices.add(part);
        return part;
    }

    /** Another attempt at what failed in this one. */
    public ClassAccount again() {
        FirstAttempt attempt = failures.attempt(results(), identities());
        Selection selection = Selection.again(attempt.done(), failures.ids());
        return new ClassAccount(className, attempt, selection, reruns, freshRunIds);
    }

    private Identities identities() {
        return Identities.joined(
                slices.stream().map(slice -> slice.recognition().identities()).toList());
    }

    private UniqueIds results() {
        UniqueIds all = new UniqueIds();
        slices.forEach(slice -> all.addAll(slice.tests().settledTests()));
        return all;
    }

    /** The only slice, of a class that was not divided. */
    public Slice whole() {
        return slices.get(0);
    }

    /** All of them, whether they wait, run or are over. */
    public List<Slice> slices() {
        return List.copyOf(slices);
    }

    /**
     * Gives some of the tests of a slice to another worker: those that are planned in it and not begun.
     *
     * @return what the other worker is to run; nothing if none of these can be given away any more
     */
    public Optional<Slice> split(Slice from, Set<String> ids) {
        UniqueIds done = from.doneIn(ids); // before these count as done there
        List<PlannedTest> given = from.giveAway(ids);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(addPart(given, done, from.recognition().identities().ofPart(ids)));
    }

    Set<String> runAgain() {
        return runAgain;
    }

    public String className() {
        return className;
    }

    /** A test of it has begun, in any worker. */
    void testBegun() {
        testBegun = true;
    }

    /** Whether any has. */
    boolean hasBegunATest() {
        return testBegun;
    }

    /** Which attempt this is: 1 for the first. */
    public int attempt() {
        return failures.number();
    }

    /** Whether this is another attempt at what failed before. */
    public boolean isRerun() {
        return failures.isRerun();
    }

    public Failures failures() {
        return failures;
    }

    public LongSupplier freshRunIds() {
        return freshRunIds;
    }

    /** What Maven is to be told of these events of a slice: of the test sets of several, one. */
    public List<Event> told(Slice by, List<Event> events, long nowMillis) {
        return testSet.of(by.key(), events, slices.size() > 1, nowMillis);
    }

    /** Whether none of its slices waits any more, or is in anybody's hands. */
    public boolean isOver() {
        return slices.stream().allMatch(Slice::isOver);
    }

    /** What Maven is still to be told when it is over: the end of its test set, where several have parts in it. */
    public List<Event> end(long nowMillis) {
        return testSet.end(nowMillis);
    }

    /** The keys under which its events are held, in the order in which Maven is to hear them. */
    public List<Long> keys() {
        List<Long> keys = new ArrayList<>(testSet.openingOrder());
        slices.stream().map(Slice::key).filter(key -> !keys.contains(key)).forEach(keys::add);
        if (slices.size() > 1) {
            keys.add(testSet.key());
        }
        return keys;
    }

    /** The key of what is said at its end. */
    public long key() {
        return testSet.key();
    }

    /** Whether another attempt is to be made, so many being allowed. */
    public boolean deservesAnother() {
        return failures.deservesAnother(reruns);
    }
}
