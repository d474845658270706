package late;

/** A class of five steps, for {@link StepEngine}. */
interface Steps {
    void step(int number);
}
