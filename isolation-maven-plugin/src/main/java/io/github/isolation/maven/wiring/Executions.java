package io.github.isolation.maven.wiring;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * All ways to run a plugin of a project, each with a configuration of its own, so that the configuration of the plugin itself
 * stays the user's: PIT, GraalVM's native build and IDEs read it, too, and run tests as they see fit.
 */
final class Executions {
    /** What Maven calls an execution of a goal that was named on the command line: {@code mvn surefire:test}. */
    static final String BY_NAME = "default-cli";

    private Executions() {}

    /** Those of the POM, in which Maven has merged the configuration of the plugin, and the one for goals called by name. */
    static List<PluginExecution> of(Plugin plugin) {
        // Not as a map: the plugin would keep that, and not notice what is added.
        if (plugin.getExecutions().stream().noneMatch(execution -> BY_NAME.equals(execution.getId()))) {
            PluginExecution byName = new PluginExecution();
            byName.setId(BY_NAME);
            byName.setConfiguration(new Xpp3Dom(Dom.configuration(plugin.getConfiguration())));
            plugin.addExecution(byName);
        }
        return plugin.getExecutions();
    }
}
