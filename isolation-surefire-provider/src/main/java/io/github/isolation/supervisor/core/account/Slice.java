package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Event.TimeLimited;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import io.github.isolation.protocol.UpcomingTest;
import io.github.isolation.supervisor.core.life.Overdue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is handed: a class, or a part of one. It is in one worker's hands at a time, and in those of several, one after
 * the other, when workers die; its {@link Turn} is what the last of them has done with it. Turns what workers say into what Maven
 * is told. Pure: the time is a parameter, and the caller relays the events it returns.
 */
public final class Slice {
    /** How much of its class a slice is, for whoever reads about it. */
    public enum Part {
        /** All of it, and nobody has begun it. */
        WHOLE,
        /** What a worker before has left of it. */
        REST,
        /** What others have left of it, and run at the same time. */
        PART,
        /** What is tried again, because it failed. */
        RERUN
    }

    private final ClassAccount account;
    private final long key;
    private final OpenSets sets = new OpenSets();
    private final TestBook tests = new TestBook();
    private final Recognition recognition;
    private final Repeats repeats;
    private final GivenAway givenAway = new GivenAway();
    private Selection selection;
    private Turn turn = tests.turn(0);
    private boolean over;

    public Slice(ClassAccount account, Selection selection, FirstAttempt before) {
        this.account = account;
        this.selection = selection;
        this.key = account.freshRunIds().getAsLong();
        this.recognition = new Recognition(before.identities(), before.number() > 0, account.runAgain());
        this.repeats = new Repeats(before.done());
    }

    /** The class it is of. */
    public ClassAccount account() {
        return account;
    }

    /** Names it among all slices, for the events that are held for it. */
    public long key() {
        return key;
    }

    public String className() {
        return account.className();
    }

    /** How much of its class it is. */
    public Part part() {
        if (account.isRerun()) {
            return Part.RERUN;
        }
        if (!isUntouched()) {
            return Part.REST;
        }
        return account.slices().size() > 1 ? Part.PART : Part.WHOLE;
    }

    /** Whether there is a class; a worker that has nothing in hand has a slice of none. */
    public boolean isOfAClass() {
        return !account.className().isEmpty();
    }

    public Selection selection() {
        return selection;
    }

    public TestBook tests() {
        return tests;
    }

    /** What the worker that has it has done with it, or the last one did. */
    public Turn turn() {
        return turn;
    }

    /** The tests that run. */
    public InFlight inFlight() {
        return turn.inFlight();
    }

    /** Whether the worker that has it saw a test of it fail. */
    public boolean failedInThisTurn() {
        return turn.hasFailed();
    }

    /** Whether it is known what it would run. */
    public boolean hasPlan() {
        return !tests.unsettled().isEmpty();
    }

    /** How a worker is told to run it. */
    public List<Command> commands() {
        return selection.commands(className(), account.attempt());
    }

    /** A worker has it from now on. */
    public void handed(long nowMillis) {
        turn = tests.turn(nowMillis);
    }

    /** A worker gives it back, and has not begun it: what was heard is of the plan it was in. */
    public void putBack() {
        tests.putBack();
        turn = tests.turn(0);
    }

    /** It was handed out with others and not run: it may be one that does not get along with them. */
    public void mustRunAlone() {
        selection = selection.keptAlone();
    }

    /** Another worker is to go on with the rest of it. */
    public void resume() {
        selection = selection.without(tests.finalIds(), recognition.nextWorker());
        turn = tests.turn(0);
    }

    /** What has its result, or is another's, in tests that have not begun in this turn: a worker before may have. */
    public UniqueIds doneIn(Set<String> containers) {
        UniqueIds done = selection.finalIds().copy();
        done.addAll(tests.finalIds());
        return containers.stream().anyMatch(done::areIn) ? done.within(UniqueIds.of(containers)) : new UniqueIds();
    }

    /** Gives tests away that have not begun. */
    public List<PlannedTest> giveAway(Set<String> ids) {
        List<PlannedTest> given = tests.giveAway(ids);
        givenAway.add(given, className());
        return given;
    }

    /**
     * The worker that has it could leave some of it to others. Not what is run again, or to be told apart by names.
     *
     * @param usualMillis what a test took in an earlier run, by its unique id; negative if nobody knows
     */
    public void divide(Divisible divisible, ToLongFunction<String> usualMillis, long nowMillis) {
        if (!account.isRerun() && selection.wholeTests().isEmpty()) {
            turn.divide(new Division(divisible.id(), divisible.templates(), tests.remaining(), usualMillis, nowMillis));
        }
    }

    /** The class has limits of its own. */
    public void limit(TimeLimited own) {
        turn.limit(own);
    }

    /** What has taken longer than it may. */
    public Optional<Overdue> overdue(Limits configured, boolean running, long nowMillis) {
        return turn.overdue(key, className(), configured, running, nowMillis);
    }

    /** Nobody is going to run any of it any more. */
    public void over() {
        over = true;
    }

    public boolean isOver() {
        return over;
    }

    /** Whether Maven was told nothing of it. */
    public boolean isUntouched() {
        return !sets.everOpened();
    }

    /** Whether its test set is over. */
    public boolean isThrough() {
        return sets.everOpened() && !sets.isOpen();
    }

    /** Whether Maven waits for results of it, or for its end. */
    public boolean isUnfinished() {
        return isUntouched() ? isOfAClass() : sets.isOpen() && tests.mayHaveMore();
    }

    /** Whether the rest of it can be given to another worker. */
    public boolean canResume() {
        return sets.isOpen() && tests.canResume(turn);
    }

    /** Whether the worker is through with it, and some of its tests are to run again, to be known by their names. */
    public boolean isOutOfOrder() {
        return recognition.hasMore();
    }

    public OpenSets sets() {
        return sets;
    }

    public Recognition recognition() {
        return recognition;
    }

    /** The run id under which something printed outside of Java is filed: the test in flight, else the open set. */
    @Nullable
    public Long printingRunId() {
        Long test = inFlight().anyRunId();
        return test == null ? sets.currentRunId() : test;
    }

    /** What Maven is to be told of an event, in order. */
    public List<Event> on(Event event, long nowMillis) {
        List<Event> known = recognition.translate(event, selection, className());
        List<Event> out = new ArrayList<>(known.size());
        known.forEach(one -> out.addAll(take(one, nowMillis)));
        return account.told(this, out, nowMillis);
    }

    private List<Event> take(Event event, long nowMillis) {
        if (event instanceof Reported reported) {
            turn.begun();
            if (reported.kind() == ReportKind.STARTING) {
                turn.testBegun(); // also if it runs again, and is not told
                account.testBegun();
            }
            if (givenAway.isOfOne(reported, inFlight())) {
                return List.of();
            }
            return repeats.contain(reported, selection, inFlight(), nowMillis)
                    ? repeated(reported)
                    : reported(reported.kind(), account.failures().asAttempt(reported.report()), nowMillis);
        }
        if (event instanceof Printed printed) {
            return List.of(account.failures().asAttempt(printed));
        }
        if (event instanceof Began began) {
            turn.heardOf(began.id(), nowMillis);
        } else if (event instanceof Ended ended) {
            turn.heardTheEndOf(ended.id(), nowMillis);
            if (ended.settlesBelow() && tests.isClassOfWhatIsLeft(ended.id())) {
                turn.classEnded();
            }
        } else if (event instanceof Ahead next) {
            tests.planned(next.invocations().stream().map(UpcomingTest::test).toList());
            turn.ahead(next);
            return List.of();
        }
        if (event instanceof Ended ended && recognition.holdsBack(ended)) {
            return List.of();
        }
        boolean ofTests = tests.heard(owed(repeats.without(event, selection)), turn);
        if (event instanceof Ended ended && repeats.isOne(ended.id(), selection)) {
            tests.owesNothingOf(ended.id()); // its result, if it had one here, was not told
        }
        return ofTests ? List.of() : List.of(event);
    }

    /** A plan without tests of which it has invocations that are known one by one. */
    private Event owed(Event event) {
        boolean inParts = !account.isRerun() && !selection.onlyIds().isEmpty();
        return inParts && event instanceof Planned plan
                ? new Planned(plan.tests().stream()
                        .filter(test -> !(test.container() && selection.divides(test.id())))
                        .toList())
                : event;
    }

    private List<Event> repeated(Reported reported) {
        Logged failure =
                reported.kind().isFailure() ? recognition.failsAgain(reported.report(), selection, className()) : null;
        if (failure != null) {
            return List.of(failure);
        }
        boolean wasSaid = recognition.hasMore() || !selection.wholeTests().isEmpty();
        return wasSaid ? List.of() : repeats.notice(reported.report());
    }

    private List<Event> reported(ReportKind kind, TestReport report, long nowMillis) {
        if (kind == ReportKind.SET_STARTING) {
            return sets.starting(report, nowMillis);
        }
        if (kind == ReportKind.SET_COMPLETED) {
            if (recognition.hasMore()) {
                return sets.keepOpen();
            }
            List<Event> out = new ArrayList<>(SliceEnd.of(this).notSetUp());
            account.slices().forEach(slice -> out.addAll(SliceEnd.of(slice).silentlyLeftOut()));
            out.addAll(sets.completed(report, nowMillis));
            return out;
        }
        if (kind == ReportKind.STARTING) {
            inFlight().started(report, nowMillis);
            tests.announced(report.id());
        } else {
            turn.told();
            String id = inFlight().ended(report);
            tests.reported(id);
            boolean ofClass = kind.isFailure() || report.name() == null; // tests that are left out do not begin, either
            if (id == null && ofClass && className().equals(report.inClass())) {
                turn.classIsOver();
            }
            if (kind.isFailure()) {
                turn.failed();
                account.failures().add(id, report);
            }
        }
        boolean unasked = !isOfAClass() && kind.isResult() && !report.rerun();
        Event told = new Reported(kind, report);
        return unasked ? List.of(told, Repeats.unasked(report)) : List.of(told);
    }
}
