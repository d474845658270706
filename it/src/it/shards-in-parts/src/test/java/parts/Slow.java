package parts;

/** What a test spends its time with. */
final class Slow {
    private Slow() {}

    static void take(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
