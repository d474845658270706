package io.github.isolation.replay;

import io.github.isolation.record.RunFact;
import io.github.isolation.settings.Wiring;
import java.util.Properties;

/**
 * Which tests of which module a run is of. What is not known is empty, and differs from nothing.
 *
 * @param module {@code groupId:artifactId}
 * @param plugin the artifactId of Surefire or Failsafe
 * @param id of the execution
 */
public record Execution(String module, String plugin, String id) {
    /** Goals that are called by name have it: {@code mvn surefire:test} runs what {@code mvn test} runs. */
    private static final String BY_NAME = "default-cli";

    /** The one that a supervisor with these properties is of. */
    public static Execution of(Properties properties) {
        String[] execution = properties.getProperty(Wiring.EXECUTION, "").split(":", 3);
        boolean known = execution.length == 3;
        return new Execution(
                properties.getProperty(Wiring.MODULE, ""), known ? execution[0] : "", known ? execution[2] : "");
    }

    /** The one that a recorded run was of. */
    public static Execution of(RunFact run) {
        int space = run.surefire().indexOf(' ');
        return new Execution(
                run.module(), space < 0 ? run.surefire() : run.surefire().substring(0, space), run.execution());
    }

    /** Whether the other may be of the same module. */
    public boolean isInModuleOf(Execution other) {
        return same(module, other.module);
    }

    /** Whether the other runs the same tests. */
    public boolean isSameAs(Execution other) {
        boolean byName = id.equals(BY_NAME) || other.id.equals(BY_NAME);
        return isInModuleOf(other) && same(plugin, other.plugin) && (byName || same(id, other.id));
    }

    private static boolean same(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** For a person: {@code maven-surefire-plugin (default-test) of group:module}. */
    @Override
    public String toString() {
        return plugin + (id.isEmpty() ? "" : " (" + id + ")") + (module.isEmpty() ? "" : " of " + module);
    }
}
