package io.github.isolation.record;

/**
 * A worker that retired was followed by another. The moments are counted, in milliseconds, from the last report of the one
 * that went.
 *
 * @param asked when it asked for another class
 * @param bye when it said goodbye
 * @param exited when its process was gone
 * @param handed when its successor was handed a class
 * @param millis when its successor began a test
 */
public record GapFact(
        int fork,
        int from,
        int to,
        boolean spare,
        double asked,
        double bye,
        double exited,
        double handed,
        double millis)
        implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("gap")
                .put("fork", fork)
                .put("from", from)
                .put("to", to)
                .putEither("spare", spare)
                .put("asked", asked)
                .put("bye", bye)
                .put("exited", exited)
                .put("handed", handed)
                .put("millis", millis)
                .toString();
    }

    static GapFact read(Fields in) {
        return new GapFact(
                in.count("fork"),
                in.count("from"),
                in.count("to"),
                in.flag("spare"),
                in.decimal("asked"),
                in.decimal("bye"),
                in.decimal("exited"),
                in.decimal("handed"),
                in.decimal("millis"));
    }
}
