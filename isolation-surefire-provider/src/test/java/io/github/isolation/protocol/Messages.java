package io.github.isolation.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary messages of every kind. */
final class Messages {
    private Messages() {}

    static Arbitrary<Event> events() {
        return Arbitraries.oneOf(
                hello(),
                Combinators.combine(Arbitraries.of(ReportKind.values()), reports())
                        .as(Event.Reported::new),
                Combinators.combine(
                                texts(),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                Arbitraries.of(true, false),
                                Arbitraries.longs().injectNull(0.2),
                                texts().injectNull(0.5))
                        .as(Event.Printed::new),
                Combinators.combine(
                                Arbitraries.of(LogLevel.values()), texts().injectNull(0.1), traces().injectNull(0.5))
                        .as(Event.Logged::new),
                Arbitraries.of(
                        new Event.NeedsFreshWorker(),
                        new Event.StopOnNextTest(),
                        new Event.SharesPlans(),
                        new Event.Bye(),
                        new Event.Pong(),
                        new Event.ExitError(null)),
                traces().map(Event.ExitError::new),
                Arbitraries.integers().map(Event.NextTest::new),
                planned().list().ofMaxSize(5).map(Event.Planned::new),
                Combinators.combine(texts(), Arbitraries.of(true, false), texts().injectNull(0.5))
                        .as(Event.Began::new),
                Combinators.combine(texts(), Arbitraries.of(true, false)).as(Event.Ended::new),
                texts().map(Event.Retiring::new),
                texts().map(Event.GoesOn::new),
                Combinators.combine(traces(), Arbitraries.of(true, false)).as(Event.Undiscoverable::new),
                texts().map(Event.ThreadDump::new),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Event.TimeLimited::new),
                texts().list().ofMaxSize(5).map(Event.Ordered::new),
                Combinators.combine(
                                texts(),
                                Arbitraries.longs(),
                                Combinators.combine(texts(), texts())
                                        .as(Leftover::new)
                                        .list()
                                        .ofMaxSize(5),
                                Arbitraries.of(true, false))
                        .as(Event.LeftBehind::new),
                Combinators.combine(texts(), texts()).as(Event.ExitCalled::new),
                Combinators.combine(texts(), Arbitraries.longs()).as(Event.Waited::new),
                Combinators.combine(texts(), texts().list().ofMaxSize(3)).as(Event.Divisible::new),
                Combinators.combine(
                                texts(),
                                Combinators.combine(planned(), Arbitraries.longs())
                                        .as(UpcomingTest::new)
                                        .list()
                                        .ofMaxSize(5),
                                Arbitraries.of(true, false))
                        .as(Event.Ahead::new),
                Combinators.combine(Arbitraries.longs(), texts().list().ofMaxSize(5))
                        .as(Event.GivenBack::new),
                Combinators.combine(
                                texts(),
                                Arbitraries.of(true, false),
                                texts().list().ofMaxSize(5),
                                texts().list().ofMaxSize(5))
                        .as(Event.Members::new));
    }

    static Arbitrary<Command> commands() {
        return Arbitraries.oneOf(
                Combinators.combine(texts(), Arbitraries.integers()).as(Command.RunClass::new),
                texts().list().ofMaxSize(5).map(Command.Offer::new),
                Combinators.combine(
                                texts().list().ofMaxSize(5).map(LinkedHashSet::new),
                                texts().list().ofMaxSize(5).map(LinkedHashSet::new))
                        .as(Command.Narrow::new),
                Combinators.combine(Arbitraries.longs(), texts().list().ofMaxSize(5))
                        .as(Command.GiveBack::new),
                texts().map(Command.Shutdown::new),
                texts().map(Command.LookAhead::new),
                Combinators.combine(
                                Arbitraries.integers(),
                                Arbitraries.integers(),
                                texts().list().ofMaxSize(5))
                        .as(Command.OnlyPart::new),
                Combinators.combine(texts(), texts(), texts()).as(Command.ShowStack::new),
                Arbitraries.of(
                        new Command.EndOfTests(),
                        new Command.SkipRest(),
                        new Command.Ping(),
                        new Command.ByeAck(),
                        new Command.RetireAck(),
                        new Command.DumpThreads()));
    }

    private static Arbitrary<Event> hello() {
        return Combinators.combine(Arbitraries.integers(), texts(), Arbitraries.longs())
                .as(Event.Hello::new);
    }

    static Arbitrary<TestReport> reports() {
        Arbitrary<String> optional = texts().injectNull(0.3);
        Arbitrary<List<String>> four = optional.list().ofSize(4);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.longs(),
                        four,
                        four,
                        Arbitraries.integers().injectNull(0.3),
                        traces().injectNull(0.5),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(3))
                .as((rerun, id, a, b, elapsed, trace, properties) -> new TestReport(
                        rerun,
                        id,
                        a.get(0),
                        a.get(1),
                        a.get(2),
                        a.get(3),
                        b.get(0),
                        elapsed,
                        trace,
                        properties,
                        b.get(1),
                        b.get(2)));
    }

    private static Arbitrary<Trace> traces() {
        Arbitrary<String> optional = texts().injectNull(0.3);
        return Combinators.combine(optional, optional, optional).as(Trace::new);
    }

    private static Arbitrary<PlannedTest> planned() {
        return Combinators.combine(texts(), texts().injectNull(0.2), texts(), Arbitraries.of(true, false))
                .as(PlannedTest::new);
    }

    /** All of Unicode but lone surrogates, which no encoding carries. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(40);
    }
}
