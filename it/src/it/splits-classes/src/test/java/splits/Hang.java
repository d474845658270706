package splits;

/** A test that does not end, or, with {@code -Dcrash=throw}, an exception in its place. */
final class Hang {
    private Hang() {}

    static void here() throws InterruptedException {
        if ("throw".equals(System.getProperty("crash"))) {
            throw new IllegalStateException("where others hang");
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
