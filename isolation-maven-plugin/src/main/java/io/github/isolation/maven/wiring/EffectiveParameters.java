package io.github.isolation.maven.wiring;

import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for, in the order Maven itself looks for a parameter: a literal in the POM, then {@code -D}, then a
 * property of the POM. Of our own parameters {@code -D} goes first, because {@link CommandLineFirst} has been here.
 *
 * @param own this plugin's configuration
 * @param userProperties what was given with {@code -D}
 * @param projectProperties the properties of the POM
 */
record EffectiveParameters(Xpp3Dom own, Properties userProperties, Properties projectProperties) {

    /** The value of one of our settings, as an element or a property; of a list, with commas. */
    @Nullable
    String own(Setting<?> setting) {
        if (setting.form().isList()) {
            List<String> values = ownList(setting);
            return values.isEmpty() ? null : String.join(",", values);
        }
        return find(own, setting.name(), setting.property());
    }

    /**
     * The values of one of our settings that is a list: elements below its own, or a text with commas, which Maven itself
     * takes for a list as well: {@code <name>a, b</name>}, {@code isolation.name=a,b}.
     */
    List<String> ownList(Setting<?> setting) {
        Xpp3Dom list = own.getChild(setting.name());
        if (list != null && list.getChildCount() > 0) {
            return Arrays.stream(list.getChildren())
                    .map(child ->
                            child.getValue() == null ? "" : child.getValue().strip())
                    .toList();
        }
        String value = find(own, setting.name(), setting.property());
        return value == null ? List.of() : List.of(value.split("\\s*,\\s*", -1));
    }

    /** The ids of the fixtures, separated by commas; null if there is none. */
    @Nullable
    String fixtureIds() {
        String ids = String.join(",", ids(KnownSettings.FIXTURES));
        return ids.isEmpty() ? null : ids;
    }

    /** The same of services. */
    @Nullable
    String serviceIds() {
        String ids = String.join(",", ids(KnownSettings.SERVICES));
        return ids.isEmpty() ? null : ids;
    }

    /** The names of ports that each fork has: those that were asked for, and one for each service. */
    List<String> portNames() {
        return Stream.concat(ownList(KnownSettings.PORTS).stream(), ids(KnownSettings.SERVICES).stream())
                .distinct()
                .toList();
    }

    /** The {@code <properties>} of all services, as they are written. */
    Map<String, String> serviceProperties() {
        Map<String, String> properties = new TreeMap<>();
        for (Xpp3Dom service : children(own.getChild(KnownSettings.SERVICES.name()))) {
            for (Xpp3Dom property : children(service.getChild("properties"))) {
                properties.put(property.getName(), property.getValue() == null ? "" : property.getValue());
            }
        }
        return properties;
    }

    private static Xpp3Dom[] children(@Nullable Xpp3Dom element) {
        return element == null ? new Xpp3Dom[0] : element.getChildren();
    }

    private List<String> ids(Setting<?> list) {
        List<String> ids = new ArrayList<>();
        for (Xpp3Dom element : children(own.getChild(list.name()))) {
            String id = Dom.text(element, "id");
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The value of a parameter of Surefire's or Failsafe's. */
    @Nullable
    String find(Xpp3Dom configuration, String element, String property) {
        String literal = Dom.text(configuration, element);
        return literal != null ? resolve(literal) : property(property);
    }

    /** The value of a property. */
    @Nullable
    String property(String name) {
        String value = userProperties.getProperty(name, projectProperties.getProperty(name));
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean isTrue(@Nullable String value) {
        return value != null && !value.equals("false");
    }

    /** A literal that is one expression stands for a property that Maven had not known when it read the POM. */
    private @Nullable String resolve(String literal) {
        boolean expression = literal.startsWith("${") && literal.indexOf('}') == literal.length() - 1;
        return expression ? property(literal.substring(2, literal.length() - 1)) : literal;
    }
}
