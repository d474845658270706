package io.github.isolation.report;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for their class to end: in memory while they are few, in a file from there on, so that a class that prints
 * without end does not fill the supervisor's small heap. Where the file takes no more, what was kept so far stays, and the
 * results of the class find room in memory: only what it prints is lost.
 */
final class Spool implements Closeable {
    /** What one class may keep in memory, in bytes. */
    private static final int MOST_IN_MEMORY = 1 << 20;

    private final MemoryBudget budget;
    private final Path place;
    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long inFile;
    private @Nullable String failure;

    /**
     * With nothing in it.
     *
     * @param place the file that is made if it is needed
     */
    Spool(MemoryBudget budget, Path place) {
        this.budget = budget;
        this.place = place;
    }

    /** Why the file takes no more; null if it does, or there is none. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Keeps an event; false if the disk does not take it. */
    boolean add(Event event) {
        byte[] encoded = EventCodec.encode(event);
        try {
            if (failure == null && file == null && (inMemory > MOST_IN_MEMORY || !budget.hasRoomFor(encoded.length))) {
                overflow();
            }
            if (failure != null) {
                return false;
            }
            if (file == null) {
                remember(encoded);
            } else {
                append(file, encoded);
            }
            return true;
        } catch (IOException e) {
            failure = place + ": " + FileErrors.text(e);
            return false;
        }
    }

    /** Keeps what must not be lost of an event that the disk does not take. */
    void addResult(Event event) {
        Event shortened = Shortened.of(event);
        if (shortened != null) {
            remember(EventCodec.encode(shortened));
        }
    }

    private void remember(byte[] encoded) {
        memory.add(encoded);
        inMemory += encoded.length;
        budget.take(encoded.length);
    }

    private void overflow() throws IOException {
        Files.createDirectories(place.toAbsolutePath().getParent());
        FileChannel made = FileChannel.open(
                place,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        file = made;
        while (!memory.isEmpty()) {
            append(made, memory.element());
            forget(memory.remove());
        }
    }

    /** What is written in part does not count. */
    private void append(FileChannel target, byte[] encoded) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + encoded.length)
                .putInt(encoded.length)
                .put(encoded)
                .flip();
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            target.write(bytes, inFile + length - bytes.remaining());
        }
        inFile += length;
    }

    private void forget(byte[] encoded) {
        inMemory -= encoded.length;
        budget.giveBack(encoded.length);
    }

    /** Hands out all events in the order they came, and forgets them. */
    void drainTo(Consumer<Event> consumer) throws IOException {
        try (this) {
            if (file != null) {
                var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0))));
                for (long read = 0; read < inFile; ) {
                    byte[] encoded = in.readNBytes(in.readInt());
                    read += Integer.BYTES + encoded.length;
                    consumer.accept(EventCodec.decode(encoded));
                }
            }
            while (!memory.isEmpty()) {
                byte[] encoded = memory.remove();
                forget(encoded);
                consumer.accept(EventCodec.decode(encoded));
            }
        }
    }

    @Override
    public void close() throws IOException {
        memory.forEach(this::forget);
        memory.clear();
        if (file != null) {
            file.close();
        }
    }
}
