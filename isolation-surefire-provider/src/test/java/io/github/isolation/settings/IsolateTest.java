package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fork has to itself: its temporary files, unless somebody asks for more or for less. */
class IsolateTest {
    private final Properties properties = new Properties();

    @Test
    void temporaryFilesAreAForksOwnAndNothingElseIs() {
        assertEquals(new Isolate(true, false, false, List.of(), false), read());
    }

    @ParameterizedTest
    @CsvSource({
        "isolateTmpdir,           false, false, false, false, false",
        "isolateUserHome,         true,  true,  true,  false, false",
        "isolateWorkingDirectory, true,  true,  false, true,  false",
        "sizeToShare,             true,  true,  false, false, true",
    })
    void eachPartHasASettingOfItsOwn(
            String name, String value, boolean tmpdir, boolean home, boolean workingDirectory, boolean share) {
        properties.setProperty("isolation." + name, value);
        assertEquals(new Isolate(tmpdir, home, workingDirectory, List.of(), share), read());
    }

    @Test
    void propertiesAreReadInTheirOrder() {
        properties.setProperty("isolation.isolate", "derby.system.home, my-app.dir,X_1");
        assertEquals(List.of("derby.system.home", "my-app.dir", "X_1"), read().properties());
    }

    @Test
    void nobodyAddsToThemAfterwards() {
        List<String> names = new ArrayList<>(List.of("a"));
        Isolate isolate = new Isolate(true, false, false, names, false);
        names.add("b");
        assertEquals(List.of("a"), isolate.properties());
        assertThrows(
                UnsupportedOperationException.class, () -> isolate.properties().add("c"));
    }

    /** The JVM reads these before there is a fork, or they have a setting of their own: the refusal names it. */
    @ParameterizedTest
    @CsvSource({
        "user.dir, <isolateWorkingDirectory>",
        "user.home, <isolateUserHome>",
        "java.io.tmpdir, <isolateTmpdir>",
        "java.home, it is where the JDK is",
    })
    void whatIsTheJvmsIsRefusedWithAWayToGo(String name, String advice) {
        String message = refusal("a," + name);
        assertTrue(message.startsWith("'" + name + "' cannot be a directory of each fork's: "), message);
        assertTrue(message.contains(advice), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=b", "${x}", "a,", "../x", "a/b"})
    void whatIsNoNameOfAPropertyIsRefused(String value) {
        assertTrue(refusal(value).endsWith("' is not the name of a system property"), refusal(value));
    }

    @Test
    void itIsAListForThePomAndForTheTable() {
        assertTrue(new Isolate.PropertyNames().isList());
        assertEquals("names of system properties", new Isolate.PropertyNames().values());
    }

    private Isolate read() {
        return Isolate.read(new SettingsReader(properties));
    }

    private static String refusal(String value) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new Isolate.PropertyNames().parse(value))
                        .getMessage());
    }
}
