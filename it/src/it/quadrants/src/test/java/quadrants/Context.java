package quadrants;

/** Stands for a native context: there is one in a JVM, and nothing repairs it. */
final class Context {

    private static boolean lost;

    private Context() {}

    /** What a test does that is all right. */
    static void use() {
        if (lost) {
            throw new IllegalStateException("the context is lost");
        }
    }

    /** What a test does that is genuinely broken. */
    static void lose() {
        use();
        lost = true;
        throw new AssertionError("illegal access");
    }
}
