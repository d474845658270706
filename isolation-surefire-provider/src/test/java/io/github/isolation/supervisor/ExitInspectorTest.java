package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.life.ExitInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dead worker left on disk: the marker of its own launch, and the error report of its JVM. */
final class ExitInspectorTest {
    private static final String REPORT = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f3b2c0a1b2c, pid=4711, tid=4712
            #
            # JRE version: OpenJDK Runtime Environment (17.0.9+9)
            # Problematic frame:
            # C  [libgpu.so+0x1b2c]  launch_kernel+0x1c
            #
            # Core dump will be written.
            """;

    private Launches launches;
    private ExitInspector inspector;

    @BeforeEach
    void useDirectory(@TempDir Path directory) {
        launches = new Launches(directory.resolve("run"));
        inspector = new ExitInspector(launches);
    }

    @Test
    void ofAWorkerThatLeftNothingThereIsItsStatus() throws IOException {
        launches.begin(1, false);
        assertEquals(ExitInfo.of(143), inspector.inspect(1, 143));
    }

    @Test
    void aWorkerThatWasNeverLaunchedLeftNothing() {
        assertEquals(ExitInfo.of(-1), inspector.inspect(7, -1));
    }

    @Test
    void whetherItWasStartedFromAnArchiveIsKnown() throws IOException {
        launches.begin(1, true);
        assertTrue(inspector.inspect(1, 1).fromArchive());
    }

    @Test
    void aMarkerWithTheNonceOfItsLaunchProvesARetirementOnce() throws IOException {
        Launch launch = launches.begin(1, false);
        Files.writeString(launch.marker(), launch.nonce() + "\n"); // as echo writes it
        assertTrue(inspector.inspect(1, 3).retirementProved());
        assertFalse(Files.exists(launch.marker()));
        assertFalse(inspector.inspect(1, 3).retirementProved());
    }

    /** Old, foreign or forged (L18). */
    @Test
    void aMarkerWithAnythingElseProvesNothingAndIsRemoved() throws IOException {
        Launch other = launches.begin(2, false);
        for (String text : new String[] {"", other.nonce(), "retired"}) {
            Launch launch = launches.begin(1, false);
            Files.writeString(launch.marker(), text);
            assertFalse(inspector.inspect(1, 0).retirementProved(), text);
            assertFalse(Files.exists(launch.marker()));
        }
    }

    @Test
    void aMarkerOfAnotherWorkerIsNotThisOnes() throws IOException {
        Launch launch = launches.begin(1, false);
        launches.begin(2, false);
        Files.writeString(launch.marker(), launch.nonce());
        assertFalse(inspector.inspect(2, 0).retirementProved());
        assertTrue(inspector.inspect(1, 0).retirementProved());
    }

    @Test
    void theErrorReportOfTheJvmIsSaidInALine() throws IOException {
        Path report = report(REPORT);
        assertEquals(
                "the JVM reports SIGSEGV (0xb) at pc=0x00007f3b2c0a1b2c, pid=4711 in C  [libgpu.so+0x1b2c] "
                        + " launch_kernel+0x1c, see " + report,
                inspector.inspect(1, 134).fatalError());
        assertTrue(Files.exists(report), "it is kept");
    }

    @Test
    void anErrorOfTheJvmItselfAndOneOfWindowsAreKnownAsSuch() throws IOException {
        Path report = report("#\n#  Internal Error (os_linux.cpp:1), pid=1, tid=2\n");
        assertEquals(
                "the JVM reports Internal Error (os_linux.cpp:1), pid=1, see " + report,
                inspector.inspect(1, 134).fatalError());
        report("#  EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x1\n");
        String error = inspector.inspect(1, 1).fatalError();
        assertNotNull(error);
        assertTrue(error.startsWith("the JVM reports EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x1, see "), error);
    }

    /** The disk was full, or the JVM died of writing it. */
    @Test
    void aReportThatIsCutShortSaysWhatItSays() throws IOException {
        Path report = report(REPORT.substring(0, REPORT.indexOf("# C  [libgpu")));
        assertEquals(
                "the JVM reports SIGSEGV (0xb) at pc=0x00007f3b2c0a1b2c, pid=4711, see " + report,
                inspector.inspect(1, 134).fatalError());
        report("");
        assertEquals(
                "the JVM reports a fatal error, see " + report,
                inspector.inspect(1, 134).fatalError());
    }

    @Test
    void aReportInWhateverEncodingIsRead() throws IOException {
        Launch launch = launches.begin(1, false);
        Files.write(launch.errorFile(), "#  SIGBUS (0x7)\n# \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
        assertNotNull(inspector.inspect(1, 134).fatalError());
    }

    @Test
    void anEndByForceWithAReportDidNotComeFromOutside() throws IOException {
        report(REPORT);
        assertFalse(inspector.inspect(1, 137).killedFromOutside());
        launches.begin(2, false);
        assertNull(inspector.inspect(2, 143).fatalError());
    }

    private Path report(String text) throws IOException {
        Launch launch = launches.begin(1, false);
        return Files.writeString(launch.errorFile(), text);
    }
}
