package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An artifact, found by Maven's own resolver: its repositories, mirrors, credentials, snapshot policy and reactor.
 *
 * <p>The resolver is asked in every build, which costs nothing for an artifact that is in the local repository. A file
 * that was replaced there, as local snapshots are, is another fixture.
 */
public record ArtifactSource(Coordinates coordinates) implements FixtureSource {
    @Override
    public String describe() {
        return "artifact " + coordinates;
    }

    @Override
    public boolean isRemote() {
        // The resolver knows what may be done offline: it also finds what is in the local repository or the reactor.
        return false;
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        ArtifactFiles.Resolved resolved = around.artifacts().resolve(coordinates);
        Path file = resolved.file();
        // In the reactor, before 'package', it is the directory of classes.
        String state =
                Files.isDirectory(file) ? Digests.tree(file) : Files.size(file) + "/" + Files.getLastModifiedTime(file);
        return List.of("artifact", coordinates.toString(), resolved.version(), state);
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        FileTrees.copy(around.artifacts().resolve(coordinates).file().toRealPath(), target);
    }
}
