package io.github.isolation.supervisor;

import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.record.UsualTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long tests took when they ran last, in milliseconds, where forks share classes: so that a half of what is left is one by
 * time. Of most tests, which take no time worth a line, it is only known that their class has run. The loop's, after it was read.
 */
final class TestTimes {
    private static final String NAME = "test-times";

    /** What takes less has no line. */
    private static final long LONG_MILLIS = 50;

    /** What such a one is taken for. */
    private static final long SHORT_MILLIS = 20;

    private final @Nullable Path file;
    private final Map<String, Long> usual;
    private final Map<String, Long> news = new HashMap<>();
    private final Set<String> ran = new HashSet<>();

    /** Of what is known: what has run again. */
    private final Set<String> known = new HashSet<>();

    private TestTimes(@Nullable Path file, Map<String, Long> usual) {
        this.file = file;
        this.usual = usual;
    }

    /** Where nobody asks. */
    static TestTimes none() {
        return new TestTimes(null, Map.of());
    }

    /** What the last run left beside the times of its classes. */
    static TestTimes beside(Path classTimes) {
        Path file = classTimes.resolveSibling(NAME);
        return new TestTimes(file, UsualTimes.read(file));
    }

    /** By the unique id of a test, or of one that has invocations; negative if nothing is known. */
    long usualMillis(String id) {
        Long millis = usual.get(id);
        return millis != null ? millis : usual.containsKey(topLevel(id)) ? SHORT_MILLIS : -1;
    }

    /** This is a result, and not of a class as a whole. */
    void took(TestReport report) {
        if (report.id() != null && report.name() != null && report.elapsedMillis() != null && !report.rerun()) {
            took(report.id(), report.elapsedMillis());
        }
    }

    /** A test with this id took so long. */
    void took(String id, long millis) {
        if (file == null) {
            return;
        }
        ran.add(topLevel(id));
        note(id);
        if (NumberedId.of(id) != null) {
            String test = id.substring(0, id.lastIndexOf('/'));
            note(test);
            news.merge(test, millis, Long::sum);
        }
        if (millis >= LONG_MILLIS) {
            news.put(id, millis);
        }
    }

    private void note(String id) {
        if (usual.containsKey(id)) {
            known.add(id);
        }
    }

    /** The class around a test, or the engine of one that is in none. */
    private static String topLevel(String id) {
        int engine = id.indexOf("]/");
        int end = engine < 0 ? -1 : id.indexOf("]/", engine + 2);
        return end < 0 ? id : id.substring(0, end + 1);
    }

    /** What has run; what is known of all else stays, also of tests that {@code -Dtest} left out, or that their class could not run. */
    void write() throws IOException {
        if (file == null || ran.isEmpty()) {
            return;
        }
        Map<String, Long> all = new TreeMap<>();
        usual.forEach((id, millis) -> {
            if (!known.contains(id)) {
                all.put(id, millis);
            }
        });
        ran.forEach(type -> all.put(type, 0L));
        all.putAll(news);
        List<String> lines = new ArrayList<>();
        all.forEach((id, millis) -> lines.add(millis + " " + id));
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(directory, ".tmp-", null);
        Files.write(written, lines);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
