package io.github.isolation.record;

/**
 * A result, one for each that Maven is told.
 *
 * @param at when the test began
 * @param worker 0 where no worker had it
 * @param id the JUnit Platform's unique id; empty with other engines
 * @param className under which it is reported
 * @param name of the test; empty where a class as a whole has the result
 * @param displayName empty if it is the name
 * @param outcome passed, failed, error, skipped or aborted
 * @param attempt 1, and more where failures are tried again
 * @param ours whether the supervisor made it, of something that died or was not run
 * @param message in one line, of a failure or a skip
 * @param stack of a failure
 * @param output the last lines that a failed test has printed
 */
public record TestFact(
        long at,
        long millis,
        int worker,
        int fork,
        String id,
        String className,
        String name,
        String displayName,
        String outcome,
        int attempt,
        boolean ours,
        String message,
        String stack,
        String output)
        implements Fact {
    /** At the beginning of a written id: the class, as Jupiter has it. Half of a line would be the class otherwise. */
    private static final String CLASS_ITSELF = "~";

    private static final String OF_JUPITER = "[engine:junit-jupiter]/[class:";

    /** At the beginning of one in which {@code ~} stands for the name of the class, wherever it is: JUnit 4's have it twice. */
    private static final String NAME_WITHIN = "~~";

    @Override
    public String line() {
        return JsonWriter.of("test", at, worker, fork)
                .put("millis", millis)
                .put("id", shortId())
                .put("class", className)
                .put("name", name)
                .put("display", displayName)
                .put("outcome", outcome)
                .put("attempt", attempt == 1 ? null : attempt)
                .put("ours", ours)
                .put("message", message)
                .put("stack", stack)
                .put("output", output)
                .toString();
    }

    private String shortId() {
        int rest = OF_JUPITER.length() + className.length();
        if (id.startsWith(OF_JUPITER) && id.startsWith(className, OF_JUPITER.length()) && id.startsWith("]", rest)) {
            return CLASS_ITSELF + id.substring(rest + 1);
        }
        boolean namesIt = !className.isEmpty() && id.contains(className) && !id.contains(CLASS_ITSELF);
        return namesIt ? NAME_WITHIN + id.replace(className, CLASS_ITSELF) : id;
    }

    private static String fullId(String written, String className) {
        if (written.startsWith(NAME_WITHIN)) {
            return written.substring(NAME_WITHIN.length()).replace(CLASS_ITSELF, className);
        }
        return written.startsWith(CLASS_ITSELF)
                ? idOfClass(className) + written.substring(CLASS_ITSELF.length())
                : written;
    }

    private static String idOfClass(String className) {
        return OF_JUPITER + className + "]";
    }

    static TestFact read(Fields in) {
        return new TestFact(
                in.number("at"),
                in.number("millis"),
                in.count("worker"),
                in.count("fork"),
                fullId(in.text("id"), in.text("class")),
                in.text("class"),
                in.text("name"),
                in.text("display"),
                in.text("outcome"),
                Math.max(1, in.count("attempt")),
                in.flag("ours"),
                in.text("message"),
                in.text("stack"),
                in.text("output"));
    }

    /** Whether it makes a build fail, unless another attempt passes. */
    public boolean isFailure() {
        return outcome.equals("failed") || outcome.equals("error");
    }
}
