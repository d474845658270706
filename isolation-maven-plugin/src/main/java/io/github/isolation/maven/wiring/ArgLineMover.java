package io.github.isolation.maven.wiring;

import io.github.isolation.settings.ForkCount;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the user's {@code argLine} out of the supervisor's way, in the moment before Surefire reads it: by then Maven and other
 * plugins (JaCoCo) have put in all they will, and Surefire's own class that makes words of it is at hand. The model of the
 * project, which others read as well, keeps what the user wrote.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link IsolationParticipant} is.
 */
public final class ArgLineMover implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(ArgLineMover.class);

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) {
        if (forksTests(event.getExecution())) {
            move(event.getMojo(), event.getProject().getModel().getProperties());
        }
    }

    private static boolean forksTests(MojoExecution execution) {
        return TestPlugin.ofKey(execution.getPlugin().getKey()).isPresent();
    }

    /** Leaves a mojo alone that is not wired, and one that is none of those with forks. */
    static void move(Object mojo, Properties properties) {
        TestMojo test = new TestMojo(mojo);
        try {
            Map<String, String> variables = test.systemPropertyVariables();
            if (variables == null
                    || !variables.containsKey(SettingNames.FORK_COUNT)
                    || variables.containsKey(Wiring.WORKER_ARG_LINE)) {
                return;
            }
            @Nullable String argLine = test.argLine();
            List<String> words = test.words(MovedArgLine.evaluated(argLine, properties));
            Map<String, String> all = new LinkedHashMap<>(variables);
            all.put(Wiring.WORKER_ARG_LINE, Wiring.argLineOf(words));
            test.setSystemPropertyVariables(all);
            test.setArgLine(MovedArgLine.ofSupervisor(argLine, forks(variables.get(SettingNames.FORK_COUNT))));
        } catch (InvocationTargetException e) {
            // Quotes that are never closed: Surefire says so in a moment, of the text that the user wrote.
            LOG.debug("isolation: argLine stays where it is: {}", String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            // Another goal than those with forks, or another Surefire than those we know; then the supervisor says what
            // it has got.
            LOG.debug("isolation: argLine stays where it is", e);
        }
    }

    /** What is no number is refused elsewhere. */
    private static int forks(@Nullable String forkCount) {
        try {
            return ForkCount.parse(
                    String.valueOf(forkCount), Runtime.getRuntime().availableProcessors());
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {}

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
