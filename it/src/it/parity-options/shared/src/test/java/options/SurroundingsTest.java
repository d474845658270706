package options;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a test sees around it. */
@Tag("fast")
class SurroundingsTest {

    @Test
    void properties() {
        System.out.println("probe=" + System.getProperty("probe"));
        System.out.println("basedir=" + System.getProperty("basedir"));
        System.out.println("localRepository=" + System.getProperty("localRepository"));
    }

    @Test
    void place() {
        Path directory = Path.of("").toAbsolutePath();
        System.out.println("user.dir=" + directory.getFileName() + " in "
                + directory.getParent().getFileName());
        System.out.println("environment=" + System.getenv("PROBE"));
    }

    @Test
    void machine() {
        System.out.println("java=" + Runtime.version().feature());
        System.out.println("assertions=" + SurroundingsTest.class.desiredAssertionStatus());
        System.out.println("heap=" + (Runtime.getRuntime().maxMemory() >> 26));
    }

    @Test
    void loaders() throws Exception {
        System.out.println("module=" + getClass().getModule().getName());
        System.out.println("context="
                + (Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()));
        System.out.println("found=" + (getClass().getResource("/options/SurroundingsTest.class") != null));
    }
}
