package io.github.isolation.record;

/** What the supervisor itself has cost. */
public record SupervisorFact(long cpuMillis, long peakRssKiB, long events) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("supervisor")
                .put("cpuMillis", cpuMillis)
                .put("peakRssKiB", peakRssKiB)
                .put("events", events)
                .toString();
    }

    static SupervisorFact read(Fields in) {
        return new SupervisorFact(in.number("cpuMillis"), in.number("peakRssKiB"), in.number("events"));
    }
}
