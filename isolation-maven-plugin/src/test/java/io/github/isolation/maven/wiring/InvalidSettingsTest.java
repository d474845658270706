package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** Settings that no fork would understand, of all modules of a build. */
class InvalidSettingsTest {
    private static final String ADVICE =
            "Nothing was built. Correct this in the configuration of isolation-maven-plugin, among the properties, or in -D.";

    private final Properties commandLine = new Properties();
    private final Xpp3Dom variables = new Xpp3Dom("systemPropertyVariables");

    @Test
    void whatTheForksGetFromThePomAndFromTheCommandLine() {
        Dom.set(variables, "isolation.maxCrashes", "0");
        Dom.set(variables, "my.own.property", "0");
        commandLine.setProperty("isolation.leaks", "no");
        commandLine.setProperty("isolation.spares", "1");
        InvalidSettings build = new InvalidSettings(false);
        build.look(variables, commandLine, "app");
        assertEquals(
                "isolation: 2 settings cannot be understood:\n"
                        + "  - <maxCrashes> (isolation.maxCrashes): '0' is no number of crashes; write 1 or more: with 1, nothing is"
                        + " begun after the first crash\n"
                        + "  - <leaks> (isolation.leaks): 'no' is none of warn, fail, ignore\n" + ADVICE,
                build.message().orElseThrow());
    }

    @Test
    void aProblemThatModulesInheritIsOneProblem() {
        Dom.set(variables, "isolation.leaks", "no");
        InvalidSettings build = new InvalidSettings(true);
        for (String module : new String[] {"a", "b", "b", "c", "d", "e"}) {
            build.look(variables, commandLine, module);
        }
        build.add("<skip> (isolation.skip): 'ture' is neither true nor false", "b");
        assertEquals(
                "isolation: 2 settings cannot be understood:\n"
                        + "  - <leaks> (isolation.leaks): 'no' is none of warn, fail, ignore [in a, b, c and 2 more]\n"
                        + "  - <skip> (isolation.skip): 'ture' is neither true nor false [in b]\n" + ADVICE,
                build.message().orElseThrow());
    }

    /** Maven or Surefire may fill it in later. */
    @Test
    void anExpressionIsForTheForkToJudge() {
        Dom.set(variables, "isolation.leaks", "${how.strict}");
        InvalidSettings build = new InvalidSettings(false);
        build.look(variables, commandLine, "app");
        assertEquals(Optional.empty(), build.message());
    }
}
