package io.github.isolation;

import java.nio.file.Path;

/** Makes something that {@code Isolation.once} hands to everybody. */
@FunctionalInterface
public interface Initializer {
    /**
     * Fills an empty directory. It is moved when this returns, so nothing in it may depend on its name.
     *
     * @throws Exception of any kind: everybody who asks for the same key fails with it
     */
    void fill(Path directory) throws Exception;
}
