package late;

/** A class of five steps, for {@link StepEngine}. */
interface Steps {
    void step(int number);

    /** Whether the engine leaves this step out, and says so. */
    default boolean skips(int number) {
        return false;
    }
}
