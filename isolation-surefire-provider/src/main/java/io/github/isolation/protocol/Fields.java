package io.github.isolation.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the plain fields of one frame. Not thread-safe. */
final class Fields {
    private static final int NULL = -1;
    private byte[] bytes = new byte[256];
    private int length;

    Fields type(int type) {
        room(1);
        bytes[length++] = (byte) type;
        return this;
    }

    <E extends Enum<E>> Fields constant(E[] constants, E value) {
        return type(Arrays.asList(constants).indexOf(value));
    }

    Fields flag(boolean value) {
        return type(value ? 1 : 0);
    }

    Fields integer(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    Fields number(long value) {
        return integer((int) (value >>> 32)).integer((int) value);
    }

    Fields optionalInteger(@Nullable Integer value) {
        return value == null ? flag(false) : flag(true).integer(value);
    }

    Fields optionalNumber(@Nullable Long value) {
        return value == null ? flag(false) : flag(true).number(value);
    }

    Fields text(@Nullable String value) {
        if (value == null) {
            return integer(NULL);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        integer(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    Fields texts(Collection<String> values) {
        integer(values.size());
        values.forEach(this::text);
        return this;
    }

    Fields texts(Map<String, String> values) {
        integer(values.size());
        values.forEach((key, value) -> text(key).text(value));
        return this;
    }

    Fields trace(@Nullable Trace trace) {
        return trace == null
                ? flag(false)
                : flag(true).text(trace.message()).text(trace.summary()).text(trace.text());
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int wanted) {
        if (bytes.length - length < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + wanted));
        }
    }
}
