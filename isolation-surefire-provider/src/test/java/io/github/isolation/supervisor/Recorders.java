package io.github.isolation.supervisor;

import io.github.isolation.record.Progress;
import io.github.isolation.record.RecordWriter;
import io.github.isolation.record.RunFact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Records of runs that are about something else. */
public final class Recorders {
    private Recorders() {}

    /** One that has begun, and must be able to write. */
    public static RunRecorder of(ForkSites sites, Path directory) {
        RunRecorder recorder = new RunRecorder(
                new RecordWriter(sites.runRecord(), Assertions::fail),
                ClassTimes.read(directory.resolve("times")),
                () -> {},
                new ProgressLines(new Progress(Map.of()), Duration.ZERO));
        recorder.begin(new RunFact("run", 0, "", "", "", "", 1, 1, "", "", "", "", List.of(), List.of()));
        return recorder;
    }
}
