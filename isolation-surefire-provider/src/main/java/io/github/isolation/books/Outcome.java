package io.github.isolation.books;

/** How a test ended, as far as report files tell. */
public enum Outcome {
    /** It passed. */
    PASSED(0, "passed"),
    /** An assertion failed. */
    FAILED(1, "failures"),
    /** Anything else went wrong. */
    ERROR(2, "errors"),
    /** It was not run, on purpose, or gave up because an assumption did not hold. */
    SKIPPED(3, "skipped");

    /** How many there are. */
    static final int ALL = 4;

    private final int place;
    private final String plural;

    Outcome(int place, String plural) {
        this.place = place;
        this.plural = plural;
    }

    /** Its place in a list of numbers. */
    int place() {
        return place;
    }

    /** For a person, after a number. */
    public String plural() {
        return plural;
    }
}
