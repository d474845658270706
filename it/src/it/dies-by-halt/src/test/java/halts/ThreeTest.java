package halts;

/** Ends its JVM in the second of three tests: no hooks run, and nobody is told. */
class ThreeTest extends ThreeTests {

    @Override
    void inTheMiddle() {
        Runtime.getRuntime().halt(3);
    }
}
