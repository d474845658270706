package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a class that were started and not finished, and since when. Those that run again although they have their
 * result may take too long like others, and are not to blame for anything.
 */
public final class InFlight {
    private static final class Flight {
        private final TestReport report;
        private final long since;
        private final boolean again;
        private long noticed;

        private Flight(TestReport report, long since, boolean again) {
            this.again = again;
            this.report = report;
            this.since = since;
            this.noticed = since;
        }
    }

    /**
     * A test that takes long.
     *
     * @param question for the worker, which knows what the test is doing
     */
    public record Slow(String notice, Command.ShowStack question) {}

    private final List<Flight> flights = new ArrayList<>();

    public void started(TestReport report, long nowMillis) {
        flights.add(new Flight(report, nowMillis, false));
    }

    public void startedAgain(TestReport report, long nowMillis) {
        flights.add(new Flight(report, nowMillis, true));
    }

    /** Whether a result is of a test that ran again. */
    public boolean endedAgain(TestReport result) {
        Flight flight = find(result);
        return flight != null && flight.again && flights.remove(flight);
    }

    /** Whether the test has begun that this is the result of. */
    public boolean has(TestReport result) {
        return find(result) != null;
    }

    /** The unique id of a test that has ended; null for what has none, as failures of a class, and tests of other engines. */
    @Nullable
    public String ended(TestReport result) {
        Flight flight = find(result);
        flights.remove(flight);
        return flight == null ? null : flight.report.id();
    }

    /** Tests that run side by side may have one run id, if they have one name; of them, the one that has this id as well. */
    private @Nullable Flight find(TestReport result) {
        Flight found = null;
        for (Flight flight : flights) {
            if (flight.report.runId() == result.runId()) {
                boolean surely = result.id() != null && result.id().equals(flight.report.id());
                found = found == null || surely ? flight : found;
            }
        }
        return found;
    }

    /** Takes all out, since their worker is gone, and returns those that now have no result. */
    public List<TestReport> clear(long nowMillis) {
        List<TestReport> all = new ArrayList<>();
        flights.stream()
                .filter(flight -> !flight.again)
                .forEach(flight -> all.add(flight.report.withElapsedMillis((int) (nowMillis - flight.since))));
        flights.clear();
        return all;
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        flights.stream().filter(flight -> !flight.again).forEach(flight -> names.add(name(flight)));
        return names;
    }

    @Nullable
    public Long anyRunId() {
        return flights.stream()
                .filter(flight -> !flight.again)
                .map(flight -> flight.report.runId())
                .findFirst()
                .orElse(null);
    }

    /** A test that has been running for longer than this; null if there is none. */
    @Nullable
    public String overdue(long limitMillis, long nowMillis) {
        if (limitMillis == 0) {
            return null;
        }
        for (Flight flight : flights) {
            if (nowMillis - flight.since >= limitMillis) {
                return name(flight);
            }
        }
        return null;
    }

    /** Tests that have been running for so long, or for so long again since they were last named. */
    public List<Slow> slow(Limits limits, long nowMillis) {
        List<Slow> slow = new ArrayList<>();
        if (limits.slowMillis() == 0) {
            return slow;
        }
        for (Flight flight : flights) {
            if (nowMillis - flight.noticed >= limits.slowMillis()) {
                flight.noticed = nowMillis;
                slow.add(slow(flight, nowMillis));
            }
        }
        return slow;
    }

    private static Slow slow(Flight flight, long nowMillis) {
        String id = flight.report.id();
        return new Slow(
                "still running after " + (nowMillis - flight.since) / 1000 + " s: " + name(flight),
                new Command.ShowStack(id == null ? "" : id, String.valueOf(flight.report.source()), name(flight)));
    }

    private static String name(Flight flight) {
        return flight.report.inClass() + "." + flight.report.name();
    }
}
