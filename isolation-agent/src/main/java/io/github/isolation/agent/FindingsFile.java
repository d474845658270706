package io.github.isolation.agent;

import io.github.isolation.agent.UserFrames.Place;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agent of one worker has found: a line each, fields separated by tabs. Tests and places have numbers, so that a line is
 * short. Each line is written at once, because a worker may be gone at any moment; the file is open from the beginning, because
 * tests may use up all files. Thread-safe.
 *
 * <pre>
 * isolation-audit 1
 * o AREA                                              is looked at
 * x HOOK REASON                                       is not seen
 * t NUMBER CLASS METHOD                               a test; a class, where the method is empty
 * p NUMBER CLASS METHOD LINE                          a line of the user's
 * h KIND TEST LAST PLACE STARTED THREAD RESOURCE      was done; see {@link RunningTests} for the two
 * s KIND TEST CLASS FIELD BEFORE AFTER                was changed by a test, and was so still at the end of its class
 *                                                     FILLED: what was null in it is not, and the rest is as it was
 * d TEST CHANGE PATH                                  was changed while a class ran
 * w PATH                                              was changed while none did
 * e REASON                                            not everything is here
 * n REASON                                            nothing is here: nobody has watched
 * </pre>
 */
final class FindingsFile {
    static final String FIRST_LINE = "isolation-audit 1";

    private final OutputStream out;
    private final Map<String, Integer> places = new HashMap<>();
    private boolean full;

    FindingsFile(Path file) throws IOException {
        this(new FileOutputStream(file.toFile()));
    }

    FindingsFile(OutputStream out) throws IOException {
        this.out = out;
        line(FIRST_LINE);
    }

    void observed(Area area) {
        fields("o", area.word());
    }

    void notSeen(String hook, String reason) {
        fields("x", hook, reason);
    }

    void test(int number, String className, @Nullable String method) {
        fields("t", Integer.toString(number), className, method == null ? "" : method);
    }

    synchronized void hit(Kind kind, int test, int last, Place place, boolean started, String thread, String resource) {
        String key = place.key();
        Integer known = places.get(key);
        int number = known == null ? places.size() + 1 : known;
        if (known == null) {
            places.put(key, number);
            fields("p", Integer.toString(number), place.className(), place.method(), Integer.toString(place.line()));
        }
        fields(
                "h",
                kind.name(),
                Integer.toString(test),
                Integer.toString(last),
                Integer.toString(number),
                started ? "1" : "0",
                thread,
                resource);
    }

    /** Everything that a line needs is loaded then. */
    void warmUp() {
        places.get(new Place("", "", 0).key());
    }

    void state(String kind, int test, String className, String field, String before, String after) {
        fields("s", kind, Integer.toString(test), className, field, before, after);
    }

    void changed(int test, String change, Path path) {
        fields("d", Integer.toString(test), change, path.toString());
    }

    void changedByOthers(Path path) {
        fields("w", path.toString());
    }

    void incomplete(String reason) {
        fields("e", reason);
    }

    void nothing(String reason) {
        fields("n", reason);
    }

    private void fields(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            if (line.length() > 0) {
                line.append('\t');
            }
            append(line, field);
        }
        line(line.toString());
    }

    /** Of three characters that would be others in a line, there are words. */
    private static void append(StringBuilder line, String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\\' -> line.append("\\\\");
                default -> line.append(c);
            }
        }
    }

    private synchronized void line(String line) {
        if (full) {
            return;
        }
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A full disk: what is there is half a line, at the end, which the reader says. Behind it, nobody could
            // read on.
            full = true;
        }
    }
}
