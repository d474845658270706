package io.github.isolation.record;

/** The tests of a class could not be found. */
public record UndiscoverableFact(long at, int worker, int fork, String className, String message) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("undiscoverable", at, worker, fork)
                .put("class", className)
                .put("message", message)
                .toString();
    }

    static UndiscoverableFact read(Fields in) {
        return new UndiscoverableFact(
                in.number("at"), in.count("worker"), in.count("fork"), in.text("class"), in.text("message"));
    }
}
