package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.process.OwnCommandLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork that becomes a supervisor, in a JVM of its own, which it ends whatever happens. */
final class SupervisorMainTest {
    @TempDir
    private Path directory;

    @Test
    void settingsThatCannotBeUnderstoodEndItBeforeAnyTest() throws Exception {
        Ended ended = run("-Disolation.testTimeout=soon", "-Disolation.retireEveryClasses=some");
        assertEquals(1, ended.status());
        assertTrue(ended.said().contains("No test was run. Correct this in the configuration of"), ended::said);
        assertTrue(ended.said().contains("testTimeout"), ended::said);
        assertTrue(ended.said().contains("retireEveryClasses"), "all of them are told: " + ended.said());
    }

    /** Its channel is at its end: nobody would hear what tests do. */
    @Test
    void whereMavenIsGoneItEndsWithoutAWord() throws Exception {
        Ended ended = run();
        assertEquals(1, ended.status());
        assertFalse(ended.said().contains("the supervisor failed"), ended::said);
    }

    /** L21: it never passes for an empty test run. */
    @Test
    void aFaultOfOursFailsTheBuildAndNamesItself() throws Exception {
        Ended ended = run("-Dbroken=true");
        assertEquals(1, ended.status());
        assertTrue(
                ended.said()
                        .contains("isolation: the supervisor failed, and the tests it had not reported are lost:"
                                + " java.lang.NumberFormatException"),
                ended::said);
    }

    /** What a worker uses first is loaded in a thread beside, and nothing is left of that. */
    @Test
    void classesAreLoadedAhead() throws Exception {
        Process process = start(LoadsAhead.class, "-Xlog:class+load:stdout");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("io.github.isolation.supervisor.core.Supervision "), "Supervision");
        assertTrue(said.contains("java.net.DatagramSocket "), "DatagramSocket");
        assertTrue(said.contains("sun.nio.ch.ServerSocketChannelImpl "), "ServerSocketChannel");
    }

    private record Ended(int status, String said) {}

    private Ended run(String... options) throws Exception {
        Process process = start(Runs.class, options);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Process start(Class<?> main, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(
                "-Dbasedir=" + directory,
                "-Disolation.directory=" + directory.resolve("isolation"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                directory.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** A supervisor of one class, with the channel that is Surefire's default. */
    static final class Runs {
        private Runs() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            Properties booter = Forks.properties("tc.0", "a.ATest", Booter.PROVIDER, Forks.PLATFORM);
            if (Boolean.getBoolean("broken")) {
                booter.setProperty(Booter.RERUNS, "many");
            }
            List<String> main = List.of("-jar", "none.jar", directory.toString(), "dump", "surefire1", "surefire2");
            SupervisorMain.run(
                    SurefireChannel.connect("pipe://1"),
                    new Booter(new OwnCommandLine("/no/such/java", List.of(), main), booter, new Properties()));
        }
    }

    /** Waits for the thread that does so. */
    static final class LoadsAhead {
        private LoadsAhead() {}

        public static void main(String[] arguments) throws InterruptedException {
            ClassPreloader.begin();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("isolation-head-start")) {
                    thread.join();
                }
            }
        }
    }
}
