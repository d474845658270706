package three;

import junit.framework.Test;
import junit.framework.TestSuite;

/** Puts its tests together itself. */
public final class SuiteTest {

    private SuiteTest() {}

    public static Test suite() {
        TestSuite suite = new TestSuite("by hand");
        suite.addTest(new ThreeTest() {
            @Override
            protected void runTest() {
                System.out.println("by hand");
            }
        });
        return suite;
    }
}
