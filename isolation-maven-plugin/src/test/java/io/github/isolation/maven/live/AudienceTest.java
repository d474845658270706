package io.github.isolation.maven.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line that changes is for a person at a terminal. */
class AudienceTest {
    private static final ClassLoader LOADER = MavenLogger.class.getClassLoader();
    private static final MavenLogger LOGGER = logger();
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    private static MavenLogger logger() {
        try {
            return new MavenLogger(LOADER);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the logger", e);
        }
    }

    private static Optional<String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(XTERM);
        environment.put(name, value);
        return new Audience(true, false, "3.9.16", environment, UTF_8, LOGGER).whyNone();
    }

    private static int columns(String value) {
        return new Audience(true, false, "3.9.16", Map.of("COLUMNS", value), UTF_8, LOGGER).columns();
    }

    @Test
    void aPersonAtATerminalSeesIt() {
        assertEquals(Optional.empty(), new Audience(true, false, "3.6.3", XTERM, UTF_8, LOGGER).whyNone());
        assertEquals(Optional.empty(), with("CI", "false"));
        assertEquals(Optional.empty(), with("CI", ""));
    }

    @Test
    void nobodyElseDoes() {
        assertEquals(
                Optional.of("Maven is to be quiet (-q)"),
                new Audience(true, true, "3.9.16", XTERM, UTF_8, LOGGER).whyNone());
        assertEquals(
                Optional.of("this build is not interactive (-B)"),
                new Audience(false, false, "3.9.16", XTERM, UTF_8, LOGGER).whyNone());
        assertEquals(
                Optional.of("its input or its output is no terminal"),
                new Audience(true, false, "3.9.16", XTERM, null, LOGGER).whyNone());
        assertEquals(
                Optional.of("Maven 4.0.0-rc-6 draws on the terminal itself"),
                new Audience(true, false, "4.0.0-rc-6", XTERM, UTF_8, LOGGER).whyNone());
        assertEquals(
                Optional.of("Maven's logger is another one than usual"),
                new Audience(true, false, "3.9.16", XTERM, UTF_8, null).whyNone());
        String erased = "TERM names no terminal on which something can be erased";
        assertEquals(Optional.of(erased), with("TERM", "dumb"));
        assertEquals(Optional.of(erased), with("TERM", ""));
        assertEquals(Optional.of("CI is set"), with("CI", "true"));
    }

    /** Of surefire's own fork, in which this runs, input and output are pipes. */
    @Test
    void aProcessBehindPipesHasNone() {
        assertEquals(null, Audience.ofThisProcess(true, false, "3.9.16", LOADER).console());
    }

    @Test
    void theLineIsShorterThanTheTerminalIsWide() {
        assertEquals(119, columns("120"));
        assertEquals(19, columns("7"));
        assertEquals(79, columns(""));
        assertEquals(79, columns("wide"));
    }
}
