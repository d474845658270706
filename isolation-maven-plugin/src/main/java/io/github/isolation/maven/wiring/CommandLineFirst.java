package io.github.isolation.maven.wiring;

import io.github.isolation.settings.KnownSettings;
import java.util.Properties;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Has {@code -D} go before the elements of our own configuration. Maven prefers a literal in the POM, but what was given with
 * {@code -D} reaches the forks whatever the POM says: the goals would prepare what no fork looks for.
 */
final class CommandLineFirst {
    private CommandLineFirst() {}

    /** Puts what was given with {@code -D} into the elements there are, of the plugin and of each execution. */
    static void in(Plugin own, Properties userProperties) {
        overwrite(own, userProperties);
        own.getExecutions().forEach(execution -> overwrite(execution, userProperties));
    }

    private static void overwrite(ConfigurationContainer container, Properties userProperties) {
        if (container.getConfiguration() != null) {
            Xpp3Dom configuration = new Xpp3Dom(Dom.configuration(container.getConfiguration()));
            for (Xpp3Dom element : configuration.getChildren()) {
                KnownSettings.named(element.getName())
                        .map(setting -> userProperties.getProperty(setting.property()))
                        .ifPresent(given -> overwrite(element, given));
            }
            container.setConfiguration(configuration);
        }
    }

    private static void overwrite(Xpp3Dom element, String given) {
        while (element.getChildCount() > 0) {
            element.removeChild(0);
        }
        element.setValue(given);
    }
}
