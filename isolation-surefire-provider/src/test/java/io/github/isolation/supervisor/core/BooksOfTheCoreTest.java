package io.github.isolation.supervisor.core;

import static io.github.isolation.supervisor.core.Accounting.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second pair of eyes has nothing to say of a core that is whole, and sees every way to break it. */
class BooksOfTheCoreTest {
    /** A file is no directory, so these books are kept in memory only. */
    private static final Path NOWHERE = Path.of("pom.xml", "books");

    @TempDir
    Path directory;

    @Property(tries = 2_500)
    void nothingIsSaidOfACoreThatIsWholeWhateverDies(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int forks,
            @ForAll @IntRange(min = 0, max = 8) int classes,
            @ForAll @IntRange(max = 10) int killPercent,
            @ForAll @IntRange(max = 2) int reruns,
            @ForAll @IntRange(max = 15) int ways,
            @ForAll boolean mavenFeeds) {
        Settings settings = Configured.forks(forks)
                .fedByMaven(mavenFeeds)
                .retiring(new RetirePolicy(ways % 3, (ways & 1) != 0, 0))
                .reruns(reruns)
                .sharing(forks == 1 && ways % 3 == 0 ? PlanSharing.ALL : PlanSharing.NONE)
                .settings();
        List<String> names = new ArrayList<>(names(classes));
        if (ways > 12) {
            names.add("Undiscoverable1");
        }
        Simulation run = new Simulation(seed, settings, names, killPercent, ways != 11);
        run.retiresImmediately = (ways & 2) != 0;
        run.repeats = (ways & 4) != 0;
        run.sharesPlans = (ways & 8) != 0;
        run.stopsAtDiscoveryErrors = ways == 14;
        BookedEdge edge = BookedEdge.whole(NOWHERE, settings.mavenFeeds() ? List.of() : names, reruns);
        run.edge = edge;
        run.run();

        assertEquals(List.of(), edge.differences(run, line -> line));
    }

    @Test
    void resultsThatAreHeldAndNeverToldAreMissed() {
        assertEquals(
                List.of(
                        "Class2: workers told of 3 passed, Maven was told of 0",
                        "Class2: workers told of 1 failure, Maven was told of 0",
                        "the line at the end speaks of 12 results, and Maven was told of 8"),
                broken(effect -> results(effect, "Class2") ? List.of() : List.of(effect)));
    }

    @Test
    void resultsThatAreToldTwiceAreSeen() {
        assertEquals(
                List.of(
                        "Class2: workers told of 3 passed, Maven was told of 6",
                        "Class2: workers told of 1 failure, Maven was told of 2",
                        "the line at the end speaks of 12 results, and Maven was told of 16"),
                broken(effect -> results(effect, "Class2") ? List.of(effect, effect) : List.of(effect)));
    }

    @Test
    void aFailureThatBecomesAPassIsSeen() {
        assertEquals(
                List.of(
                        "Class1: workers told of 3 passed, Maven was told of 4",
                        "Class1: workers told of 1 failure, Maven was told of 0"),
                broken(effect -> List.of(
                        results(effect, "Class1") && effect instanceof Effect.Hold hold
                                ? new Effect.Hold(
                                        hold.slice(),
                                        List.of(passed(hold.events().get(0))))
                                : effect)));
    }

    @Test
    void aResultUnderTheNameOfAnotherTestIsSeen() {
        assertEquals(
                List.of("Class1: Maven was told as many results as workers told (3 passed, 1 failure), but not the same"
                        + " ones"),
                broken(effect -> List.of(
                        results(effect, "Class1") && effect instanceof Effect.Hold hold
                                ? new Effect.Hold(
                                        hold.slice(),
                                        List.of(renamed(hold.events().get(0))))
                                : effect)));
    }

    @Test
    void aClassThatIsNeverHandedOutIsMissed() {
        // The worker never answers to a command that it does not get, and the run goes nowhere: the queue is what is
        // broken.
        List<String> names = new ArrayList<>(names(3));
        BookedEdge edge = BookedEdge.whole(directory, List.of("Class1", "Class2", "Class3", "Class4"), 0);
        Simulation run = new Simulation(1, Configured.forks(1).settings(), names, 0, true);
        run.edge = edge;
        run.run();

        assertEquals(
                List.of("Class4: was to be run, and no worker was given it; no result or error of it was told"),
                edge.differences(run, line -> line));
    }

    @Test
    void aClassThatRunsAgainInPlaceOfAnotherIsSeen() {
        BookedEdge edge = new BookedEdge(directory, names(3), 0, BooksOfTheCoreTest::firstInPlaceOfSecond);
        Simulation run = new Simulation(1, Configured.forks(1).settings(), names(3), 0, true);
        run.edge = edge;
        run.run();

        assertEquals(
                List.of(
                        "Class1: was run again after its end, though no test of it was to be tried again",
                        "Class2: was to be run, and no worker was given it; no result or error of it was told"),
                edge.differences(run, line -> line));
    }

    @Test
    void aTestSetWithoutAnEndIsSeen() {
        assertEquals(
                List.of("Class3: 1 test sets began, and 0 ended"),
                broken(effect -> effect instanceof Effect.Hold hold
                                && hold.events().get(0) instanceof Reported r
                                && r.kind() == ReportKind.SET_COMPLETED
                                && "Class3".equals(r.report().source())
                        ? List.of()
                        : List.of(effect)));
    }

    @Test
    void aSummaryWithAnotherNumberIsSeen() {
        assertEquals(
                List.of("the line at the end speaks of 11 results, and Maven was told of 12"),
                differences(List::of, line -> line.replace(" 12 tests", " 11 tests")));
    }

    private List<String> broken(Function<Effect, List<Effect>> fault) {
        return differences(fault, line -> line);
    }

    private List<String> differences(Function<Effect, List<Effect>> fault, UnaryOperator<String> summary) {
        BookedEdge edge = new BookedEdge(directory, names(3), 0, fault);
        Simulation run = new Simulation(1, Configured.forks(2).settings(), names(3), 0, true);
        run.edge = edge;
        run.run();
        return edge.differences(run, summary);
    }

    private static boolean results(Effect effect, String className) {
        return effect instanceof Effect.Hold hold
                && hold.events().get(0) instanceof Reported r
                && r.kind().isResult()
                && className.equals(r.report().source());
    }

    private static Event passed(Event event) {
        return event instanceof Reported r ? new Reported(ReportKind.SUCCEEDED, r.report()) : event;
    }

    private static Event renamed(Event event) {
        if (!(event instanceof Reported r)) {
            return event;
        }
        TestReport is = r.report();
        return new Reported(
                r.kind(),
                new TestReport(
                        is.rerun(),
                        is.runId(),
                        is.source(),
                        is.sourceText(),
                        "somebody else's",
                        is.nameText(),
                        is.message(),
                        is.elapsedMillis(),
                        is.trace(),
                        is.systemProperties(),
                        is.qualifiedSource(),
                        is.id()));
    }

    private static List<Effect> firstInPlaceOfSecond(Effect effect) {
        boolean second = effect instanceof Effect.ToWorker to
                && to.effect() instanceof WorkerEffect.Send send
                && send.command().equals(new Command.RunClass("Class2", 1));
        return second && effect instanceof Effect.ToWorker to
                ? List.of(new Effect.ToWorker(to.serial(), new WorkerEffect.Send(new Command.RunClass("Class1", 1))))
                : List.of(effect);
    }
}
