package io.github.isolation.maven;

import io.github.isolation.maven.cache.FixtureCache;
import java.io.IOException;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;

/**
 * Tells the cache that the build has ended, so that what it used may be cleaned away. The end of Maven's process does so as
 * well; that of a daemon comes much later.
 *
 * <p>Registered in {@code META-INF/plexus/components.xml}.
 */
public final class CacheParticipant extends AbstractMavenLifecycleParticipant {
    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        try {
            FixtureCache.release();
        } catch (IOException e) {
            throw new MavenExecutionException(
                    "the marks of the fixtures in use cannot be released: " + e.getMessage(), e);
        }
    }
}
