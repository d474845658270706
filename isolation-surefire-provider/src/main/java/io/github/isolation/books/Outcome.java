package io.github.isolation.books;

/** How a test ended, as far as report files tell. */
public enum Outcome {
    /** It passed. */
    PASSED(0, "passed", "passed"),
    /** An assertion failed. */
    FAILED(1, "failure", "failures"),
    /** Anything else went wrong. */
    ERROR(2, "error", "errors"),
    /** It was not run, on purpose, or gave up because an assumption did not hold. */
    SKIPPED(3, "skipped", "skipped");

    /** How many there are. */
    static final int ALL = 4;

    private final int place;
    private final String singular;
    private final String plural;

    Outcome(int place, String singular, String plural) {
        this.place = place;
        this.singular = singular;
        this.plural = plural;
    }

    /** Its place in a list of numbers. */
    int place() {
        return place;
    }

    /** So many of them, for a person. */
    public String times(long number) {
        return number + " " + (number == 1 ? singular : plural);
    }
}
