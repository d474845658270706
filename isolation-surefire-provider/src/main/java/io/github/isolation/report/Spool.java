package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for their class to end: in memory while they are few, in a temporary file from there on, so that a
 * class that prints without end does not fill the supervisor's small heap.
 */
final class Spool implements Closeable {
    private final int memoryLimit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Frames writer;
    private @Nullable FileChannel file;

    Spool(int memoryLimit) {
        this.memoryLimit = memoryLimit;
        this.writer =
                new Frames(Channels.newChannel(new ByteArrayInputStream(new byte[0])), Channels.newChannel(memory));
    }

    void add(Event event) throws IOException {
        writer.write(EventCodec.encode(event));
        if (file == null && memory.size() > memoryLimit) {
            overflow();
        }
    }

    /** Hands out all events in the order they came, and forgets them. */
    void drainTo(Consumer<Event> consumer) throws IOException {
        FileChannel spilled = file;
        Frames reader;
        if (spilled == null) {
            var source = Channels.newChannel(new ByteArrayInputStream(memory.toByteArray()));
            reader = new Frames(source, Channels.newChannel(memory));
        } else {
            spilled.position(0);
            reader = new Frames(spilled, spilled);
        }
        for (byte[] frame = reader.read(); frame != null; frame = reader.read()) {
            consumer.accept(EventCodec.decode(frame));
        }
        close();
    }

    private void overflow() throws IOException {
        Path path = Files.createTempFile("isolation-events", ".spool");
        FileChannel spilled = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        spilled.write(java.nio.ByteBuffer.wrap(memory.toByteArray()));
        memory.reset();
        file = spilled;
        writer = new Frames(spilled, spilled);
    }

    @Override
    public void close() throws IOException {
        memory.reset();
        if (file != null) {
            file.close();
        }
    }
}
