package io.github.isolation.maven.wiring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * Those of the POM, in which Maven has merged the configuration of the plugin, and those of goals that were called by name:
     * {@code surefire:test}, and {@code surefire:test@id} with an id that the POM need not know.
     */
    static List<PluginExecution> of(Plugin plugin, List<String> goalsByName) {
        Set<String> ids = new LinkedHashSet<>(List.of(BY_NAME));
        for (String goal : goalsByName) {
            int at = goal.indexOf('@');
            if (at >= 0 && at < goal.length() - 1) {
                ids.add(goal.substring(at + 1));
            }
        }
        // Not as a map: the plugin would keep that, and not notice what is added.
        plugin.getExecutions().forEach(execution -> ids.remove(execution.getId()));
        for (String id : ids) {
            PluginExecution byName = new PluginExecution();
            byName.setId(id);
            byName.setConfiguration(new Xpp3Dom(Dom.configuration(plugin.getConfiguration())));
            plugin.addExecution(byName);
        }
        return plugin.getExecutions();
    }
}
