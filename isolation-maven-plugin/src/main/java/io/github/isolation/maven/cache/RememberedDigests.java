package io.github.isolation.maven.cache;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.ManifestEntry;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The digests of files and directories of the project, without reading again what was not touched since: every build asks
 * for them. What tells is size, time, inode and change time, as for the copies in the forks.
 */
final class RememberedDigests {
    private static final String DIGEST = "digest";

    /** A file that was changed just now may be changed again within the same tick of the clock, and look the same. */
    private static final long SETTLED_NANOS = Duration.ofSeconds(2).toNanos();

    private final ForkLayout forks;
    private final LongSupplier nanosSince1970;

    /** Remembered among what the module has built. */
    RememberedDigests(ForkLayout forks) {
        this(forks, () -> System.currentTimeMillis() * 1_000_000);
    }

    RememberedDigests(ForkLayout forks, LongSupplier nanosSince1970) {
        this.forks = forks;
        this.nanosSince1970 = nanosSince1970;
    }

    /** As {@link Digests#tree}. */
    String tree(Path root) throws IOException {
        Path memory =
                forks.rememberedDigest(Digests.words(List.of(root.toString())).substring(0, 32));
        long start = nanosSince1970.getAsLong();
        Manifest now = Manifest.scan(root, Map.of());
        if (Files.exists(memory)) {
            try {
                Manifest earlier = Manifest.read(memory);
                String digest = earlier.about().get(DIGEST);
                if (digest != null && now.isUntouchedSince(earlier)) {
                    return digest;
                }
            } catch (IOException e) {
                // Damaged, or of another version, which comes to the same: it is read again.
            }
        }
        String digest = Digests.tree(root);
        boolean readable = now.entries().stream().noneMatch(entry -> entry.kind() == ManifestEntry.Kind.OTHER);
        if (readable && now.lastChange() < start - SETTLED_NANOS) {
            remember(memory, new Manifest(Map.of(DIGEST, digest), now.entries()));
        }
        return digest;
    }

    private static void remember(Path memory, Manifest manifest) {
        try {
            manifest.write(memory);
        } catch (IOException e) {
            // It only saves time.
        }
    }
}
