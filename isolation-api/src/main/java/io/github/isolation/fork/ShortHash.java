package io.github.isolation.fork;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What remains of a text that does not fit somewhere: twelve letters and digits that every backend accepts. */
public final class ShortHash {
    /** 32 of them, five bits each. */
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    /** 60 bits: of 100,000 names, two share a hash once in two hundred million test suites. */
    private static final int LENGTH = 12;

    private ShortHash() {}

    /** The hash of a text; the same text always has the same. */
    public static String of(String text) {
        // Its characters as they are, because every encoding makes the same of all lone surrogates.
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        StringBuilder hash = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            hash.append(DIGITS.charAt(digest[i] & 31));
        }
        return hash.toString();
    }
}
