package io.github.isolation.books;

/** What became of one class on its way through workers, in numbers. Not thread-safe. */
public final class ClassAccount {
    private final String name;

    /** How often the supervisor was given it to run. */
    public int promised;

    /** How often a worker was handed it, or went on to it. */
    public int handed;

    /** How often a worker went on to it by itself. */
    public int goneOnTo;

    /** How many tests the plans for it had. */
    public long planned;

    /** How many reports came while it was in a worker's hands. */
    public long heard;

    /** How many of its tests began twice in one worker. */
    public long begunTwice;

    /** How often it was handed out again although it had come to its end. */
    public int afterItsEnd;

    /** Whether the user's own filters leave it out. */
    public boolean leftOut;

    ClassAccount(String name) {
        this.name = name;
    }

    /** Of the class. */
    public String name() {
        return name;
    }
}
