package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.DeathReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Maven is told when a worker's turn at a slice ends, in every way in which it can. */
public final class SliceEnd {
    private final Slice slice;
    private final OpenSets sets;
    private final TestBook tests;
    private final Recognition recognition;
    private final SyntheticReports reports;

    private SliceEnd(Slice slice) {
        this.slice = slice;
        this.sets = slice.sets();
        this.tests = slice.tests();
        this.recognition = slice.recognition();
        this.reports = new SyntheticReports(slice.account(), tests);
    }

    /** Of the turn that ends now. */
    public static SliceEnd of(Slice slice) {
        return new SliceEnd(slice);
    }

    /**
     * What a turn leaves that ended with its worker.
     *
     * @param events what Maven is told of it now
     * @param goesOn whether the slice is for another worker; otherwise it is over
     */
    public record Settled(List<Event> events, boolean goesOn) {}

    /**
     * The worker is gone.
     *
     * @param report the death, for the tests that are to blame or to suffer
     * @param abandoned what the tests are told that are left, if no other worker is given any
     */
    public Settled settle(
            Settlement settlement, DeathReason reason, CrashReport report, CrashReport abandoned, long nowMillis) {
        if (settlement.blame() == Settlement.Blame.ONE_OF_SEVERAL) {
            slice.putBack();
            slice.mustRunAlone();
            return new Settled(List.of(), true);
        }
        List<Event> events = new ArrayList<>(blame(settlement, reason, report, nowMillis));
        boolean goesOn = settlement.mayResume() && slice.canResume();
        if (goesOn) {
            slice.resume();
        } else {
            // What nobody will go on with is an error each, never a silence.
            events.addAll(
                    settlement.owes() && slice.isUnfinished()
                            ? interrupt(abandoned, false, false, nowMillis)
                            : complete(false, nowMillis));
        }
        return new Settled(events, goesOn);
    }

    private List<Event> blame(Settlement settlement, DeathReason reason, CrashReport report, long nowMillis) {
        return switch (settlement.blame()) {
            case NOBODY, ONE_OF_SEVERAL -> List.of();
            case WHAT_WAS_RUNNING -> interrupt(report, settlement.mayResume(), reason.cameFromOutside(), nowMillis);
            case SOMETHING_ELSE -> {
                if (reason.interrupts()) {
                    grantAnotherWorker(); // the class before it took too long
                }
                yield leave(report, nowMillis);
            }
        };
    }

    /** The worker said it is through with it: closes what a death had left open. What is missing is named. */
    public List<Event> complete(boolean everythingMustHaveRun, long nowMillis) {
        List<Event> out = new ArrayList<>();
        if (everythingMustHaveRun) {
            out.addAll(missing(nowMillis));
        }
        out.addAll(sets.close(nowMillis));
        return told(out, nowMillis);
    }

    /**
     * What was planned, or begun, and has no result although its worker is through with the class. An error in the class's
     * test set, if that is open or can be opened; otherwise a trace on the console is what fails the build.
     */
    private List<Event> missing(long nowMillis) {
        if (!slice.isOfAClass()) {
            return List.of();
        }
        Failures failures = slice.account().failures();
        List<Event> out = new ArrayList<>();
        Collection<PlannedTest> lost = lost();
        if (!failures.isRerun() && !lost.isEmpty()) {
            CrashReport why = CrashReport.neverReported(lost, slice.className(), recognition.outOfOrder());
            if (slice.isThrough()) {
                out.add(why.onConsole());
            } else {
                if (slice.isUntouched()) {
                    out.addAll(opened(nowMillis));
                }
                lost.forEach(test -> out.add(reports.error(test, why)));
            }
        }
        out.addAll(failures.notTriedAgain(tests.settledTests()));
        return out;
    }

    private Collection<PlannedTest> lost() {
        Map<String, PlannedTest> lost = new LinkedHashMap<>();
        // Where Maven has heard of nothing, the failure of what the tests are in has not been told either.
        List<PlannedTest> planned = slice.isUntouched() || isSilentlyLeftOut() ? tests.unsettled() : tests.remaining();
        planned.forEach(test -> lost.put(test.id(), test));
        tests.unreported()
                .forEach(id ->
                        lost.putIfAbsent(id, new PlannedTest(id, slice.className(), Identities.title(id), false)));
        return lost.values();
    }

    /**
     * What is left, where the class had a result as a whole before any test of this turn, and other workers have tests of it, or had:
     * that result says of none of these that it was not run. Surefire even takes a class that failed, and of which tests have
     * passed, for one that was tried again.
     */
    List<Event> notSetUp() {
        boolean isShared =
                slice.account().slices().size() > 1 || !tests.settledTests().isEmpty();
        if (!slice.turn().isOverBeforeTests() || !isShared || slice.account().isRerun()) {
            return List.of();
        }
        List<Event> out = new ArrayList<>();
        tests.unsettled().forEach(test -> out.add(reports.error(test, CrashReport.notSetUp())));
        return out;
    }

    /**
     * What is left, where the class was over in its worker before any test and nobody was told of it, and other workers have run tests of it: in one
     * JVM all would have run, or none.
     */
    List<Event> silentlyLeftOut() {
        List<Event> out = new ArrayList<>();
        if (isSilentlyLeftOut()) {
            tests.unsettled().forEach(test -> out.add(reports.error(test, CrashReport.leftOutSilently())));
        }
        return out;
    }

    private boolean isSilentlyLeftOut() {
        return slice.turn().isSilentlyOver()
                && slice.account().hasBegunATest()
                && !slice.account().isRerun();
    }

    /** The worker said it is through with the class, and nothing at all was heard of it. */
    public List<Event> neverHeardOf(long nowMillis) {
        List<Event> out = opened(nowMillis);
        out.add(reports.error(entry(CrashReport.NO_TEST), null, CrashReport.neverHeardOf()));
        return told(out, nowMillis);
    }

    /**
     * The worker died inside of it. The tests in flight are errors. If it can go on in another worker, its set stays open; if
     * not, what is left of it is reported as errors and the set is closed.
     *
     * @param excused whether the class is not to blame unless it had begun a test
     */
    public List<Event> interrupt(CrashReport crash, boolean mayResume, boolean excused, long nowMillis) {
        tests.interrupt(slice.turn(), excused);
        if (!sets.isOpen() && (sets.everOpened() || !slice.isOfAClass())) {
            // No test set can take the blame any more; a trace on the console is what fails the build.
            return List.of(crash.onConsole());
        }
        List<Event> out = new ArrayList<>();
        if (!sets.everOpened()) {
            out.addAll(opened(nowMillis));
        }
        List<TestReport> blamed = slice.inFlight().clear(nowMillis);
        out.addAll(reports.inFlight(blamed, crash));
        tests.stranded().forEach(test -> out.add(reports.error(test, crash.forTheRest())));
        boolean resumes = mayResume && tests.canResume(slice.turn());
        List<PlannedTest> left = tests.remaining();
        if (blamed.isEmpty() && (resumes || left.isEmpty())) {
            out.add(reports.error(entry(CrashReport.NO_TEST), null, crash));
        }
        if (resumes) {
            sets.suspend();
            return told(out, nowMillis);
        }
        CrashReport after = crash.forThoseAfter(tests.deathsInSetup(slice.turn()));
        left.forEach(test -> out.add(reports.error(test, after)));
        if (!blamed.isEmpty() && !tests.isKnown()) {
            out.add(reports.error(entry(CrashReport.NO_TEST), null, crash.forTheRest()));
        }
        out.addAll(sets.close(nowMillis));
        return told(out, nowMillis);
    }

    /** The worker left it, and it is not to blame: the rest is for another worker. */
    public List<Event> leave(CrashReport why, long nowMillis) {
        List<Event> out = new ArrayList<>();
        for (TestReport test : slice.inFlight().clear(nowMillis)) {
            if (test.id() == null || !tests.grantsSecondChance(test.id())) {
                out.add(reports.error(test, test.id(), why));
            }
        }
        tests.stranded().forEach(test -> out.add(reports.error(test, why.forTheRest())));
        boolean unbegun = slice.isUntouched() && slice.isOfAClass();
        if (unbegun) {
            out.addAll(opened(nowMillis)); // Maven waits for it now, so that it cannot be forgotten
            grantAnotherWorker();
        }
        tests.pause(slice.turn());
        if (unbegun || tests.isKnown()) {
            sets.suspend();
        } else if (sets.isOpen()) {
            out.add(reports.error(entry(CrashReport.NO_TEST), null, why.forTheRest()));
            out.addAll(sets.close(nowMillis));
        }
        return told(out, nowMillis);
    }

    /** Once, it may go on in another worker although it has not come any further in this one. */
    private void grantAnotherWorker() {
        tests.grantsSecondChance(slice.className());
    }

    /**
     * The worker found no way to its tests. If they are known, their engine failed before the first of them, and each is an
     * error; if not, there is one error, which no other attempt would mend.
     */
    public List<Event> undiscoverable(CrashReport ofEach, CrashReport ofAll, long nowMillis) {
        slice.turn().begun();
        List<PlannedTest> known = tests.unsettled();
        List<Event> out = opened(nowMillis);
        known.forEach(test -> out.add(reports.error(test, ofEach)));
        if (known.isEmpty()) {
            out.add(reports.undiscoverable(entry(CrashReport.NO_DISCOVERY), ofAll));
        }
        out.addAll(sets.close(nowMillis));
        return told(out, nowMillis);
    }

    private List<Event> opened(long nowMillis) {
        return new ArrayList<>(sets.starting(entry(null), nowMillis));
    }

    private TestReport entry(@Nullable String test) {
        return reports.entry(slice.className(), test);
    }

    private List<Event> told(List<Event> events, long nowMillis) {
        return slice.account().told(slice, events, nowMillis);
    }
}
