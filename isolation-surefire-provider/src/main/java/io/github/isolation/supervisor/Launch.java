package io.github.isolation.supervisor;

import io.github.isolation.process.Descendants;
import java.nio.file.Path;

/**
 * What is made for one launch of a worker and believed of no other.
 *
 * @param nonce random; a marker that does not hold it proves nothing (L18)
 * @param marker where code that can only {@code _exit} leaves the nonce to prove that it meant to
 * @param errorFile where the JVM writes its fatal error report
 * @param fromArchive whether it is started from a class-data archive
 * @param first whether it does what one worker has to do for all: the first, or the first without the archive
 */
public record Launch(String nonce, Path marker, Path errorFile, boolean fromArchive, boolean first) {
    /** The environment variable with the path of the marker. */
    public static final String MARKER_ENVIRONMENT = "ISOLATION_RETIREMENT_MARKER";

    /** The environment variable with the nonce; unique to a launch, so it also tells whose descendant a process is. */
    public static final String NONCE_ENVIRONMENT = Descendants.MARK_ENVIRONMENT;
}
