package verdict;

/** What some classes leave behind, and others do not expect. */
final class State {
    static boolean dirty;
    static boolean left;
    static boolean right;

    private State() {}
}
