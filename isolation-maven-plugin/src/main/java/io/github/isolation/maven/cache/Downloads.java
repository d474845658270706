package io.github.isolation.maven.cache;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Gets what a URL names; Maven's transport, seen from a source. */
@FunctionalInterface
public interface Downloads {
    /**
     * Downloads to {@code target}, once, and whole or not at all as far as the server's own words go.
     *
     * @param resume whether to continue with what is in {@code target}, if anything is and the transport can, and to leave
     *     what has come for another attempt; without it, it starts at the beginning
     * @throws DownloadException which says whether another attempt may help. What {@link KeptPart#restore} leaves in {@code
     *     target} then is the beginning of the file
     */
    void get(URI url, Path target, boolean resume, Progress progress) throws IOException;

    /**
     * Where an {@code https} address leads that is not {@code https}; empty if nowhere.
     *
     * @throws IOException if that cannot be seen
     */
    default Optional<URI> insecureRedirect(URI url) throws IOException {
        return Optional.empty();
    }

    /** Is told how it goes. */
    interface Progress {
        /** The first byte comes. {@code total} is -1 where the server does not say. */
        void started(long offset, long total);

        /** More has come. */
        void received(int bytes);
    }
}
