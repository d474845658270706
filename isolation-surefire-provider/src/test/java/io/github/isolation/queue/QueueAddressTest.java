package io.github.isolation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How one gets to a queue, and who gets to see the password. */
class QueueAddressTest {
    private static final String URL = "jdbc:postgresql://db/isolation?sslrootcert=/etc/ca.pem";

    @Test
    void userAndPasswordAreHandedOverInAFileThatIsGoneOnceItIsRead() throws IOException {
        QueueAddress address = new QueueAddress(URL, "ci", "s3cret \n of two lines ü");
        Path login = address.handOver();
        assertFalse(login.toString().contains("s3cret"));
        assertEquals(address, QueueAddress.take(URL, login));
        assertFalse(Files.exists(login));
        String said = assertThrows(IOException.class, () -> QueueAddress.take(URL, login))
                .getMessage();
        assertTrue(said.contains("user and password from settings.xml cannot be read"), said);
    }

    @Test
    void nobodyElseCanReadThatFile() throws IOException {
        Path login = new QueueAddress(URL, "ci", "s3cret").handOver();
        try {
            assumeTrue(Files.getFileStore(login).supportsFileAttributeView("posix"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(login)));
        } finally {
            Files.delete(login);
        }
    }

    @Test
    void thePasswordIsForTheDriverAndInNoText() {
        QueueAddress address = QueueAddress.of(URL, Map.of(QueueAddress.USER, "ci", QueueAddress.PASSWORD, "s3cret"));
        assertEquals("jdbc:postgresql://db/isolation", address.toString());
        Properties properties = address.properties(Duration.ofSeconds(10));
        assertEquals("ci", properties.getProperty("user"));
        assertEquals("s3cret", properties.getProperty("password"));
        assertEquals("verify-full", properties.getProperty("sslmode"));
    }
}
