package io.github.isolation.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The 128 random bits that a worker must show. They travel in a file only its owner can read, never in a command line. */
public final class Secret {
    private static final int BYTES = 16;

    private Secret() {}

    /** A new secret, as hexadecimal digits. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Compares in constant time. */
    public static boolean matches(String wanted, String shown) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
