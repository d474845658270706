package io.github.isolation.books;

import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which class each worker has in hand, on disk at once: a supervisor that is killed cannot say it any more. A line is the serial of
 * a worker and the class, or none. One thread's.
 */
public final class InHand implements Closeable {
    /** Its name in the directory of a run. */
    public static final String NAME = "in-hand.tsv";

    private final FileChannel file;

    private InHand(FileChannel file) {
        this.file = file;
    }

    /** Begins one, in a directory that exists. */
    public static InHand begin(Path directory) throws IOException {
        return new InHand(FileChannel.open(
                directory.resolve(NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE));
    }

    /** A worker has this class from now on; an empty name for none. */
    public void has(int serial, String className) throws IOException {
        String line = serial + "\t" + URLEncoder.encode(className, StandardCharsets.UTF_8) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What workers of this run had in hand when it ended, in order of their start; nothing where that is not known. */
    public static List<String> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            // A disk that was full may have taken a part of the last line, and half a name is another one.
            return classes(text.substring(0, text.lastIndexOf('\n') + 1));
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be understood: " + e.getMessage(), e);
        }
    }

    private static List<String> classes(String lines) {
        Map<Integer, String> classes = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            int tab = line.indexOf('\t');
            int serial = Integer.parseInt(line.substring(0, tab));
            classes.put(serial, URLDecoder.decode(line.substring(tab + 1), StandardCharsets.UTF_8));
        }
        return classes.values().stream().filter(name -> !name.isEmpty()).toList();
    }
}
