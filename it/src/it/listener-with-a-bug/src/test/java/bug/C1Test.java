package bug;

import io.github.isolation.it.support.Archives;
import io.github.isolation.it.support.Bodies;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class C1Test {
    /** The build behind this one is to start from it. */
    @BeforeAll
    static void awaitTheArchive() throws Exception {
        if ("two-forks".equals(System.getProperty("run"))) {
            Archives.await(Path.of("target/cache"));
        }
    }

    @Test
    void runs() {
        Bodies.ran("C1Test");
    }
}
