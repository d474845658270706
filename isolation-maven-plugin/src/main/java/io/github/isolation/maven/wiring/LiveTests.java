package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.live.Audience;
import io.github.isolation.maven.live.LiveLine;
import io.github.isolation.settings.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows on a terminal how far tests are, while Surefire or Failsafe runs them. Which of their executions are shown was said when they
 * were wired: the supervisors of these say nothing of it themselves.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}, as {@link IsolationParticipant} is.
 */
public final class LiveTests implements MojoExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTests.class);

    /** The executions whose tests run, and in which project. */
    private final IdentityHashMap<Object, MavenProject> running = new IdentityHashMap<>();

    private @Nullable LiveLine line;

    /** Why there is no line in this build; empty if there is one. */
    static Optional<String> whyNone(MavenSession session) {
        return audience(session).whyNone();
    }

    private static Audience audience(MavenSession session) {
        return Audience.ofThisProcess(
                session.getRequest().isInteractiveMode(),
                session.getRequest().getLoggingLevel() >= MavenExecutionRequest.LOGGING_LEVEL_ERROR,
                session.getSystemProperties().getProperty("maven.version", ""),
                LoggerFactory.class.getClassLoader());
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) {
        endThoseOfProjectsThatFailed(event.getSession());
        if (isShown(event)
                && event.getProject().getContextValue(ForkProperties.DIRECTORY) instanceof String directory
                && event.getProject().getContextValue(Wiring.LIVE) instanceof Path classTimes) {
            begin(event, new ForkLayout(Path.of(directory)), classTimes);
        }
    }

    private synchronized void begin(MojoExecutionEvent event, ForkLayout layout, Path classTimes) {
        running.put(event.getMojo(), event.getProject());
        line(event.getSession()).begin(event.getMojo(), layout, classTimes);
    }

    /** Maven tells no listener of a goal that ends because tests have failed; with {@code -fae}, other projects go on. */
    private synchronized void endThoseOfProjectsThatFailed(MavenSession session) {
        List<Object> over = new ArrayList<>();
        running.forEach((mojo, project) -> {
            if (session.getResult().getBuildSummary(project) != null) {
                over.add(mojo);
            }
        });
        over.forEach(this::end);
    }

    private static boolean isShown(MojoExecutionEvent event) {
        if (TestPlugin.ofKey(event.getExecution().getPlugin().getKey()).isEmpty()) {
            return false;
        }
        try {
            Map<String, String> variables = new TestMojo(event.getMojo()).systemPropertyVariables();
            return variables != null && variables.containsKey(Wiring.LIVE);
        } catch (ReflectiveOperationException e) {
            return false; // another goal than those with forks
        }
    }

    private synchronized LiveLine line(MavenSession session) {
        if (line == null) {
            line = audience(session).line(why -> LOG.debug("isolation: no line with the state of the tests", why));
        }
        return line;
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {
        end(event.getMojo());
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {
        end(event.getMojo());
    }

    private synchronized void end(Object mojo) {
        running.remove(mojo);
        if (line != null) {
            line.end(mojo);
        }
    }
}
