package work;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What takes its time, so that machines can be killed meanwhile. */
abstract class WorkContract {
    @BeforeAll
    static void takesItsTime(TestInfo test) throws InterruptedException, IOException {
        meetsTheOthers();
        Thread.sleep(Integer.getInteger("millis", 0));
        if (test.getTestClass().orElseThrow().getSimpleName().equals(System.getProperty("poison"))) {
            killThisMachine();
        }
    }

    /**
     * With {@code -Dmeet=3}, no class ends before three machines have one: on a busy machine, one that was started first may have done
     * most of them before the last one comes.
     */
    private static void meetsTheOthers() throws InterruptedException, IOException {
        int machines = Integer.getInteger("meet", 0);
        if (machines > 0) {
            Path place = Files.createDirectories(Path.of("target/meet"));
            long maven = ProcessHandle.current()
                    .parent()
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .pid();
            Files.write(place.resolve(Long.toString(maven)), new byte[0]);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            while (Objects.requireNonNull(place.toFile().list()).length < machines && System.nanoTime() < end) {
                Thread.sleep(20);
            }
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
