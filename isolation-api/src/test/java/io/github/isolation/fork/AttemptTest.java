package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which attempt it is, in a worker and elsewhere, whatever becomes of system properties. */
final class AttemptTest {
    private final Properties saved = (Properties) System.getProperties().clone();
    private final InNoFork noFork = new InNoFork();

    @BeforeEach
    void nobodyHasSaid() {
        System.clearProperty(ForkProperties.ATTEMPT);
    }

    @AfterEach
    void restore() {
        Attempt.begin(1);
        System.setProperties(saved);
        noFork.close();
    }

    @Test
    void whereNobodyTriesAgainItIsTheFirst() {
        assertEquals(1, Attempt.current());
        System.setProperty(ForkProperties.ATTEMPT, "many");
        assertEquals(1, Attempt.current());
    }

    @Test
    void inNoForkItIsWhatThePropertySays() {
        Attempt.begin(2);
        System.setProperty(ForkProperties.ATTEMPT, "3");
        assertEquals(3, Attempt.current());
    }

    @Test
    void aWorkerKeepsWhatItWasTold() {
        beAWorker();
        Attempt.begin(2);
        assertEquals("2", System.getProperty(ForkProperties.ATTEMPT), "for programs, and other class loaders");
        System.clearProperty(ForkProperties.ATTEMPT);
        assertEquals(2, Attempt.current());
        Attempt.begin(1);
        assertEquals(1, Attempt.current(), "the next class");
    }

    @Test
    void whereTestsForbidToSetPropertiesItIsKeptAllTheSame() {
        beAWorker();
        System.setProperties(new Properties(System.getProperties()) {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object setProperty(String name, String value) {
                throw new UnsupportedOperationException(name);
            }
        });
        Attempt.begin(2);
        assertEquals(2, Attempt.current());
    }

    private static void beAWorker() {
        Map<String, String> environment = new HashMap<>(AtStart.environment(new Properties()));
        AtStart.replace(AtStart.read(environment, AtStart.pid(), new Properties()));
    }
}
