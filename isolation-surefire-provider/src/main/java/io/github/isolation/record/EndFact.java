package io.github.isolation.record;

/**
 * The last line: without it, the supervisor was gone before its run was over.
 *
 * @param tests lines of tests, attempts after the first included
 * @param failures of those, all that failed an assertion
 * @param errors of those, all that went wrong otherwise
 * @param skipped of those, all that were not run or gave up
 * @param verdict {@code passed}, {@code failed} or {@code cancelled} (Maven ended it)
 * @param summary the line that Maven shows
 */
public record EndFact(long at, int tests, int failures, int errors, int skipped, String verdict, String summary)
        implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("end")
                .put("at", at)
                .put("tests", tests)
                .put("failures", failures)
                .put("errors", errors)
                .put("skipped", skipped)
                .put("verdict", verdict)
                .put("summary", summary)
                .toString();
    }

    static EndFact read(Fields in) {
        return new EndFact(
                in.number("at"),
                in.count("tests"),
                in.count("failures"),
                in.count("errors"),
                in.count("skipped"),
                in.text("verdict"),
                in.text("summary"));
    }
}
