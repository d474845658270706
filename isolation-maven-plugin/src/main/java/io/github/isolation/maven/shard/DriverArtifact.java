package io.github.isolation.maven.shard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** The JDBC driver for the queue: the version that the tests have, or else one that is fetched where there is a queue, and not before. */
public final class DriverArtifact {
    private static final String GROUP = "org.postgresql";
    private static final String ARTIFACT = "postgresql";
    private static final String DEFAULT_VERSION = "42.7.13";

    private DriverArtifact() {}

    /**
     * Finds its jar.
     *
     * @param dependencies those of the project, of which it may be one
     */
    public static Path find(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            Collection<Artifact> dependencies)
            throws IOException {
        String version = dependencies.stream()
                .filter(one ->
                        one.getGroupId().equals(GROUP) && one.getArtifactId().equals(ARTIFACT))
                .map(Artifact::getVersion)
                .findFirst()
                .orElse(DEFAULT_VERSION);
        DefaultArtifact driver = new DefaultArtifact(GROUP, ARTIFACT, "jar", version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(driver, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new IOException(
                    "the queue is in PostgreSQL, whose JDBC driver (" + GROUP + ":" + ARTIFACT + ":" + version
                            + ") cannot be had: " + e.getMessage(),
                    e);
        }
    }
}
