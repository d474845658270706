package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.KnownSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a POM says reaches the forks by the names and in the form that they read. */
final class SettingsMojoTest {
    private final PrepareForksMojo goal = new PrepareForksMojo();

    @Test
    void whatNobodySetIsNotHandedOn() {
        assertEquals(Map.of(), goal.settings());
    }

    @Test
    void aValueIsHandedOnAsItIsWritten() {
        GoalParameters.set(goal, "testTimeout", "5m");
        GoalParameters.set(goal, "leaks", "");
        assertEquals(Map.of("isolation.testTimeout", "5m", "isolation.leaks", ""), goal.settings());
    }

    @Test
    void elementsOfAListGetCommas() {
        GoalParameters.set(goal, "ports", List.of("http", "grpc"));
        GoalParameters.set(goal, "isolate", List.of());
        assertEquals(Map.of("isolation.ports", "http,grpc", "isolation.isolate", ""), goal.settings());
    }

    /** Maven reads an empty element as null; it is a name that is missing, and the forks' rules say so. */
    @Test
    void anEmptyElementOfAListIsNotLost() {
        GoalParameters.set(goal, "ports", Arrays.asList("http", null));
        assertEquals(Map.of("isolation.ports", "http,"), goal.settings());
        Properties properties = new Properties();
        goal.settings().forEach(properties::setProperty);
        assertEquals(1, Configuration.problems(properties).size());
    }

    @Test
    void everySettingThatIsOnlyForForksCanBeSetAndReachesThem() {
        long handedOn = KnownSettings.all().stream()
                .filter(setting -> hasParameter(setting.name()))
                .filter(setting -> goal.settings().containsKey(setting.property()))
                .count();
        assertEquals(goal.settings().size(), handedOn);
        assertEquals(43, handedOn);
    }

    private boolean hasParameter(String name) {
        try {
            Class<?> type = SettingsMojo.class.getDeclaredField(name).getType();
            GoalParameters.set(goal, name, type == List.class ? List.of("x") : "x");
            return true;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
