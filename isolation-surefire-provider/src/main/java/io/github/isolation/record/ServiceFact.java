package io.github.isolation.record;

/**
 * Something has happened to a service of a fork.
 *
 * @param at when that was over
 * @param service its id
 * @param event {@code started}, {@code restored}, {@code stopped}, {@code ended} (and nobody had asked for it), {@code failed}
 * @param millis how long it took
 */
public record ServiceFact(long at, int fork, String service, String event, long millis) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("service")
                .put("at", at)
                .put("fork", fork)
                .put("service", service)
                .put("event", event)
                .put("millis", millis)
                .toString();
    }

    static ServiceFact read(Fields in) {
        return new ServiceFact(
                in.number("at"), in.count("fork"), in.text("service"), in.text("event"), in.number("millis"));
    }
}
