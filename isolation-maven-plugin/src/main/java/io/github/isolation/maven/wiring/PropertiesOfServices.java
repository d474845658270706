package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.service.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Properties of services that a configuration of Surefire speaks of. Only a fork knows what they are, so Surefire is handed what
 * stands for them.
 */
final class PropertiesOfServices {
    private static final Pattern EXPRESSION =
            Pattern.compile("[$@]\\{" + Pattern.quote(ForkProperties.SERVICE_PREFIX) + "([^}]*)}");

    private PropertiesOfServices() {}

    /**
     * What is wrong with them, a line each: nobody has said what one of them is, or one that has a password would be on a command
     * line.
     *
     * @param configuration as the user has written it
     */
    static List<String> problems(Xpp3Dom configuration, EffectiveParameters parameters) {
        Map<String, String> properties = parameters.serviceProperties();
        List<String> problems = new ArrayList<>();
        for (String name : names(Dom.texts(configuration))) {
            // Whoever sets such a property has another one in mind.
            if (!properties.containsKey(name) && parameters.property(ForkProperties.SERVICE_PREFIX + name) == null) {
                problems.add(expression(name) + " is none of the <properties> of a <service>, "
                        + (properties.isEmpty()
                                ? "of which there are none"
                                : "which are " + String.join(", ", properties.keySet())));
            }
        }
        String argLine = Optional.ofNullable(parameters.find(configuration, "argLine", "argLine"))
                .orElse("");
        for (String name : names(List.of(argLine))) {
            if (Placeholders.in(properties.getOrDefault(name, "")).contains(Placeholders.PASSWORD)) {
                problems.add("argLine has " + expression(name)
                        + " in it, with a password, and everybody on this machine can read the command lines of processes;"
                        + " put it into <systemPropertyVariables> or <environmentVariables>");
            }
        }
        return problems;
    }

    private static String expression(String name) {
        return "${" + ForkProperties.SERVICE_PREFIX + name + "}";
    }

    private static Set<String> names(List<String> texts) {
        Set<String> names = new TreeSet<>();
        for (String text : texts) {
            Matcher matcher = EXPRESSION.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
