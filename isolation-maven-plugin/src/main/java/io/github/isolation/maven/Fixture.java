package io.github.isolation.maven;

import org.jspecify.annotations.Nullable;

/**
 * One {@code <fixture>} of the POM, as it is written there. Maven sets the fields; {@link FixtureReader} makes sense of
 * them.
 */
public class Fixture {
    @Nullable
    String id;

    @Nullable
    String url;

    @Nullable
    String artifact;

    @Nullable
    String path;

    @Nullable
    Command command;

    @Nullable
    String sha256;

    @Nullable
    String sha512;

    @Nullable
    String unpack;

    @Nullable
    String unpackLimit;

    @Nullable
    String seed;
}
