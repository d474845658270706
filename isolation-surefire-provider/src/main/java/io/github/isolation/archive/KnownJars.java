package io.github.isolation.archive;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in each jar of a class path: looked at once, by the first build that has these jars, and kept. */
final class KnownJars {
    private KnownJars() {}

    /**
     * Reads it, or finds it out.
     *
     * @param owner whose class path it is; of each owner one is kept
     * @param jars in their order
     * @param fingerprint theirs
     */
    static Map<Path, JarNames> of(ArchiveStore store, String owner, List<Path> jars, Fingerprint fingerprint)
            throws IOException {
        Optional<byte[]> kept = store.contents(owner, fingerprint);
        if (kept.isPresent()) {
            return read(jars, kept.get());
        }
        Map<Path, JarNames> names = new HashMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Path jar : jars) {
                JarNames found = JarNames.ofJar(jar);
                found.write(out);
                names.put(jar, found);
            }
        }
        try {
            store.keepContents(owner, fingerprint, bytes.toByteArray());
        } catch (IOException e) {
            // Who may only read the cache looks every time.
        }
        return names;
    }

    private static Map<Path, JarNames> read(List<Path> jars, byte[] bytes) {
        Map<Path, JarNames> names = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (Path jar : jars) {
            names.put(jar, JarNames.read(in));
        }
        return names;
    }
}
