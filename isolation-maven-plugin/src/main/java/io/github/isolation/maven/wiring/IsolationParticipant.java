package io.github.isolation.maven.wiring;

import java.util.Optional;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code <extensions>true</extensions>} brings to life: before a build starts, it wires Surefire and Failsafe of every
 * project that declares this plugin.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}. An annotation would do for Maven 3.9; Maven 3.6 and 3.8 cannot
 * read annotations from Java 17 class files and would ignore this class without a word.
 */
public final class IsolationParticipant extends AbstractMavenLifecycleParticipant {
    private static final Logger LOG = LoggerFactory.getLogger(IsolationParticipant.class);

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        VerdictGoal.prepare(session.getGoals(), session.getUserProperties());
        UnknownSettings unknown = new UnknownSettings(LOG::warn);
        InvalidSettings invalid = new InvalidSettings(session.getProjects().size() > 1);
        UnnamedVersions versions = new UnnamedVersions(LOG::info);
        Optional<String> noLine = LiveTests.whyNone(session);
        noLine.ifPresent(why -> LOG.debug("isolation: no line with the state of the tests: {}", why));
        for (MavenProject project : session.getProjects()) {
            new ProjectWiring(session, project, unknown, invalid, versions, noLine.isEmpty()).wire();
        }
        Unshared.line(session).ifPresent(LOG::warn);
        Optional<String> problems = invalid.message();
        if (problems.isPresent()) {
            throw new MavenExecutionException(
                    problems.get(), session.getTopLevelProject().getFile());
        }
    }
}
