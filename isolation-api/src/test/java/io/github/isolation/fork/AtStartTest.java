package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker is what it was told at its start, whatever becomes of system properties. */
class AtStartTest {
    private static final long SUPERVISOR = AtStart.pid();

    private final InNoFork noFork = new InNoFork();
    private final Properties told = new Properties();
    private final Properties now = new Properties();

    @AfterEach
    void restore() {
        System.clearProperty("isolation.fork");
        noFork.close();
    }

    @Test
    void whatWasToldStaysWhenPropertiesAreCleared() {
        told.setProperty("isolation.fork", "2");
        told.setProperty("isolation.fixture.a b&c=d%", "/x y/\u00fc&=%+");
        be(SUPERVISOR);
        assertEquals("2", AtStart.property("isolation.fork"));
        assertEquals("/x y/\u00fc&=%+", AtStart.property("isolation.fixture.a b&c=d%"));
    }

    @Test
    void whatWasToldGoesBeforeWhatATestHasMadeOfIt() {
        told.setProperty("isolation.fork", "2");
        now.setProperty("isolation.fork", "7");
        be(SUPERVISOR);
        System.setProperty("isolation.fork", "8");
        assertEquals("2", AtStart.property("isolation.fork"));
    }

    @Test
    void whatIsNotOursIsWhatItWasAtTheStart() {
        now.setProperty("user.home", "/home/somebody");
        be(SUPERVISOR);
        assertEquals("/home/somebody", AtStart.property("user.home"));
    }

    /** It inherits the environment of the worker. */
    @Test
    void aProgramThatATestStartsIsNoWorker() {
        told.setProperty("isolation.fork", "2");
        be(SUPERVISOR + 1);
        assertNull(AtStart.property("isolation.fork"));
        System.setProperty("isolation.fork", "8");
        assertEquals("8", AtStart.property("isolation.fork"));
    }

    /** No file can be opened, or a security manager forbids it. */
    @Test
    void whoCannotSeeItsParentBelievesTheEnvironment() {
        told.setProperty("isolation.fork", "2");
        be(null);
        assertEquals("2", AtStart.property("isolation.fork"));
    }

    @Test
    void propertiesThatThrowAreAsGoodAsNone() {
        told.setProperty("isolation.fork", "2");
        Map<String, String> environment = AtStart.environment(told);
        AtStart.replace(AtStart.read(environment, SUPERVISOR, new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public String getProperty(String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Set<String> stringPropertyNames() {
                return Set.of("user.home");
            }
        }));
        assertEquals("2", AtStart.property("isolation.fork"));
        assertNull(AtStart.property("user.home"));
    }

    /** A class loader of its own may find another version of this jar than the worker has. */
    @Test
    void aSupervisorOfAnotherFormIsNotMisunderstood() {
        told.setProperty("isolation.fork", "2");
        for (String form : new String[] {"0&isolation.fork=2", "isolation.fork=2", "2", ""}) {
            Map<String, String> environment = new HashMap<>(AtStart.environment(told));
            environment.put(AtStart.VARIABLE, form);
            AtStart.replace(AtStart.read(environment, SUPERVISOR, now));
            String message = assertThrows(IllegalStateException.class, () -> AtStart.property("isolation.fork"))
                    .getMessage();
            assertTrue(message.contains("give both the same version"), message);
        }
    }

    @Test
    void numbersAndFlagsAreReadAsTheJdkReadsThem() {
        told.setProperty("isolation.portBlock", "20050");
        told.setProperty("isolation.port.web", "none");
        told.setProperty("isolation.crossForkLocks", "TRUE");
        be(SUPERVISOR);
        assertEquals(20050, AtStart.number("isolation.portBlock"));
        assertNull(AtStart.number("isolation.port.web"));
        assertNull(AtStart.number("isolation.port.other"));
        assertEquals(true, AtStart.flag("isolation.crossForkLocks"));
        assertEquals(false, AtStart.flag("isolation.keepOnFailure"));
    }

    @Test
    void promisesAreCheckedAtTheStartAndKeptByNobody() {
        told.setProperty(ForkProperties.PROMISE_PREFIX + "java.io.tmpdir", "/x");
        assertEquals("1", AtStart.environment(told).get(AtStart.VARIABLE));
    }

    private void be(Long parent) {
        Map<String, String> environment = new HashMap<>(AtStart.environment(told));
        AtStart.replace(AtStart.read(environment, parent, now));
    }
}
