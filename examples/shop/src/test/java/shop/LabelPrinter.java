package shop;

/** Stands for a native driver: when its buffer is full, the process ends there and then. No Java code can do anything about it. */
final class LabelPrinter {

    private static final int BUFFER = 2;
    private static final int ABORTED = 134;

    private LabelPrinter() {}

    static int print(String... labels) {
        if (labels.length > BUFFER) {
            Runtime.getRuntime().halt(ABORTED);
        }
        return labels.length;
    }
}
