package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** What a configuration of Surefire says of the properties of services. */
class PropertiesOfServicesTest {
    private final Xpp3Dom own = new Xpp3Dom("configuration");
    private final Xpp3Dom surefire = new Xpp3Dom("configuration");
    private final Properties properties = new Properties();

    @Test
    void oneThatThereIsMayBeUsed() {
        service();
        Dom.set(Dom.child(surefire, "environmentVariables"), "URL", "${isolation.service.jdbc.url}&amp;x=y");
        Dom.set(surefire, "argLine", "-Dport=@{isolation.service.db.port}");
        assertEquals(List.of(), problems());
    }

    @Test
    void aMisspeltOneIsNamedWithThoseThatThereAre() {
        service();
        Dom.set(Dom.child(surefire, "systemPropertyVariables"), "url", "${isolation.service.jdbc.ur}");
        assertEquals(
                List.of(
                        "${isolation.service.jdbc.ur} is none of the <properties> of a <service>, which are db.port, jdbc.url"),
                problems());
    }

    @Test
    void withoutServicesNoneIsKnownUnlessTheUserHasOne() {
        Dom.set(surefire, "argLine", "-Da=${isolation.service.a} -Db=${isolation.service.b}");
        properties.setProperty("isolation.service.b", "x");
        assertEquals(
                List.of("${isolation.service.a} is none of the <properties> of a <service>, of which there are none"),
                problems());
    }

    @Test
    void noPasswordOnACommandLine() {
        service();
        properties.setProperty("argLine", "-Durl=${isolation.service.jdbc.url}");
        List<String> problems = problems();
        assertEquals(1, problems.size());
        assertEquals(
                "argLine has ${isolation.service.jdbc.url} in it, with a password, and everybody on this machine can read"
                        + " the command lines of processes; put it into <systemPropertyVariables> or <environmentVariables>",
                problems.get(0));
    }

    private void service() {
        Xpp3Dom service = Dom.child(Dom.child(own, "services"), "service");
        Dom.set(Dom.child(service, "properties"), "jdbc.url", "jdbc:x:@{port}?password=@{password}");
        Dom.set(Dom.child(service, "properties"), "db.port", "@{port}");
    }

    private List<String> problems() {
        return PropertiesOfServices.problems(surefire, new EffectiveParameters(own, new Properties(), properties));
    }
}
