package clash;

/** When two classes that begin at the same moment do what: one holds a thing for a while, and the other comes to it meanwhile. */
enum Moments {
    /** Who has it has it at once. */
    SHORT(2_000, 800),
    /** A database takes its time to start. */
    LONG(3_200, 1_600);

    private final int held;
    private final int meets;

    Moments(int held, int meets) {
        this.held = held;
        this.meets = meets;
    }

    void holds() throws InterruptedException {
        Thread.sleep(held);
    }

    void beforeItMeets() throws InterruptedException {
        Thread.sleep(meets);
    }

    /** Both take as long, so that the next two begin at the same moment as well. */
    void afterItMet() throws InterruptedException {
        Thread.sleep(held - meets);
    }
}
