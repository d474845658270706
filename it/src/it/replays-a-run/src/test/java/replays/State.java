package replays;

/** What one class leaves behind, and another does not expect. */
final class State {
    static boolean polluted;

    private State() {}
}
