package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a fixture comes from. */
public sealed interface FixtureSource
        permits PathSource, ArtifactSource, NestedArchive, UrlSource, CommandSource, MadeSource {
    /** The element and its value, for messages: {@code url https://…}. */
    String describe();

    /** Whether it is somewhere else, so that Maven must not go there with {@code -o}. */
    boolean isRemote();

    /**
     * What makes this state of the fixture this one. The cache has one entry for each, so whatever is not named here
     * does not lead to another fetch when it changes.
     */
    List<String> identity(FetchContext around) throws IOException;

    /**
     * Makes the file or directory {@code target}. It is not there yet, except as the beginning of a download that was
     * interrupted.
     */
    void fetch(FixtureSpec spec, Path target, FetchContext around) throws IOException;
}
