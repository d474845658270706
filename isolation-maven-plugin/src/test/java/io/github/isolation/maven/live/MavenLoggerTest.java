package io.github.isolation.maven.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
        assertEquals("INFO to the line\n", printed.toString(UTF_8));
    }

    @Test
    void anotherLoggerIsNotTouched() {
        assertThrows(ClassNotFoundException.class, () -> new MavenLogger(ClassLoader.getPlatformClassLoader()));
    }
}
