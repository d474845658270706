package io.github.isolation.maven.cache;

import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.UseMarks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which entries are in use, and when they were used last: an entry that a build has asked for stays until that
 * build has ended, because forks are restored from it, linked to it or read it. All of it under the entry's lock.
 */
final class InUse {
    /** Of this JVM, until it ends or the build does. */
    private static final Map<Path, FileHold> HELD = new ConcurrentHashMap<>();

    private final UseMarks marks;

    InUse(CacheLayout layout, String id, String key) {
        this.marks = new UseMarks(layout.uses(id, key));
    }

    /** Marks the entry as used by this build. The caller holds the entry's lock. */
    void mark() throws IOException {
        marks.touch();
        if (!HELD.containsKey(marks.directory())) {
            HELD.put(marks.directory(), marks.mark());
        }
    }

    /** Whether a living process uses it. Removes the marks of others. The caller holds the entry's lock. */
    boolean byAnybody() throws IOException {
        return marks.byAnybody() || HELD.containsKey(marks.directory());
    }

    /** When a build asked for it last; long ago if none ever did. */
    Instant last() throws IOException {
        return marks.last();
    }

    /** The build has ended. A daemon's JVM has not. */
    static void release() throws IOException {
        for (Path marks : List.copyOf(HELD.keySet())) {
            FileHold hold = HELD.remove(marks);
            if (hold != null) {
                hold.close();
            }
        }
    }
}
