package clash;

/** When two classes that begin at the same moment do what: one holds a thing for a second, and the other comes to it meanwhile. */
final class Moments {
    private static final int HELD = 1_200;
    private static final int MEETS = 400;

    private Moments() {}

    static void holds() throws InterruptedException {
        Thread.sleep(HELD);
    }

    static void beforeItMeets() throws InterruptedException {
        Thread.sleep(MEETS);
    }

    /** Both take as long, so that the next two begin at the same moment as well. */
    static void afterItMet() throws InterruptedException {
        Thread.sleep(HELD - MEETS);
    }
}
