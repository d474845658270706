package io.github.isolation.maven.cache;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An archive wants more memory than it gets. A few bytes are enough to ask for all there is. */
final class UnpackingMemoryException extends IOException {
    private static final long serialVersionUID = 1;

    /** In memory that is not the heap's: what {@code zstd --long=29} needs. */
    static final int LONGEST_WINDOW_LOG = 29;

    private static final long ENOUGH = 1L << LONGEST_WINDOW_LOG;

    private UnpackingMemoryException(String message, @Nullable Throwable cause) {
        super("it is refused: " + message, cause);
    }

    /** What a decoder may take of the heap. {@code xz -9} wants 65 MB. */
    static long ofHeap() {
        return Math.min(ENOUGH, Runtime.getRuntime().maxMemory() / 2);
    }

    static UnpackingMemoryException ofDecoder(long wanted, Throwable cause) {
        return new UnpackingMemoryException(
                "to unpack it takes " + HumanFormat.size(wanted) + " of memory, and this Maven has "
                        + HumanFormat.size(ofHeap())
                        + " for that. Give it more (MAVEN_OPTS=-Xmx4g), or compress the file"
                        + " with a smaller dictionary (xz -9)",
                cause);
    }

    static UnpackingMemoryException ofWindow(Throwable cause) {
        return new UnpackingMemoryException(
                "to unpack it takes more than 512 MB of memory; compress it with zstd --long=" + LONGEST_WINDOW_LOG
                        + " or less",
                cause);
    }

    static UnpackingMemoryException ofHeader(String what) {
        return new UnpackingMemoryException(what, null);
    }

    /** After all limits, for those that nobody thought of. */
    static UnpackingMemoryException ofEverything(Throwable cause) {
        return new UnpackingMemoryException(
                "to unpack it takes more memory than this Maven has, which is "
                        + HumanFormat.size(Runtime.getRuntime().maxMemory()) + ". Give it more (MAVEN_OPTS=-Xmx4g)",
                cause);
    }

    /** The libraries put their own words around what a stream below them says. */
    static IOException orElse(Throwable error, IOException other) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnpackingMemoryException limit) {
                return limit;
            }
        }
        return other;
    }
}
