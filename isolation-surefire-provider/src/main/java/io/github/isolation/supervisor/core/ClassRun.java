package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One class on its way through one worker, or several when workers die: turns what workers say into what Maven is told.
 * Pure: the time is a parameter, and the caller relays the events it returns.
 */
final class ClassRun {
    private Unit unit;
    private final LongSupplier freshRunIds;
    private final long key;
    private final OpenSets sets = new OpenSets();
    private final Progress progress = new Progress();
    private final InFlight inFlight = new InFlight();
    private final Failures failures;
    private final Repeats repeats;
    private final Blame blame;
    private final Recognition recognition;
    private final int reruns;
    private boolean failedInThisWorker;

    /** Of no class, or of one that fails for good. */
    ClassRun(Unit unit, LongSupplier freshRunIds) {
        this(unit, 0, freshRunIds);
    }

    /** Of one whose failures are tried again so often. */
    ClassRun(Unit unit, int reruns, LongSupplier freshRunIds) {
        this(unit, FirstAttempt.none(), reruns, freshRunIds);
    }

    private ClassRun(Unit unit, FirstAttempt before, int reruns, LongSupplier freshRunIds) {
        this.reruns = reruns;
        this.unit = unit;
        this.freshRunIds = freshRunIds;
        this.failures = new Failures(before, reruns);
        this.repeats = new Repeats(before.done(), inFlight);
        this.blame = new Blame(failures, progress, freshRunIds);
        this.recognition = new Recognition(before.identities(), before.number() > 0);
        this.key = freshRunIds.getAsLong();
    }

    /** Another attempt at what failed in this one. */
    ClassRun again() {
        FirstAttempt attempt = failures.attempt(progress.settledTests());
        return new ClassRun(unit.again(attempt.done(), failures.ids()), attempt, reruns, freshRunIds);
    }

    /** What was heard is of the plan it was in; only for one that {@linkplain #isUntouched() no worker has begun}. */
    ClassRun afresh() {
        progress.notBegun();
        return this;
    }

    /** It was offered with others and not run: it may be one that does not get along with them. */
    void mustRunAlone() {
        unit = unit.keptAlone();
    }

    /** Whether Maven was told nothing of it. */
    boolean isUntouched() {
        return !sets.everOpened();
    }

    /** Names this run among all of the fork, for the events that are held for it. */
    long key() {
        return key;
    }

    Unit unit() {
        return unit;
    }

    String className() {
        return unit.className();
    }

    Failures failures() {
        return failures;
    }

    /** Whether the worker that has the class in hand is one that saw a test fail. */
    boolean failedInThisWorker() {
        return failedInThisWorker;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** What Maven is to be told of an event, in order. */
    List<Event> on(Event event, long nowMillis) {
        List<Event> known = recognition.translate(event, unit);
        List<Event> out = new ArrayList<>(known.size());
        known.forEach(one -> out.addAll(take(one, nowMillis)));
        return out;
    }

    private List<Event> take(Event event, long nowMillis) {
        if (event instanceof Reported reported) {
            progress.begun();
            return repeats.contain(reported, unit, nowMillis)
                    ? repeated(reported)
                    : reported(reported.kind(), failures.asAttempt(reported.report()), nowMillis);
        }
        if (event instanceof Printed printed) {
            return List.of(failures.asAttempt(printed));
        }
        if (event instanceof Ended end && recognition.holdsBack(end)) {
            return List.of();
        }
        return progress.heard(repeats.without(event, unit)) ? List.of() : List.of(event);
    }

    private List<Event> repeated(Reported reported) {
        Logged failure = reported.kind().isFailure() ? recognition.failsAgain(reported.report(), unit) : null;
        if (failure != null) {
            return List.of(failure);
        }
        boolean wasSaid = recognition.hasMore() || !unit.wholeTests().isEmpty();
        return wasSaid ? List.of() : repeats.notice(reported.report());
    }

    private List<Event> reported(ReportKind kind, TestReport report, long nowMillis) {
        if (kind == ReportKind.SET_STARTING) {
            return sets.starting(report, nowMillis);
        }
        if (kind == ReportKind.SET_COMPLETED) {
            return recognition.hasMore() ? sets.keepOpen() : sets.completed(report, nowMillis);
        }
        if (kind == ReportKind.STARTING) {
            inFlight.started(report, nowMillis);
            progress.announced(report.id());
        } else {
            String id = inFlight.ended(report);
            progress.settled(id);
            if (kind.isFailure()) {
                failedInThisWorker = true;
                failures.add(id, report);
            }
        }
        boolean unasked = className().isEmpty() && kind.isResult() && !report.rerun();
        Event told = new Reported(kind, report);
        return unasked ? List.of(told, Repeats.unasked(report)) : List.of(told);
    }

    /** The worker said it is through with the class: closes what a death had left open. What is missing is named. */
    List<Event> complete(boolean everythingMustHaveRun, long nowMillis) {
        List<Event> out = new ArrayList<>();
        if (everythingMustHaveRun) {
            out.addAll(missing(nowMillis));
        }
        out.addAll(sets.close(nowMillis));
        return out;
    }

    /**
     * What was planned, or begun, and has no result although its worker is through with the class. An error in the class's
     * test set, if that is open or can be opened; otherwise a trace on the console is what fails the build.
     */
    private List<Event> missing(long nowMillis) {
        if (className().isEmpty()) {
            return List.of();
        }
        // Where Maven has heard of nothing, the failure of what the tests are in has not been told either.
        List<PlannedTest> lost = new ArrayList<>(sets.everOpened() ? progress.remaining() : progress.open());
        progress.unreported().forEach(id -> lost.add(new PlannedTest(id, className(), Identities.title(id), false)));
        List<Event> out = new ArrayList<>();
        if (!failures.isRerun() && !lost.isEmpty()) {
            CrashReport why = CrashReport.neverReported(lost, className(), recognition.outOfOrder());
            if (isThrough()) {
                out.add(why.onConsole());
            } else {
                if (isUntouched()) {
                    out.addAll(sets.starting(entry(null), nowMillis));
                }
                lost.forEach(test -> out.add(blame.error(test, className(), why)));
            }
        }
        out.addAll(failures.notTriedAgain(progress.settledTests()));
        return out;
    }

    /** The worker said it is through with the class, and nothing at all was heard of it. */
    List<Event> neverHeardOf(long nowMillis) {
        List<Event> out = new ArrayList<>(sets.starting(entry(null), nowMillis));
        out.add(blame.error(entry(CrashReport.NO_TEST), null, CrashReport.neverHeardOf()));
        return out;
    }

    /**
     * The worker died inside the class. The tests in flight are errors. If the class can go on in another worker, its set
     * stays open; if not, what is left of it is reported as errors and the set is closed.
     */
    List<Event> interrupt(CrashReport crash, boolean mayResume, long nowMillis) {
        progress.interrupt();
        if (!sets.isOpen() && (sets.everOpened() || unit.className().isEmpty())) {
            // No test set can take the blame any more; a trace on the console is what fails the build.
            return List.of(crash.onConsole());
        }
        List<Event> out = new ArrayList<>();
        if (!sets.everOpened()) {
            out.addAll(sets.starting(entry(null), nowMillis));
        }
        List<TestReport> blamed = inFlight.clear(nowMillis);
        out.addAll(blame.inFlight(blamed, crash));
        progress.stranded().forEach(test -> out.add(blame.error(test, className(), crash.forTheRest())));
        boolean resume = mayResume && progress.canResume();
        List<PlannedTest> left = progress.remaining();
        if (blamed.isEmpty() && (resume || left.isEmpty())) {
            out.add(blame.error(entry(CrashReport.NO_TEST), null, crash));
        }
        if (resume) {
            sets.suspend();
            return out;
        }
        left.forEach(test -> out.add(blame.error(test, className(), crash.forThoseAfter(progress.deathsInSetup()))));
        if (!blamed.isEmpty() && !progress.isKnown()) {
            out.add(blame.error(entry(CrashReport.NO_TEST), null, crash.forTheRest()));
        }
        out.addAll(sets.close(nowMillis));
        return out;
    }

    /** Its tests were found, and their engine failed before the first of them: an error each. */
    List<Event> neverBegan(CrashReport report, long nowMillis) {
        progress.begun();
        List<Event> out = new ArrayList<>(sets.starting(entry(null), nowMillis));
        progress.open().forEach(test -> out.add(blame.error(test, className(), report)));
        out.addAll(sets.close(nowMillis));
        return out;
    }

    /** Whether it is known what it would run. */
    boolean hasPlan() {
        return !progress.open().isEmpty();
    }

    /** The worker could not find its tests: one error, which no other attempt would mend. */
    List<Event> undiscoverable(CrashReport report, long nowMillis) {
        progress.begun();
        List<Event> out = new ArrayList<>(sets.starting(entry(null), nowMillis));
        out.add(blame.undiscoverable(entry(CrashReport.NO_DISCOVERY), report));
        out.addAll(sets.close(nowMillis));
        return out;
    }

    /** The worker retired inside the class: nobody is to blame, and the rest is for another worker. */
    List<Event> retire(CrashReport retirement, long nowMillis) {
        List<Event> out = new ArrayList<>();
        for (TestReport test : inFlight.clear(nowMillis)) {
            if (test.id() == null || !progress.grantsSecondChance(test.id())) {
                out.add(blame.error(test, test.id(), retirement));
            }
        }
        progress.stranded().forEach(test -> out.add(blame.error(test, className(), retirement.forTheRest())));
        boolean unbegun = isUntouched() && !className().isEmpty();
        if (unbegun) {
            out.addAll(sets.starting(entry(null), nowMillis)); // Maven waits for it now, so that it cannot be forgotten
            grantAnotherWorker();
        }
        progress.pause();
        if (unbegun || progress.isKnown()) {
            sets.suspend();
        } else if (sets.isOpen()) {
            out.add(blame.error(entry(CrashReport.NO_TEST), null, retirement.forTheRest()));
            out.addAll(sets.close(nowMillis));
        }
        return out;
    }

    /** Once, it may go on in another worker although it has not come any further in this one. */
    void grantAnotherWorker() {
        progress.grantsSecondChance(className());
    }

    /** The death that is about to be settled is not the doing of this class. */
    void excuseDeath() {
        progress.excuse();
    }

    /** Whether its test set is over. */
    boolean isThrough() {
        return sets.everOpened() && !sets.isOpen();
    }

    /** Whether Maven waits for results of it, or for its end. */
    boolean isUnfinished() {
        return isUntouched() ? !className().isEmpty() : sets.isOpen() && progress.mayHaveMore();
    }

    /** Whether the rest of the class can be given to another worker. */
    boolean canResume() {
        return sets.isOpen() && progress.canResume();
    }

    /** From here on, the unit is the rest of the class. */
    void resume() {
        failedInThisWorker = false;
        unit = unit.without(progress.resume(), recognition.nextWorker());
    }

    /** Whether the worker is through with the class, and some of its tests are to run again, to be known by their names. */
    boolean isOutOfOrder() {
        return recognition.hasMore();
    }

    /** The run id under which something printed outside of Java is filed: the test in flight, else the open set. */
    @Nullable
    Long printingRunId() {
        Long test = inFlight.anyRunId();
        return test == null ? sets.currentRunId() : test;
    }

    private TestReport entry(@Nullable String test) {
        return blame.entry(className(), test);
    }
}
