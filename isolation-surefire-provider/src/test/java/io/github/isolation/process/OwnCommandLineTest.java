package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Jvm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options are told from what follows them, in the forms in which Surefire starts forks. */
class OwnCommandLineTest {
    @Test
    void optionsEndWhereTheBooterBegins() {
        assertEquals(
                new OwnCommandLine("java", List.of("-Xmx1g"), List.of("-jar", "b.jar", "t", "d", "p", "s")),
                OwnCommandLine.split(List.of("java", "-Xmx1g", "-jar", "b.jar", "t", "d", "p", "s")));
        assertEquals(
                new OwnCommandLine("java", List.of(), List.of("-classpath", "a:b", "Main", "t", "d", "p", "s")),
                OwnCommandLine.split(List.of("java", "-classpath", "a:b", "Main", "t", "d", "p", "s")));
        assertEquals(
                new OwnCommandLine("java", List.of("-ea"), List.of("@args", "t", "d", "p", "s")),
                OwnCommandLine.split(List.of("java", "-ea", "@args", "t", "d", "p", "s")));
    }

    /** As with useManifestOnlyJar=false or useSystemClassLoader=false: the class path is in the environment. */
    @Test
    void optionsEndWhereTheBooterIsTheFirstThingThatIsNone() {
        String booter = "org.apache.maven.surefire.booter.ForkedBooter";
        assertEquals(
                new OwnCommandLine("java", List.of("--add-opens", "a/b=c"), List.of(booter, "t", "d", "p", "s")),
                OwnCommandLine.split(List.of("java", "--add-opens", "a/b=c", booter, "t", "d", "p", "s")));
    }

    @Test
    void thisJvmKnowsHowItWasStarted() {
        OwnCommandLine own = OwnCommandLine.read();
        assertTrue(own.java().contains("java"), own.java());
        assertTrue(own.main().size() > 4, own.main().toString());
    }

    /** What encodes files does not encode command lines; JAVA_TOOL_OPTIONS chooses the one and not the other. */
    @Test
    void lettersBeyondAsciiAreReadAsTheJvmReadsThem() throws Exception {
        Process other = Jvm.start(
                List.of("-Dfile.encoding=ISO-8859-1", "-Dit=\u00e9\u4e2d"), SaysItsOptions.class, "t", "d", "p", "s");
        assertEquals("true", new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }
}
