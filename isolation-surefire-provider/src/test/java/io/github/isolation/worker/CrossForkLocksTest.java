package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.LockMode;
import io.github.isolation.fork.SharedLocks;
import io.github.isolation.protocol.Event.Logged;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JUnit's resource locks, taken across forks. */
class CrossForkLocksTest {
    private static final String CLASS = "[engine:e]/[class:p.A]";
    private static final String TEST = CLASS + "/[method:a()]";
    private static final String ISOLATED = CrossForkLocks.ISOLATED;

    private final FakeConversation supervisor = new FakeConversation();
    private final SortedMap<String, LockMode> held = new TreeMap<>();
    private final CrossForkLocks locks = new CrossForkLocks(supervisor, this::take, "1");
    private IOException trouble;
    private boolean wasInterrupted;

    @TempDir
    Path directory;

    @AfterEach
    void forget() {
        Subjects.ran = what -> {};
    }

    @Test
    void nobodyHasThemWhoDidNotAsk() {
        assertNull(CrossForkLocks.ifAsked(Sessions.plain(), supervisor));
        assertNotNull(CrossForkLocks.ifAsked(Sessions.locking(directory), supervisor));
    }

    @Test
    void aTestHoldsWhatItWantsWhileItRuns() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        locks.begin(false);
        locks.before(CLASS, true);
        assertEquals(Map.of(ISOLATED, LockMode.READ), held);
        locks.before(TEST, false);
        assertEquals(Map.of(ISOLATED, LockMode.READ, "database", LockMode.WRITE), held);
        locks.after(TEST);
        assertEquals(Map.of(ISOLATED, LockMode.READ), held);
        locks.after(CLASS);
        assertEquals(Map.of(), held);
    }

    @Test
    void aClassTakesWithItsOwnAllThatIsWantedBelowIt() {
        wants(CLASS, Map.of("printer", LockMode.READ));
        wants(TEST, Map.of("database", LockMode.WRITE, "printer", LockMode.WRITE));
        locks.begin(false);
        locks.before(CLASS, true);
        assertEquals(Map.of(ISOLATED, LockMode.READ, "database", LockMode.WRITE, "printer", LockMode.WRITE), held);
    }

    /** A thread may run a second test while it waits for a first. */
    @Test
    void whereTestsRunInParallelAClassTakesAllAtOnce() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        locks.begin(true);
        locks.before(CLASS, true);
        assertEquals(Map.of(ISOLATED, LockMode.READ, "database", LockMode.WRITE), held);
    }

    @Test
    void whoIsIsolatedIsAlone() {
        wants(CLASS, Map.of(ISOLATED, LockMode.WRITE));
        locks.begin(false);
        locks.before(CLASS, true);
        assertEquals(Map.of(ISOLATED, LockMode.WRITE), held);
    }

    /** That of a class is taken first of all, so it cannot be taken once more below it. */
    @Test
    void aTestInItsClassDoesNotTakeTheLockOfIsolated() {
        wants(TEST, Map.of(ISOLATED, LockMode.WRITE));
        locks.begin(false);
        locks.before(CLASS, true);
        assertEquals(Map.of(ISOLATED, LockMode.WRITE), held);
        held.clear();
        locks.before(TEST, false);
        assertEquals(Map.of(), held);
    }

    @Test
    void aNeighbourWhoseNameBeginsAlikeIsAnother() {
        wants(CLASS + "/[method:ab()]", Map.of("database", LockMode.WRITE));
        locks.before(TEST, false);
        assertEquals(Map.of(), held);
    }

    @Test
    void anotherPlanWantsWhatItWants() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        locks.end();
        locks.before(TEST, false);
        assertEquals(Map.of(), held);
    }

    /** An interrupt of a test before would close the file of the lock. */
    @Test
    void anInterruptedThreadTakesItsLocksAndIsInterruptedThen() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        Thread.currentThread().interrupt();
        locks.before(TEST, false);
        assertTrue(Thread.interrupted());
        assertEquals(Map.of("database", LockMode.WRITE), held);
        assertTrue(!wasInterrupted);
    }

    /** A listener cannot fail a test, and a trace on the console fails the build. */
    @Test
    void aTestThatRunsWithoutItsLocksFailsTheBuild() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        trouble = new IOException("disk full");
        locks.before(TEST, false);
        locks.after(TEST);
        Logged told = supervisor.told(Logged.class).get(0);
        assertEquals(
                "isolation: fork 1 runs " + TEST + " without the locks [database]: java.io.IOException: disk full",
                told.message());
        assertEquals(told.message(), told.trace().message());
        assertEquals(1, supervisor.told.size());
    }

    @Test
    void locksThatCannotBeGivenBackFailTheBuild() {
        wants(TEST, Map.of("database", LockMode.WRITE));
        locks.before(TEST, false);
        trouble = new IOException("disk full");
        locks.after(TEST);
        assertTrue(supervisor.lines().get(0).contains("cannot give back the locks of " + TEST));
    }

    /** With files, which stay where somebody has locked. */
    @Test
    void whatJUnitSaysOfATestIsLockedAcrossForksUnlessItBelongsToTheJvm() throws IOException {
        WorkerSession session = Sessions.first(supervisor, Sessions.locking(directory));
        session.sharedPlan().handedOut(Subjects.Locking.class.getName());
        Launched.in(session).run(Subjects.Locking.class);
        assertEquals(new TreeSet<>(List.of("", "database", "printer")), lockedOnce(session));
        assertEquals(List.of(), supervisor.lines());
        // Who reads would not be allowed to write.
        new SharedLocks(session.settings().layout().sharedLocks(), "fork 1", 0)
                .acquire(new TreeMap<>(Map.of("printer", LockMode.WRITE)))
                .release();
    }

    @Test
    void withoutAskingNothingIsLocked() throws IOException {
        WorkerSession session = Sessions.first(supervisor, Sessions.plain());
        session.sharedPlan().handedOut(Subjects.Locking.class.getName());
        Launched.in(session).run(Subjects.Locking.class);
        assertTrue(!Files.exists(session.settings().layout().sharedLocks()));
    }

    private static SortedSet<String> lockedOnce(WorkerSession session) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(session.settings().layout().sharedLocks())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lock"))
                    .forEach(name -> names.add(name.substring(0, name.lastIndexOf('-'))));
        }
        return names;
    }

    private void wants(String id, Map<String, LockMode> wishes) {
        locks.discovered(id, new TreeMap<>(wishes));
    }

    private Closeable take(SortedMap<String, LockMode> wanted) throws IOException {
        fail();
        wasInterrupted = Thread.currentThread().isInterrupted();
        held.putAll(wanted);
        return () -> {
            fail();
            held.keySet().removeAll(wanted.keySet());
        };
    }

    private void fail() throws IOException {
        if (trouble != null) {
            throw trouble;
        }
    }
}
