package io.github.isolation.maven.cache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that also remembers what users would have read. */
public class RecordingLog extends SystemStreamLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void info(CharSequence content) {
        lines.add("INFO " + content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("WARN " + content);
    }

    /** Everything said so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
