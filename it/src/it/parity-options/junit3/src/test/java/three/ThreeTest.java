package three;

import junit.framework.TestCase;

/** As it was done once. */
public class ThreeTest extends TestCase {

    @Override
    protected void setUp() {
        System.out.println("set up " + getName());
    }

    public void testPasses() {}

    public void testFails() {
        assertEquals("a", "b");
    }

    public void testThrows() {
        throw new IllegalStateException("three");
    }
}
