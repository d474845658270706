package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an address is shown: enough to know it again, and nothing that can be a secret. */
final class MaskedTest {
    private static final String SECRET = "S3cr3t";

    @ParameterizedTest
    @CsvSource({
        "https://host/a/b.zip, https://host/a/b.zip",
        "https://host:8443/a%20b.zip, https://host:8443/a%20b.zip",
        "https://host/x?token=S3cr3t&file=a.csv, https://host/x?…",
        "https://host/x?S3cr3t, https://host/x?…",
        "https://host/x;jsessionid=S3cr3t?a=b, https://host/x;…",
        "https://u:1/S3cr3t@host/x, https://…@host/x",
        "https://u/S3cr3t%40host/x, https://…%40host/x",
        "https://registry/@scope/p.tgz, https://…@scope/p.tgz",
        "file:///home/me/x.zip, file:///home/me/x.zip",
    })
    void ofAnAddressThatCanBeUnderstood(URI url, String shown) {
        assertEquals(shown, Masked.url(url));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host/x, ftp://host/x",
        "https://host_a/x, https://host_a/x",
        "data/x.csv, data/x.csv",
        "ftp://u:S3cr3t@host/x, ftp://…",
        "https://u:S3cr3t@host_a/x, https://…",
        "https://u:S3cr3t, https://…",
        "u:S3cr3t@host/x, …",
        "postgres://u:S3cr3t@host/x, …",
    })
    void ofWhatCannot(String written, String shown) {
        assertEquals(shown, Masked.written(written));
    }

    @Test
    void whatIsNoAddressIsShownAsItIs() {
        assertEquals("C:/data/a b;c.csv", Masked.unlessUrl("C:/data/a b;c.csv"));
        assertEquals("g:a:1@x", Masked.unlessUrl("g:a:1@x"));
        assertEquals("https://…", Masked.unlessUrl("https://u:S3cr3t@host/x"));
    }

    @Test
    void whatTheTransportSaysHasNoSecretsAndNeitherHaveItsCauses() {
        URI url = URI.create("https://host/x?token=S3cr3t%2F1");
        Exception redirect = new IOException("GET x?token=S3cr3t%2F1 led to http://cdn/y?Signature=S3cr3t (403)");
        assertEquals(
                "GET x?token=… led to http://cdn/y?… (403)", Masked.in(String.valueOf(redirect.getMessage()), url));
        Exception wrapped = new IllegalStateException("asked for S3cr3t/1", redirect);
        StringWriter trace = new StringWriter();
        Masked.in(wrapped, url).printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains(SECRET), trace::toString);
        Exception plain = new IOException("status 404", new IOException("https://host/x"));
        assertSame(plain, Masked.in(plain, url));
    }

    /** A secret as user information, as a query or as a fragment, between whatever can be typed. */
    @Test
    void noSecretIsShownWhateverIsAroundIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            String text = address(random);
            assertFalse(
                    shown(text).contains(SECRET), () -> "seed " + seed + ": " + text + " is shown as " + shown(text));
            if (isUrl(text)) {
                String said = Masked.in("cannot get " + text + " at all");
                assertFalse(said.contains(SECRET), () -> "seed " + seed + ": " + text + " is shown as " + said);
            }
        }
    }

    private static boolean isUrl(String text) {
        try {
            return new URI(text).getHost() != null && text.contains("://");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String shown(String text) {
        try {
            URI url = new URI(text.strip());
            return url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
                    ? Masked.url(url)
                    : Masked.written(text);
        } catch (URISyntaxException e) {
            return Masked.written(text);
        }
    }

    private static String address(Random random) {
        String scheme = pick(
                random, "http://", "https://", "HTTPS://", "ftp://", "s3://", "https:/", "https:", "://", "//", "");
        String secret = noise(random) + SECRET + noise(random);
        String host = pick(random, "host", "host_a", "127.0.0.1:80", "[::1]", "h%20st", "a@b", "", "h:port", "h%40st");
        return switch (random.nextInt(4)) {
            case 0 -> scheme + "user:" + secret + "@" + host + "/x" + noise(random);
            case 1 -> scheme + secret + "@" + host + "/x";
            case 2 -> scheme + host + "/x" + noise(random) + "?token=" + secret;
            default -> scheme + host + "/x?a=b&" + secret + "=" + secret;
        };
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        String characters = "aB1:@/?#%_ \\[]{}|^`~!$&'()*+,;=-.é\u0000\n";
        for (int i = random.nextInt(4); i > 0; i--) {
            noise.append(characters.charAt(random.nextInt(characters.length())));
        }
        return noise.toString();
    }

    private static String pick(Random random, String... choice) {
        return choice[random.nextInt(choice.length)];
    }
}
