package state;

/** Fields of which one test sets one, and another minds, or needs it. */
final class Switches {
    static boolean left;
    static boolean right;
    static boolean ready;

    private Switches() {}
}
