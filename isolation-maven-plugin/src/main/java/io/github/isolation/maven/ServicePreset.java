package io.github.isolation.maven;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a {@code <service>} consists of: {@code <command>}, or a server that we know how to run. */
interface ServicePreset {
    /** As it is written: {@code <command>}. */
    String element();

    /**
     * Reads what is in the element, and adds all that is wrong with it to {@code wishes.problems()}. Looks at files; makes
     * nothing yet.
     *
     * @param wishes what the user said of the service besides
     * @param baseDirectory of the module
     * @return what is to be made; null where there are problems
     */
    @Nullable
    ServiceDraft read(ServiceWishes wishes, Path baseDirectory);
}
