package nested;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Notes;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A test that is a build with workers of its own, which crash and retire. */
class StartsMavenTest {

    @Test
    void buildsAnotherProject() throws IOException, InterruptedException {
        Notes.take(getClass());
        File inner = new File(System.getProperty("basedir"), "src/test/inner");
        // The settings that all these builds are given: they say where the outer build's artifacts are.
        File settings = new File(System.getProperty("basedir"), "../interpolated-settings.xml");
        List<String> command = List.of(
                System.getProperty("maven.home") + "/bin/mvn",
                "-B",
                "-o",
                "-s",
                settings.getPath(),
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-Drun=inside",
                "test");
        Process maven = new ProcessBuilder(command)
                .directory(inner)
                .redirectErrorStream(true)
                .redirectOutput(new File(inner, "inside.log"))
                .start();
        // It has a test that fails and one that crashes.
        assertEquals(1, maven.waitFor());
        Bodies.ran("StartsMavenTest");
    }
}
