package io.github.isolation.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Messages that are counted: each frame begins with its place in what its side has said, 1 for the first. Whatever loses one,
 * says it twice or changes the order, on the way or in our own code, is noticed by the next one, and no account is made of what
 * is left.
 */
public final class Numbered {
    private Numbered() {}

    /** The frame of a message. */
    public static byte[] frame(long number, byte[] message) {
        return ByteBuffer.allocate(Long.BYTES + message.length)
                .putLong(number)
                .put(message)
                .array();
    }

    /** The place of the message in a frame. */
    public static long number(byte[] frame) throws ProtocolException {
        if (frame.length < Long.BYTES) {
            throw new ProtocolException("a frame of " + frame.length + " bytes has no number");
        }
        return ByteBuffer.wrap(frame).getLong();
    }

    /** The message in a frame whose number is known. */
    public static byte[] message(byte[] frame) {
        return Arrays.copyOfRange(frame, Long.BYTES, frame.length);
    }
}
