package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** A port that nobody declared is found before tests get an empty text for it. */
class UnknownPortsTest {
    private final Xpp3Dom own = new Xpp3Dom("configuration");
    private final Xpp3Dom surefire = new Xpp3Dom("configuration");
    private final Properties properties = new Properties();

    @Test
    void aMisspeltOneIsNamedOnceWithThoseThatThereAre() {
        Dom.set(own, "ports", "http, grpc");
        Dom.set(surefire, "argLine", "-Dhttp=${isolation.port.http} -Da=${isolation.port.htp}");
        Dom.set(Dom.child(surefire, "systemPropertyVariables"), "url", "localhost:${isolation.port.htp}/x");
        assertEquals(
                List.of("${isolation.port.htp} is no port of <ports> (isolation.ports), which has http, grpc"),
                problems());
    }

    @Test
    void whereNoneIsDeclaredNoneIsKnown() {
        Dom.set(surefire, "argLine", "-Dhttp=${isolation.port.http}");
        assertEquals(
                List.of("${isolation.port.http} is no port of <ports> (isolation.ports), where there is none"),
                problems());
    }

    @Test
    void aPropertyOfThatNameIsAPortToo() {
        properties.setProperty("isolation.port.http", "8080");
        Dom.set(surefire, "argLine", "-Dhttp=${isolation.port.http}");
        assertEquals(List.of(), problems());
    }

    @Test
    void theIdOfAServiceIsAPort() {
        Dom.set(Dom.child(Dom.child(own, "services"), "service"), "id", "db");
        Dom.set(surefire, "argLine", "-Ddb=${isolation.port.db}");
        assertEquals(List.of(), problems());
        assertEquals("db", new EffectiveParameters(own, new Properties(), properties).serviceIds());
    }

    private List<String> problems() {
        return UnknownPorts.in(surefire, new EffectiveParameters(own, new Properties(), properties));
    }
}
