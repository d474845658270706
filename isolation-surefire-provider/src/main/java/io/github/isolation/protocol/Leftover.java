package io.github.isolation.protocol;

/**
 * Something that a class has left behind in its worker.
 *
 * @param what in words, with a number by which it can be told from others
 * @param threadKind if it is a thread, its name without numbers: the threads of a pool are of one kind; otherwise empty
 */
public record Leftover(String what, String threadKind) {
    /** Whether it is a thread. */
    public boolean isThread() {
        return !threadKind.isEmpty();
    }
}
