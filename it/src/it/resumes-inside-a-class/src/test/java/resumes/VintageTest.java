package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** JUnit 4, in alphabetical order. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class VintageTest {

    @Test
    public void a() {
        Bodies.ran("VintageTest#a");
    }

    @Test
    public void b() {
        Bodies.ran("VintageTest#b");
        Crash.here();
    }

    @Test
    public void c() {
        Bodies.ran("VintageTest#c");
    }
}
