package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the file of an artifact; Maven's resolver, seen from a source. */
@FunctionalInterface
public interface ArtifactFiles {
    /** The file in the local repository or in the reactor, downloaded first where that is needed and allowed. */
    Resolved resolve(Coordinates coordinates) throws IOException;

    /**
     * What Maven found.
     *
     * @param version with the time stamp where a snapshot was asked for
     */
    record Resolved(Path file, String version) {}
}
