package io.github.isolation.surefire;

import io.github.isolation.archive.CdsArchive;
import io.github.isolation.supervisor.ArchiveWatch;
import io.github.isolation.supervisor.core.Effect;
import java.util.function.Consumer;

/** Takes an archive out of use that workers do not start from, and says so. */
record CdsArchiveWatch(CdsArchive shared, Consumer<String> note) implements ArchiveWatch {
    @Override
    public void perform(Effect.AboutArchive what) {
        var line =
                switch (what) {
                    case DOUBT -> {
                        shared.doubt();
                        yield shared.examine();
                    }
                    case BLAME -> shared.blame();
                    case EXAMINE -> shared.examine();
                };
        line.ifPresent(note);
    }
}
