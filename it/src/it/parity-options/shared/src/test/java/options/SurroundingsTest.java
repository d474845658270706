package options;

import java.lang.management.ManagementFactory;
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
        // In which of several forks a class runs is nobody's promise, but all that has a number has the same.
        String number = "-" + System.getProperty("probe.number");
        System.out.println("user.dir=" + directory.getFileName().toString().replace(number, "-N") + " in "
                + directory.getParent().getFileName());
        System.out.println("environment=" + System.getenv("PROBE"));
    }

    @Test
    void machine() {
        System.out.println("agent="
                + ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .anyMatch(option -> option.startsWith("-javaagent:")));
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
