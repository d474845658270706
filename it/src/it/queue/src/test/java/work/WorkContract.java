package work;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What takes its time, so that machines can be killed meanwhile. */
abstract class WorkContract {
    @BeforeAll
    static void takesItsTime(TestInfo test) throws InterruptedException, IOException {
        Thread.sleep(Integer.getInteger("millis", 0));
        if (test.getTestClass().orElseThrow().getSimpleName().equals(System.getProperty("poison"))) {
            killThisMachine();
        }
    }

    /** All of the process group that Maven was started in: its supervisor is in it, and workers have groups of their own. */
    private static void killThisMachine() throws InterruptedException, IOException {
        long supervisor = ProcessHandle.current().parent().orElseThrow().pid();
        String stat = Files.readString(Path.of("/proc/" + supervisor + "/stat"));
        String group = stat.substring(stat.lastIndexOf(')')).split(" ")[3];
        new ProcessBuilder("kill", "-KILL", "--", "-" + group).start().waitFor();
        Thread.sleep(60_000); // what kills us is on its way
    }

    @Test
    void passes() {}

    /** The driver is nobody's, and the password is the supervisor's. */
    @Test
    void seesNothingOfTheQueue() {
        assertNull(System.getenv("ISOLATION_QUEUE_PASSWORD"));
        assertFalse(new File(System.getProperty("isolation.queue.login", "none")).exists());
        assertNull(ClassLoader.getSystemResource("org/postgresql/Driver.class"));
    }
}
