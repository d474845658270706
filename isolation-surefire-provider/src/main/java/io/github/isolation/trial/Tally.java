package io.github.isolation.trial;

/**
 * How often a test failed.
 *
 * @param failed so often
 * @param of in so many runs
 */
public record Tally(int failed, int of) {
    /** Nothing was tried. */
    public static final Tally NONE = new Tally(0, 0);

    Tally plus(boolean fails) {
        return new Tally(failed + (fails ? 1 : 0), of + 1);
    }

    /** For a person: {@code 3 of 4}. */
    @Override
    public String toString() {
        return failed + " of " + of;
    }

    /** The same of the runs in which it passed. */
    public String passed() {
        return (of - failed) + " of " + of;
    }
}
