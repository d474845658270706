package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.Effect;

/** Knows the class-data archive that workers are started from. */
public interface ArchiveWatch {
    /** Where there is no archive. */
    ArchiveWatch NOBODY = what -> {};

    /** Does what the core decided about it; a worker that is launched afterwards is launched accordingly. */
    void perform(Effect.AboutArchive what);
}
