package io.github.isolation.maven.cache;

import java.io.IOException;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Artifacts by Maven's resolver, from the project's repositories. */
public final class ResolverArtifacts implements ArtifactFiles {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /** Resolves in this session, from these repositories. */
    public ResolverArtifacts(
            RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = List.copyOf(repositories);
    }

    @Override
    public Resolved resolve(Coordinates coordinates) throws IOException {
        try {
            Artifact found = system.resolveArtifact(
                            session, new ArtifactRequest(artifact(coordinates), repositories, null))
                    .getArtifact();
            return new Resolved(found.getFile().toPath(), found.getVersion());
        } catch (ArtifactResolutionException e) {
            throw new IOException(
                    e.getMessage()
                            + (session.isOffline()
                                    ? "; Maven is offline (-o): run 'mvn process-test-classes' once without -o"
                                    : ""),
                    e);
        }
    }

    /** A type is an extension, and sometimes a classifier as well: {@code test-jar} is a jar called {@code tests}. */
    private Artifact artifact(Coordinates coordinates) {
        ArtifactType type = session.getArtifactTypeRegistry().get(coordinates.type());
        String extension = type == null ? coordinates.type() : type.getExtension();
        String classifier =
                coordinates.classifier().isEmpty() && type != null ? type.getClassifier() : coordinates.classifier();
        return new DefaultArtifact(
                coordinates.groupId(), coordinates.artifactId(), classifier, extension, coordinates.version());
    }
}
