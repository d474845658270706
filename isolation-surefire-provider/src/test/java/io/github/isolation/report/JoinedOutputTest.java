package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;

/** However much of what tests print is told at once: what Maven writes down is the same, and in the same places. */
class JoinedOutputTest {
    private static final String NEW_LINE = System.lineSeparator();

    /** What Maven makes of it: the text of each stream of each test, and what was heard when. */
    private static final class Maven {
        private final Map<String, StringBuilder> texts = new TreeMap<>();
        private final List<String> order = new ArrayList<>();
        private int events;

        SurefireSink sink() {
            return HeardCalls.sink((MasterProcessChannelEncoder) Proxy.newProxyInstance(
                    Maven.class.getClassLoader(),
                    new Class<?>[] {MasterProcessChannelEncoder.class},
                    (proxy, method, arguments) -> {
                        Object said = arguments == null ? null : arguments[0];
                        if (said instanceof TestOutputReportEntry out) {
                            print(out);
                        } else if (said instanceof ReportEntry entry) {
                            order.add(method.getName() + " " + entry.getTestRunId());
                        }
                        return null;
                    }));
        }

        private void print(TestOutputReportEntry out) {
            String text = out.getLog() + (out.isNewLine() ? NEW_LINE : "");
            String place = (out.isStdOut() ? "out " : "err ") + out.getRunMode() + " " + out.getTestRunId();
            texts.computeIfAbsent(place, key -> new StringBuilder()).append(text);
            // Streams do not wait for each other: a letter is in its place between all others.
            text.chars().forEach(c -> order.add(place + " " + (char) c));
            events++;
        }
    }

    @Property(tries = 300)
    void theTextIsTheSameHoweverItIsDelivered(@ForAll("events") List<Event> events, @ForAll List<Boolean> pauses) {
        Maven oneByOne = new Maven();
        SurefireSink plain = oneByOne.sink();
        events.forEach(plain::tell);

        Maven joined = new Maven();
        SurefireSink gathering = joined.sink();
        gathering.gather();
        for (int i = 0; i < events.size(); i++) {
            gathering.tell(events.get(i));
            if (i < pauses.size() && pauses.get(i)) {
                gathering.deliver();
                gathering.gather();
            }
        }
        gathering.deliver();
        assertEquals(oneByOne.order, joined.order);
        assertEquals(oneByOne.texts.toString(), joined.texts.toString());
        assertTrue(joined.events <= oneByOne.events);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Event> printed = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(40, "a"),
                                Tuple.of(10, ""),
                                Tuple.of(10, "b\n"),
                                Tuple.of(10, "c\r\n"),
                                Tuple.of(1, "x".repeat(9_000))),
                        flag,
                        flag,
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(1L, 1L, 1L, 2L).injectNull(0.1),
                        Arbitraries.of("a.A#t", "a.A#u").injectNull(0.8))
                .as((text, stdout, newLine, rerun, id, stack) -> new Printed(text, stdout, newLine, rerun, id, stack));
        Arbitrary<Event> reported = Arbitraries.of(ReportKind.STARTING, ReportKind.SUCCEEDED)
                .map(kind -> new Reported(
                        kind,
                        new TestReport(false, 1, "a.A", null, "t", null, null, null, null, Map.of(), null, null)));
        return Arbitraries.frequencyOf(Tuple.of(9, printed), Tuple.of(1, reported))
                .list()
                .ofMaxSize(40);
    }

    @Test
    void aHundredLinesAreOneEvent() {
        Maven maven = new Maven();
        SurefireSink sink = maven.sink();
        sink.gather();
        for (int i = 0; i < 100; i++) {
            sink.tell(new Printed("line", true, true, false, 1L, null));
        }
        sink.bye();
        assertEquals(1, maven.events);
        assertEquals(
                ("line" + NEW_LINE).repeat(100),
                maven.texts.values().iterator().next().toString());
    }

    @Test
    void nothingWaitsWhereNothingIsGathered() {
        Maven maven = new Maven();
        SurefireSink sink = maven.sink();
        sink.tell(new Printed("at once", true, false, false, 1L, null));
        assertEquals(1, maven.events);
    }
}
