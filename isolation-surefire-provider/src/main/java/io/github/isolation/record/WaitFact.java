package io.github.isolation.record;

/**
 * A test waited for others.
 *
 * @param at when it went on
 * @param what the names of the locks
 */
public record WaitFact(long at, int worker, int fork, String className, String what, long millis) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("wait", at, worker, fork)
                .put("class", className)
                .put("for", what)
                .put("millis", millis)
                .toString();
    }

    static WaitFact read(Fields in) {
        return new WaitFact(
                in.number("at"),
                in.count("worker"),
                in.count("fork"),
                in.text("class"),
                in.text("for"),
                in.number("millis"));
    }
}
