package io.github.isolation.maven.wiring;

import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What a user wrote and no fork would understand. It is said before anything is built, of all modules at once, rather than by
 * the forks of the first one after everything was compiled.
 */
final class InvalidSettings {
    private static final int NAMED_MODULES = 3;

    private final Map<String, Set<String>> modulesOfProblem = new LinkedHashMap<>();
    private final boolean severalModules;

    /** For one build. */
    InvalidSettings(boolean severalModules) {
        this.severalModules = severalModules;
    }

    /** Looks at what no fork will see, because the goals and the extension act upon it. */
    void look(EffectiveParameters parameters, String module) {
        for (Setting<?> setting : KnownSettings.all()) {
            String value = setting.isForForks() ? null : parameters.own(setting);
            if (value != null && !isExpression(value)) {
                setting.problem(value).ifPresent(problem -> add(problem, module));
            }
        }
    }

    /** Looks at what is handed to the forks of an execution: by Surefire, and because it was given with {@code -D}. */
    void look(Xpp3Dom systemPropertyVariables, Properties userProperties, String module) {
        Properties settings = new Properties();
        for (Xpp3Dom variable : systemPropertyVariables.getChildren()) {
            set(settings, variable.getName(), variable.getValue());
        }
        userProperties.stringPropertyNames().forEach(name -> set(settings, name, userProperties.getProperty(name)));
        Configuration.problems(settings).forEach(problem -> add(problem, module));
    }

    /** What is still an expression is for Maven or Surefire to fill in, and for the fork to judge. */
    private static void set(Properties settings, String name, String value) {
        if (name.startsWith(Setting.PREFIX) && value != null && !isExpression(value)) {
            settings.setProperty(name, value);
        }
    }

    private static boolean isExpression(String value) {
        return value.contains("${");
    }

    /** Adds what somebody else found, in the same form: the element, the property, the value, and what to write instead. */
    void add(String problem, String module) {
        modulesOfProblem.computeIfAbsent(problem, any -> new LinkedHashSet<>()).add(module);
    }

    /** All of it; empty if everything can be understood. */
    Optional<String> message() {
        if (modulesOfProblem.isEmpty()) {
            return Optional.empty();
        }
        int count = modulesOfProblem.size();
        return Optional.of("isolation: " + count + (count == 1 ? " setting" : " settings") + " cannot be understood:\n"
                + modulesOfProblem.entrySet().stream()
                        .map(entry -> "  - " + entry.getKey() + where(entry.getValue()) + "\n")
                        .collect(Collectors.joining())
                + "Nothing was built. Correct this in the configuration of isolation-maven-plugin, among the properties, or"
                + " in -D.");
    }

    private String where(Set<String> modules) {
        if (!severalModules) {
            return "";
        }
        String first = modules.stream().limit(NAMED_MODULES).collect(Collectors.joining(", "));
        int more = modules.size() - NAMED_MODULES;
        return " [in " + first + (more > 0 ? " and " + more + " more" : "") + "]";
    }
}
