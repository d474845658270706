package io.github.isolation.maven.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real one, set up as in Maven: it does not notice when {@code System.out} is another stream. */
class MavenLoggerTest {
    private static final Logger LOG = LoggerFactory.getLogger(MavenLoggerTest.class);

    @Test
    void itPrintsWhereItIsToldTo() throws Exception {
        MavenLogger logger = new MavenLogger(LoggerFactory.class.getClassLoader());
        PrintStream before = logger.stream();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(printed, true, UTF_8);
        logger.print(to);
        try {
            assertSame(to, logger.stream());
            LOG.info("to the line");
            logger.print(before);
            assertSame(before, logger.stream());
            LOG.info("and back (from a test)");
        } finally {
            logger.print(before);
        }
        List<String> lines = printed.toString(UTF_8).lines().toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).endsWith("INFO to the line"), "with the time before it, where Maven prints that");
    }

    @Test
    void anotherLoggerIsNotTouched() {
        assertThrows(ClassNotFoundException.class, () -> new MavenLogger(ClassLoader.getPlatformClassLoader()));
    }
}
