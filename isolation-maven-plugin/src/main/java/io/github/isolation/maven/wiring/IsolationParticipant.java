package io.github.isolation.maven.wiring;

import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * What {@code <extensions>true</extensions>} brings to life: before a build starts, it wires Surefire and Failsafe of every
 * project that declares this plugin.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}. An annotation would do for Maven 3.9; Maven 3.6 and 3.8 cannot
 * read annotations from Java 17 class files and would ignore this class without a word.
 */
public final class IsolationParticipant extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterProjectsRead(MavenSession session) {
        for (MavenProject project : session.getProjects()) {
            new ProjectWiring(session, project).wire();
        }
    }
}
