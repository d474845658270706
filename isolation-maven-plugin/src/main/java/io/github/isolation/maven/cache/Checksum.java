package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a fetched file must have, as the user declared it.
 *
 * @param element the element of the POM: {@code sha256} or {@code sha512}
 * @param hex in lower case
 */
public record Checksum(String element, String hex) {
    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** How many hexadecimal digits the element must have. */
    public static int length(String element) {
        return element.equals("sha512") ? 128 : 64;
    }

    /** What the file has. */
    String actual(Path file) throws IOException {
        return FileDigest.of(file, algorithm());
    }

    /** The name under which Java knows it. */
    String algorithm() {
        return element.equals("sha512") ? "SHA-512" : "SHA-256";
    }
}
