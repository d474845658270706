package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file or directory of the project. Its content decides whether it is the same fixture, not its time: that changes
 * with every checkout.
 *
 * @param path absolute
 * @param written as the user wrote it
 */
public record PathSource(Path path, String written) implements FixtureSource {
    @Override
    public String describe() {
        return "path " + written;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public List<String> identity(FetchContext around) throws IOException {
        return List.of("path", new RememberedDigests(around.forks()).tree(path.toRealPath()));
    }

    @Override
    public void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException {
        String before = Digests.tree(path.toRealPath());
        FileTrees.copy(path.toRealPath(), target);
        if (!Digests.tree(target).equals(before)) {
            throw new IOException(path + " was changed while it was copied; run the build again when it is at rest");
        }
    }
}
