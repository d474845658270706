package io.github.isolation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said beside an error of the database, and whether it is tried again. */
class QueueErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "28P01, password authentication failed, true, ISOLATION_QUEUE_PASSWORD",
        "3D000, database x does not exist, true, Name a database that there is",
        "42501, permission denied for schema isolation, true, grant usage on schema isolation to USER; grant select",
        "53300, sorry too many clients already, false, raise max_connections",
        "08001, The connection attempt failed. (java.net.UnknownHostException: ci-db), false, can this machine reach it?",
        "08P01, unsupported startup parameter: options, true, connect to PostgreSQL itself",
        "08001, Connection to localhost:1 refused, false, can this machine reach it?",
        "08004, The server does not support SSL., true, sslmode=disable",
        "08006, PKIX path building failed, true, sslrootcert="
    })
    void whatCanBeDoneIsSaid(String state, String message, boolean forGood, String advice) {
        assertEquals(forGood, QueueErrors.isForGood(state, message));
        String said = QueueErrors.advice(state, message);
        assertTrue(said.contains(advice), said);
    }

    @ParameterizedTest
    @CsvSource({
        "57P01, terminating connection",
        "null, An I/O error occurred (javax.net.ssl.SSLException: SSL connection reset)"
    })
    void ofOthersNothingIsSaidAndTheyAreTriedAgain(String state, String message) {
        assertEquals("", QueueErrors.advice(state, message));
        assertFalse(QueueErrors.isForGood(state, message));
    }
}
