package io.github.isolation.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the plain fields of one frame, in the order {@link Fields} wrote them. */
final class FieldReader {
    private final ByteBuffer frame;

    FieldReader(byte[] frame) {
        this.frame = ByteBuffer.wrap(frame);
    }

    int type() throws ProtocolException {
        return need(1).get();
    }

    boolean flag() throws ProtocolException {
        int value = need(1).get();
        if (value != 0 && value != 1) {
            throw new ProtocolException("a flag is 0 or 1, not " + value);
        }
        return value == 1;
    }

    int integer() throws ProtocolException {
        return need(4).getInt();
    }

    long number() throws ProtocolException {
        return need(8).getLong();
    }

    @Nullable
    Integer optionalInteger() throws ProtocolException {
        return flag() ? Integer.valueOf(integer()) : null;
    }

    @Nullable
    Long optionalNumber() throws ProtocolException {
        return flag() ? Long.valueOf(number()) : null;
    }

    @Nullable
    String optionalText() throws ProtocolException {
        int length = integer();
        if (length == -1) {
            return null;
        }
        byte[] utf8 = new byte[checked(length)];
        frame.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    String text() throws ProtocolException {
        String value = optionalText();
        if (value == null) {
            throw new ProtocolException("a text is missing where one is required");
        }
        return value;
    }

    List<String> texts() throws ProtocolException {
        int size = count();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(text());
        }
        return values;
    }

    Map<String, String> textMap() throws ProtocolException {
        int size = count();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(text(), text());
        }
        return values;
    }

    @Nullable
    Trace trace() throws ProtocolException {
        return flag() ? new Trace(optionalText(), optionalText(), optionalText()) : null;
    }

    /** How many of something come now. */
    int count() throws ProtocolException {
        return checked(integer());
    }

    <E extends Enum<E>> E constant(E[] constants) throws ProtocolException {
        int ordinal = type();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new ProtocolException("constant " + ordinal + " of "
                    + constants.getClass().getComponentType().getSimpleName() + " is unknown");
        }
        return constants[ordinal];
    }

    <T> T end(T message) throws ProtocolException {
        if (frame.hasRemaining()) {
            throw new ProtocolException(frame.remaining() + " bytes too many after "
                    + message.getClass().getSimpleName());
        }
        return message;
    }

    /** A count or length can not exceed the bytes that are left, whatever it counts. */
    private int checked(int size) throws ProtocolException {
        if (size < 0 || size > frame.remaining()) {
            throw new ProtocolException("length " + size + " in a frame with " + frame.remaining() + " bytes left");
        }
        return size;
    }

    private ByteBuffer need(int bytes) throws ProtocolException {
        if (frame.remaining() < bytes) {
            throw new ProtocolException(
                    "the frame has " + frame.remaining() + " bytes left where " + bytes + " were expected");
        }
        return frame;
    }
}
