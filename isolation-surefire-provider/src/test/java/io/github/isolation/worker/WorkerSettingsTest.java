package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.Jvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker was told when it started. In a JVM of its own, since this one was told something else. */
class WorkerSettingsTest {
    @Test
    void eachSettingByItsName() throws Exception {
        assertEquals(
                new WorkerSettings("3", true, Path.of("d"), true, "80%", true, "fail", "pool-*", true, true, true)
                        .toString(),
                read(
                        "isolation.fork=3",
                        "isolation.forks=1",
                        "isolation.directory=d",
                        "isolation.retireOnFailure=immediately",
                        "isolation.retireAboveHeap=80%",
                        "isolation.retireEveryClasses= 1 ",
                        "isolation.leaks=fail",
                        "isolation.leaksIgnore=pool-*",
                        "isolation.discoveryErrors=stop",
                        "isolation.crossForkLocks=true",
                        "isolation.splitClasses=tail"));
    }

    @Test
    void whatNobodyHasSet() throws Exception {
        assertEquals(
                new WorkerSettings(
                                "",
                                false,
                                Path.of("target/isolation"),
                                false,
                                null,
                                false,
                                null,
                                "",
                                false,
                                false,
                                false)
                        .toString(),
                read());
    }

    @Test
    void whatMeansSomethingElse() throws Exception {
        String read = read(
                "isolation.forks=2",
                "isolation.retireOnFailure=afterClass",
                "isolation.retireEveryClasses=10",
                "isolation.discoveryErrors=report");
        assertTrue(read.contains("onlyFork=false"), read);
        assertTrue(read.contains("retireOnFailure=false"), read);
        assertTrue(read.contains("oneClass=false"), read);
        assertTrue(read.contains("stopsOnDiscoveryErrors=false"), read);
    }

    /** By which slots and directories are known to all parts of us. */
    @Test
    void theNamesAreThoseThatTheSupervisorSets() {
        assertEquals("isolation.fork", ForkProperties.FORK);
        assertEquals("isolation.forks", ForkProperties.FORKS);
        assertEquals("isolation.directory", ForkProperties.DIRECTORY);
        assertNull(AtStart.property("isolation.no-such-setting"));
    }

    private static String read(String... properties) throws Exception {
        List<String> options = new ArrayList<>();
        for (String property : properties) {
            options.add("-D" + property);
        }
        Process process = Jvm.start(options, Reads.class);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return text.strip();
    }

    /** Says what it reads. */
    static final class Reads {
        private Reads() {}

        public static void main(String[] arguments) {
            System.out.println(WorkerSettings.atStart());
        }
    }
}
