package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Ports that a configuration of Surefire speaks of and nobody has declared, such as a misspelt one. Surefire would hand the
 * tests an empty text for them.
 */
final class UnknownPorts {
    private static final Pattern EXPRESSION =
            Pattern.compile(Pattern.quote("${" + ForkProperties.PORT_PREFIX) + "([^}]*)}");

    private UnknownPorts() {}

    /** What is wrong with them, a line each. */
    static List<String> in(Xpp3Dom configuration, EffectiveParameters parameters) {
        List<String> declared = parameters.portNames();
        TreeSet<String> unknown = new TreeSet<>();
        for (String text : Dom.texts(configuration)) {
            Matcher matcher = EXPRESSION.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1);
                // Whoever sets such a property has a port of his own in mind.
                if (!declared.contains(name) && parameters.property(ForkProperties.PORT_PREFIX + name) == null) {
                    unknown.add(name);
                }
            }
        }
        List<String> problems = new ArrayList<>();
        for (String name : unknown) {
            problems.add("${" + ForkProperties.PORT_PREFIX + name + "} is no port of <ports> (isolation.ports), "
                    + (declared.isEmpty() ? "where there is none" : "which has " + String.join(", ", declared)));
        }
        return problems;
    }
}
