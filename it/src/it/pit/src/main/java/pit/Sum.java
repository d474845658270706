package pit;

/** What PIT changes, to see whether a test notices. */
public final class Sum {
    private Sum() {}

    public static int of(int a, int b) {
        return a + b;
    }
}
