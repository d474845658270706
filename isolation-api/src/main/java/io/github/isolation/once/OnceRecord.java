package io.github.isolation.once;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What became of an initializer.
 *
 * @param runs who has its result, by the locks of the runs: it is theirs until the last of them has ended
 * @param failure where and why it failed; null if it did not
 */
public record OnceRecord(List<String> runs, @Nullable String failure) {

    public OnceRecord {
        runs = List.copyOf(runs);
    }

    /** Asks whether a run, of which it gets the lock, is alive. */
    public interface Alive {
        boolean test(String run) throws IOException;
    }

    /** The record that is there, if there is one. */
    public static @Nullable OnceRecord read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return null;
        }
        return new OnceRecord(properties.getProperty("runs", "").lines().toList(), properties.getProperty("failure"));
    }

    /** Readers see the old record or the new one. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("runs", String.join("\n", runs));
        if (failure != null) {
            properties.setProperty("failure", failure);
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        FileTrees.writeAtomically(file, text.toString());
    }

    /** Without the runs that have ended. */
    public OnceRecord onlyWith(Alive alive) throws IOException {
        List<String> left = new ArrayList<>();
        for (String run : runs) {
            if (alive.test(run)) {
                left.add(run);
            }
        }
        return new OnceRecord(left, failure);
    }

    /** With one more run. */
    public OnceRecord with(String run) {
        List<String> more = new ArrayList<>(runs);
        more.add(run);
        return new OnceRecord(more, failure);
    }
}
