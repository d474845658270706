package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What users are told of settings that cannot be understood: all at once, each with what to write instead. */
class ProblemsTest {
    private final Properties properties = new Properties();

    @Test
    void allOfThemAtOnceInTheOrderOfTheSettings() {
        set("leaks", "yes");
        set("forkCount", "many");
        set("reseed", "always");
        set("testTimeout", "soon");

        assertEquals(
                List.of(
                        "<reseed> (isolation.reseed): 'always' is none of onReplace, everyClass, never",
                        "<testTimeout> (isolation.testTimeout): 'soon' is not a duration; write 500ms, 30s, 5m, 1h or 30d",
                        "<leaks> (isolation.leaks): 'yes' is none of warn, fail, ignore",
                        "<forkCount> (isolation.forkCount): 'many' is not a number of forks; write a number such as 4, or 1.5C"
                                + " for 1.5 per core"),
                problems());
        String message = assertThrows(SettingsException.class, () -> Configuration.read(properties))
                .getMessage();
        assertEquals("isolation: 4 settings cannot be understood:\n  " + String.join("\n  ", problems()), message);
    }

    @Test
    void nothingIsWrongWithNothing() {
        assertEquals(List.of(), problems());
        set("ports", "http, grpc");
        set("isolate", "derby.system.home,my-app.dir");
        assertEquals(List.of(), problems());
    }

    @Test
    void aListHasEachNameOnce() {
        set("ports", "http,grpc,http");
        assertEquals(List.of("<ports> (isolation.ports): 'http' is there twice"), problems());
    }

    /** The JVM reads these before there is a fork: setting them would send half of the JDK elsewhere. */
    @Test
    void whatHasASettingOfItsOwnIsNotForIsolate() {
        set("isolate", "derby.system.home,user.dir");
        assertEquals(
                List.of("<isolate> (isolation.isolate): 'user.dir' cannot be a directory of each fork's: write"
                        + " <isolateWorkingDirectory>true</isolateWorkingDirectory> instead"),
                problems());
    }

    private void set(String name, String value) {
        properties.setProperty("isolation." + name, value);
    }

    private List<String> problems() {
        return Configuration.problems(properties);
    }
}
